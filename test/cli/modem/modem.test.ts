import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { systemClock as clock } from "../../../src/time/system-clock.ts";
import { listenTcp } from "../../../src/transport/tcp.ts";
import { attachAt } from "../../../src/virtual-modem/attachment.ts";
import { error } from "../../../src/virtual-modem/session/answer.ts";
import type { Handler } from "../../../src/virtual-modem/session/handler.ts";
import { smsReadingCommands } from "../../../src/virtual-modem/sms/sms-reading.ts";
import { Shell } from "../../support/command-line.ts";
import { tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();
const patient = 30_000;
/** Where ports and refused PINs are remembered. */
const shared = new Shell();

function modem(url: string, ...args: readonly string[]) {
	const variables = { TMPDIR: shared.folder };
	const typed = ["modem", ...args, "--modem", url];
	const shell = new Shell();
	// The package serialport opens ports in no thread but a process's first.
	return url.startsWith("serial:")
		? shell.start(typed, variables).ended
		: shell.runBesides(typed, variables);
}

describe("info", () => {
	test(
		"shows facts and ends with a verdict",
		async () => {
			const { url } = await bench();
			expect(await modem(url, "info")).toEqual({
				status: 0,
				stdout: `modem: alarmpanel Virtual Modem 1.0, at ${url}
IMEI: 001010000000013
SIM: ready
network: registered, home network, Alarmpanel
signal: excellent (-73 dBm)
service centre: +15550009
storage SM: 0 of 30 in use
Ready to send and receive.
`,
				stderr: "",
			});
		},
		patient,
	);

	test(
		"exits 4 where nothing can be sent, and says what to do",
		async () => {
			const { url, modem: virtual } = await bench({ sim: { pin: "4321" } });
			const { status, stdout } = await modem(url, "info");
			expect([status, stdout.split("\n").slice(-2)]).toEqual([
				4,
				[
					"Not ready: SIM: asks for SIM PIN, 3 tries left; set the PIN in the modem's settings, or switch it off in a phone.",
					"",
				],
			]);
			expect(await modem(url, "info", "--pin", "1234")).toMatchObject({
				status: 4,
				stderr:
					"the SIM refused the PIN; it is not tried again; correct the PIN and start again: three wrong ones block the SIM\n",
			});
			expect(virtual.equipment.sim.pinTries).toBe(2);
			expect(await modem(url, "info", "--pin", "4321")).toMatchObject({
				status: 0,
				stderr: "",
			});
			virtual.equipment.coverage = 2;
			const { stdout: searching } = await modem(url, "info", "--json");
			expect(JSON.parse(searching)).toMatchObject({
				ok: false,
				verdict:
					"Not ready: network: not registered, searching; move the antenna; where 2G is switched off, a modem for LTE is needed.",
				facts: { line: url, registration: 2, sim: { state: "READY" } },
			});
		},
		patient,
	);

	test(
		"a line where nobody answers is given up",
		async () => {
			const listener = await listenTcp();
			expect(await modem(listener.name, "info")).toEqual({
				status: 3,
				stdout: "",
				stderr:
					"alarmpanel: AT: no answer within 2 s; check cable, power and that the port is this modem's; a USB modem may need its mode switched\n",
			});
			await listener.close();
		},
		patient,
	);
});

describe("inbox", () => {
	const texts = ["PROG 7982 MODE:A", "two\nlines \u{1f642}"];
	const when = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g;

	test(
		"lists what lies there and leaves it unread",
		async () => {
			const { url, text, modem: virtual } = await bench();
			for (const each of texts) text(each);
			const { status, stdout, stderr } = await modem(url, "inbox");
			expect([status, stdout.replace(when, "TIME"), stderr]).toEqual([
				0,
				"SM 1  unread  +15550101  TIME  PROG 7982 MODE:A\nSM 2  unread  +15550101  TIME  two␊lines \u{1f642}\n",
				"",
			]);
			const left = virtual.equipment.stores.SM.entries();
			expect(left.map(([, { state }]) => state)).toEqual([
				"REC UNREAD",
				"REC UNREAD",
			]);
		},
		patient,
	);

	test(
		"says so where the modem marks what it lists",
		async () => {
			const usual = smsReadingCommands["+CMGL"];
			const marking: Handler = (command, context) =>
				command.args.length > 1 || usual === undefined
					? error
					: usual(command, context);
			const { url, text } = await bench({ commands: { "+CMGL": marking } });
			text("hello");
			const { stdout, stderr } = await modem(url, "inbox", "--json");
			expect(stderr).toBe(
				"this modem marks what it lists: all messages count as read now\n",
			);
			expect(JSON.parse(stdout.replace(when, "TIME"))).toEqual({
				storages: ["ME", "SM"],
				marked: true,
				messages: [
					{
						storage: "SM",
						index: 1,
						status: "unread",
						type: "part",
						from: "+15550101",
						sentAt: "TIME",
						text: "hello",
						concatenation: null,
						deleted: false,
					},
				],
			});
		},
		patient,
	);

	test(
		"deletes one by its number, or all that it listed",
		async () => {
			const { url, text, modem: virtual } = await bench();
			const { SM } = virtual.equipment.stores;
			for (const each of ["one", "two", "three"]) text(each);
			expect(await modem(url, "inbox", "--delete", "2")).toMatchObject({
				status: 0,
				stderr: "deleted SM 2\n",
			});
			expect(SM.entries().map(([place]) => place)).toEqual([1, 3]);
			expect(await modem(url, "inbox", "--delete", "2")).toMatchObject({
				status: 3,
				stderr: "alarmpanel: there is no message 2\n",
			});
			await modem(url, "inbox", "--delete", "all");
			expect(await modem(url, "inbox")).toEqual({
				status: 0,
				stdout: "",
				stderr: "no messages\n",
			});
		},
		patient,
	);
});

test(
	"ussd prints what the network says, or why it says nothing",
	async () => {
		const { url, modem: virtual } = await bench();
		expect(await modem(url, "ussd", "*100#")).toEqual({
			status: 0,
			stdout: "Your balance is 12.34\n",
			stderr: "",
		});
		expect(await modem(url, "ussd", "*999#")).toEqual({
			status: 3,
			stdout: "",
			stderr:
				"alarmpanel: the network did not answer *999#: it does not know this code\n",
		});
		virtual.equipment.coverage = 2;
		expect(await modem(url, "ussd", "*100#")).toMatchObject({
			status: 3,
			stdout: "",
			stderr: expect.stringContaining("+CME ERROR: 30 (no network service);"),
		});
	},
	patient,
);

describe("trace", () => {
	test(
		"shows both directions until Ctrl-C, PINs masked",
		async () => {
			const { url, text } = await bench({ sim: { pin: "4321" } });
			const args = ["modem", "trace", "--pin", "4321", "--modem", url];
			const running = new Shell().start([
				...args,
				...["--init", "AT+CNMI=2,1,0,0,0"],
			]);
			await running.until("Ctrl-C ends it");
			text("hello");
			await running.until("+CMTI");
			running.child.kill("SIGINT");
			const { status, stdout } = await running.ended;
			const lines = stdout.replace(/^\d\d:\d\d:\d\d\.\d{3} /gm, "").split("\n");
			expect(status).toBe(130);
			expect(lines.slice(-7)).toEqual([
				"> AT+CPIN=****\\r",
				"< \\r\\nOK\\r\\n",
				"> AT+CPIN?\\r",
				"< \\r\\n+CPIN: READY\\r\\n",
				"< \\r\\nOK\\r\\n",
				'< \\r\\n+CMTI: "SM",1\\r\\n',
				"",
			]);
		},
		patient,
	);
});

test(
	"a port has one owner, and the second is told who",
	async () => {
		const { modem: virtual } = await bench();
		const path = join(mkdtempSync(join(tmpdir(), "alarmpanel-")), "modem.tty");
		const place = { kind: "pty", path } as const;
		const attachment = await attachAt(virtual, place, { clock });
		const url = `serial://${path}`;
		const first = new Shell().start(["modem", "trace", "--modem", url], {
			TMPDIR: shared.folder,
		});
		await first.until("Ctrl-C ends it");
		const { status, stdout, stderr } = await modem(url, "info");
		expect([status, stdout]).toEqual([3, ""]);
		expect(stderr).toMatch(
			new RegExp(
				`^alarmpanel: ${path} is in use by alarmpanel modem trace, process ${first.child.pid} since \\S+; end that one first\n$`,
			),
		);
		first.child.kill("SIGINT");
		await first.ended;
		expect(await modem(url, "info")).toMatchObject({ status: 0, stderr: "" });
		await attachment.close();
	},
	patient,
);

test(
	"the modem of a panel that serves is the panel's, wherever its URL came from",
	async () => {
		const { modem: virtual } = await bench();
		const path = join(mkdtempSync(join(tmpdir(), "alarmpanel-")), "modem.tty");
		const place = { kind: "pty", path } as const;
		const attachment = await attachAt(virtual, place, { clock });
		const shell = new Shell();
		shell.run(["config", "init"]);
		const panel = shell.start(["serve", "--json"], {
			TMPDIR: shared.folder,
			ALARMPANEL_MODEM: `serial://${path}`,
		});
		await panel.until('"ready":true');
		const { status, stderr } = await modem(`serial://${path}`, "info");
		expect(status).toBe(3);
		expect(stderr).toContain(
			`${path} is in use by alarmpanel serve, process ${panel.child.pid} since `,
		);
		panel.child.kill("SIGTERM");
		expect((await panel.ended).status).toBe(0);
		await attachment.close();
	},
	patient,
);

test("ports answers with a list, or says that there is none", () => {
	const { stdout } = new Shell().run(["modem", "ports", "--json"]);
	expect(JSON.parse(stdout)).toBeInstanceOf(Array);
});

test.each([
	[["info"], "which modem?"],
	[["info", "*100#"], "modem info takes no *100#"],
	[["ussd"], "write modem ussd CODE, as modem ussd '*100#'"],
	[["info", "--delete", "1"], "modem info takes no --delete; modem inbox does"],
	[["inbox", "--delete", "x", "--modem", "virtual:"], "--delete: the number"],
	[
		["info", "--init", "foo", "--modem", "virtual:"],
		"--init: foo is no AT command; write it as AT^CURC=0",
	],
	[["dance"], 'action: "dance" is none of "ports"'],
])("%j is wrong usage", (args, message) => {
	const { status, stdout, stderr } = new Shell().run(["modem", ...args]);
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr).toContain(message);
});

test("a command of --init that the modem refuses is told, and the verb goes on", () => {
	const asked = ["modem", "info", "--modem", "virtual:"];
	const { status, stdout } = new Shell().run(asked);
	expect(new Shell().run([...asked, "--init", "AT+FOO"])).toEqual({
		status,
		stdout,
		stderr: "AT+FOO: the modem answered ERROR\n",
	});
});
