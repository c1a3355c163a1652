import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { connectTcp } from "../../src/transport/tcp.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";
import { clients, testWith } from "./support/installed.ts";
import { confirmation, order } from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();
const script = fileURLToPath(new URL("three-writes.py", import.meta.url));

testWith(
	[clients.python],
	"a script that writes three times, reads once and closes has its text sent",
	async () => {
		const { phoneOnTcp, programs } = at();
		const { port } = await phoneOnTcp("+15550106");
		const { code, stdout, stderr } = await programs.run("python3", [
			script,
			String(port),
			"+15550100",
			order,
		]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout).toContain("AT+CMGF=1\r\r\nOK\r\n");
		expect(await confirmationAt(port)).toContain(confirmation);
	},
);

testWith(
	[clients.python],
	"ten such scripts in a row lose nothing",
	async () => {
		const { network, phoneOnTcp, programs } = at();
		const { port } = await phoneOnTcp("+15550106");
		for (let count = 0; count < 10; count++)
			await programs.run("python3", [
				script,
				String(port),
				"15550100",
				`message test à envoyer ${count}`,
			]);
		await eventually("ten messages", () =>
			network.traffic.delivered === 10 ? true : null,
		);
	},
);

/** The message in the first place, read with plain AT in a session of its own. */
async function confirmationAt(port: number): Promise<string> {
	const line = await connectTcp({ host: "127.0.0.1", port });
	const reader = lineReader(line);
	await line.write(bytesOf("ATE0\r"));
	await reader.until("OK\r\n");
	await line.write(bytesOf("AT+CMGF=1\r"));
	await reader.until("OK\r\n");
	const answer = await eventually("the confirmation", async () => {
		await line.write(bytesOf("AT+CMGR=1\r"));
		const text = await reader.until("\r\n\r\n").catch(() => "");
		return text.includes("+CMGR") ? text : null;
	});
	await line.close();
	return answer;
}
