import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
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
		const { code, stderr } = await programs.run("python3", [
			script,
			String(port),
			"+15550100",
			order,
		]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
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

const seeds = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));
const seed = existsSync(seeds)
	? readdirSync(seeds).find((name) => name.startsWith("002"))
	: undefined;

if (seed !== undefined)
	testWith(
		[clients.python],
		"the class of the article has its text sent, and reads an answer",
		async () => {
			const { folder, phoneOnTcp, programs } = at();
			const { port } = await phoneOnTcp("+15550107");
			const article = readFileSync(join(seeds, seed), "utf8");
			const start = article.indexOf("#!/usr/bin/env python3");
			const file = join(folder, "send-sms.py");
			writeFileSync(
				file,
				article
					.slice(start)
					.replace("host: str='192.168.90.103'", "host: str='127.0.0.1'")
					.replace("port: int=8081", `port: int=${port}`),
			);
			const { code, stdout, stderr } = await programs.run("python3", [
				file,
				"+15550100",
				order,
			]);
			expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
			expect(stdout).toContain("AT+CMGF=1\r\r\nOK\r\n");
			expect(await confirmationAt(port)).toContain(confirmation);
		},
	);
else
	test.skip("the class of the article [skipped: ../shared/seeds is not there]");

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
