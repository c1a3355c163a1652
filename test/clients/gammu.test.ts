import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { clients, testWith } from "./support/installed.ts";
import { order, panelNumber } from "./support/panel-on-network.ts";
import { type Bench, bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();
const { gammu, socat } = clients;

testWith(
	[gammu, socat],
	"gammu texts the panel over a socat PTY and reads the confirmation",
	async () => {
		const { path } = await at().phoneOnSocat("+15550101");
		await textAndRead(at(), path);
	},
);

testWith(
	[gammu],
	"gammu texts the panel over our own PTY and reads the confirmation",
	async () => {
		const path = join(at().folder, "phone.tty");
		await at().phone("+15550101", { kind: "pty", path });
		await textAndRead(at(), path);
	},
);

testWith(
	[gammu, socat],
	"gammu identifies the modem, finds its network and asks for the balance",
	async () => {
		const { path } = await at().phoneOnSocat("+15550101");
		const rc = gammuConfig(at(), path);
		const run = (...args: string[]) =>
			at().programs.run("gammu", ["-c", rc, ...args]);
		expect((await run("identify")).stdout).toMatch(/IMEI +: 001010000000013/);
		expect((await run("networkinfo")).stdout).toMatch(
			/Network state +: home network/,
		);
		expect((await run("getussd", "*100#")).stdout).toMatch(
			/Service reply +: "Your balance is 12.34"/,
		);
	},
);

function gammuConfig({ folder }: Bench, device: string): string {
	const rc = join(folder, "gammurc");
	writeFileSync(
		rc,
		`[gammu]\ndevice=${device}\nconnection=at115200\nmodel=at\nsynchronizetime=no\n`,
	);
	return rc;
}

async function textAndRead(now: Bench, device: string): Promise<void> {
	const rc = gammuConfig(now, device);
	const run = (...args: string[]) =>
		now.programs.run("gammu", ["-c", rc, ...args]);
	const sent = await run("sendsms", "TEXT", panelNumber, "-text", order);
	expect(sent.stdout).toContain("OK, message reference=1");
	expect(sent.code).toBe(0);
	const read = await eventually("the confirmation", async () => {
		const { stdout } = await run("getallsms");
		return stdout.includes("USRS") ? stdout : null;
	});
	expect(read).toMatch(/Remote number +: "\+15550100"/);
	expect(read).toMatch(/^USRS:OK$/m);
	expect(read).toMatch(/^1 SMS parts in 1 SMS sequences$/m);
}
