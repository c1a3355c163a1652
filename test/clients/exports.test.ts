import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { writeTranscript } from "../../src/conversation/write-transcript.ts";
import { readCorpus } from "../../src/replay/corpus/corpus.ts";
import { type Reading, usualReading } from "../../src/replay/corpus/reading.ts";
import { clients, testWith } from "./support/installed.ts";
import { order, panelNumber } from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();

testWith(
	[clients.gammu, clients.socat],
	"a backup that gammu makes of a phone is a corpus",
	async () => {
		const { folder, programs, phoneOnSocat } = at();
		const { path } = await phoneOnSocat("+15550101");
		const rc = join(folder, "gammurc");
		writeFileSync(
			rc,
			`[gammu]\ndevice=${path}\nconnection=at115200\nmodel=at\nsynchronizetime=no\n`,
		);
		const gammu = (...args: string[]) =>
			programs.run("gammu", ["-c", rc, ...args]);
		await gammu("sendsms", "TEXT", panelNumber, "-text", order);
		await eventually("the confirmation", async () =>
			(await gammu("getallsms")).stdout.includes("USRS:OK") ? true : null,
		);
		const backup = join(folder, "phone.smsbackup");
		const made = await gammu("backupsms", backup, "-all");
		expect(made.code, made.stderr).toBe(0);
		expect(await conversationsIn(backup)).toEqual([
			expect.stringMatching(
				/^id phone\.smsbackup:\d+\n@ \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n>\+15550100 USRS:OK\n$/,
			),
		]);
	},
);

testWith(
	[clients.smstools],
	"what smstools has received and sent is a corpus",
	async () => {
		const { folder, phoneOnTcp, programs } = at();
		const { port } = await phoneOnTcp("+15550102");
		const folders = ["incoming", "outgoing", "checked", "failed", "sent"];
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
				"rtscts = no",
				"init = AT+CNMI=2,1,0,2,0",
				"",
			].join("\n"),
		);
		programs.start("smsd", ["-c", join(folder, "smsd.conf"), "-t"]);
		writeFileSync(
			join(folder, "outgoing", "order"),
			`To: 15550100\n\n${order}`,
		);
		const fileIn = (name: string) =>
			eventually(`a file in ${name}`, () => {
				// It keeps a script of its own there for a moment.
				const file = readdirSync(join(folder, name)).find(
					(each) => !each.startsWith("smsd_script"),
				);
				return file && join(folder, name, file);
			});
		const form = "smstools";
		expect(await conversationsIn(await fileIn("incoming"), { form })).toEqual([
			expect.stringMatching(
				/^id GSM1\.\w+\n@ \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n>\+15550100 USRS:OK\n$/,
			),
		]);
		const sent = await conversationsIn(await fileIn("sent"), {
			form,
			sent: true,
		});
		expect(sent).toEqual([
			expect.stringMatching(
				/^id order\n(@ \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n)?> PROG 7982 USRS:1,1234,,1\n$/,
			),
		]);
	},
);

/** Each conversation as a transcript; a fault fails. */
async function conversationsIn(file: string, reading: Partial<Reading> = {}) {
	const all: string[] = [];
	await readCorpus(
		file,
		({ located, fault }) => {
			if (fault !== null) throw new Error(JSON.stringify(fault));
			all.push(writeTranscript(located.conversation));
			return true;
		},
		undefined,
		null,
		{ ...usualReading, ...reading },
	);
	return all;
}
