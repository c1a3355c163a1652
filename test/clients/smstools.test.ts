import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { clients, testWith } from "./support/installed.ts";
import { order } from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();
const folders = ["incoming", "outgoing", "checked", "failed", "sent", "report"];

testWith(
	[clients.smstools],
	"smstools texts the panel over TCP and gets the confirmation and a delivery report",
	async () => {
		const { folder, phoneOnTcp, programs } = at();
		const { port } = await phoneOnTcp("+15550102");
		for (const name of folders) mkdirSync(join(folder, name));
		writeFileSync(
			join(folder, "smsd.conf"),
			[
				"devices = GSM1",
				...folders.map((name) => `${name} = ${join(folder, name)}`),
				`logfile = ${join(folder, "log")}`,
				`pidfile = ${join(folder, "pid")}`,
				`infofile = ${join(folder, "info")}`,
				"delaytime = 1",
				"[GSM1]",
				`device = @127.0.0.1:${port}`,
				"incoming = yes",
				"report = yes",
				"rtscts = no",
				"init = AT+CNMI=2,1,0,2,0",
				"",
			].join("\n"),
		);
		programs.start("smsd", ["-c", join(folder, "smsd.conf"), "-t"]);
		writeFileSync(
			join(folder, "outgoing", "order"),
			`To: 15550100\nReport: yes\n\n${order}`,
		);
		const arrived = (name: string) =>
			eventually(`a file in ${name}`, () => {
				// At its start smsd tries each folder with a script of its own.
				const file = readdirSync(join(folder, name)).find((each) =>
					each.startsWith("GSM1."),
				);
				return file && readFileSync(join(folder, name, file), "latin1");
			});
		const message = await arrived("incoming");
		expect(message).toMatch(/^From: 15550100$/m);
		expect(message.split("\n\n").at(-1)).toBe("USRS:OK");
		expect(await arrived("report")).toMatch(
			/Status: 0,Ok,short message received by the SME/,
		);
	},
);
