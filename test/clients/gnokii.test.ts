import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { clients, testWith } from "./support/installed.ts";
import { order, panelNumber } from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();

testWith(
	[clients.gnokii],
	"gnokii texts the panel over TCP and reads the confirmation",
	async () => {
		const { folder, phoneOnTcp, programs } = at();
		const { port } = await phoneOnTcp("+15550103");
		const config = join(folder, "config");
		writeFileSync(
			config,
			`[global]\nconnection = tcp\nport = 127.0.0.1:${port}\nmodel = AT\nuse_locking = no\n`,
		);
		const run = (args: readonly string[], input?: string) =>
			programs.run("gnokii", ["--config", config, ...args], input);
		const sent = await run(["--sendsms", panelNumber], order);
		expect(sent.stderr + sent.stdout).toContain("Send succeeded");
		const read = await eventually("the confirmation", async () => {
			const { stdout } = await run(["--getsms", "SM", "1"]);
			return stdout.includes("USRS") ? stdout : null;
		});
		expect(read).toContain("1. Inbox Message (Unread)");
		expect(read).toContain("Sender: +15550100 Msg Center: +15550009");
		expect(read).toMatch(/^USRS:OK$/m);
	},
);
