import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { textOf } from "../../../src/sms/user-data.ts";
import { systemClock as clock } from "../../../src/time/system-clock.ts";
import { Shell } from "../../support/command-line.ts";
import { panelBeside } from "../../support/panel-beside.ts";
import { type TcpModem, tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();
let shell = new Shell();

const SITE = `number: "+15550200"
users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }
`;

beforeEach(() => {
	shell = new Shell();
	file("site.secrets", "ANNA_PIN=4711\n");
	file("site.yaml", SITE);
});

function file(name: string, text: string): void {
	writeFileSync(shell.path(name), text);
	chmodSync(shell.path(name), 0o600);
}

function run(args: readonly string[]) {
	return shell.runBesides(args, { TMPDIR: shell.folder });
}

function panelAt(modem: TcpModem): readonly string[] {
	return panelBeside(modem, "+15550200");
}

const SENT = [
	"PROG 7982 ECHO:",
	"PROG 7982 MOD?:",
	"PROG 7982 USRS:1,4711,ANNA",
];

test("a site is sent through a modem, and the second time nothing is due", async () => {
	const modem = await bench();
	const heard = panelAt(modem);
	const args = ["apply", "site.yaml", "--yes", "--modem", modem.url];
	expect(await run(args)).toEqual({
		status: 0,
		stdout: `site.yaml (+15550200): done: every message is confirmed
  1 of 1 message confirmed, 3 SMS sent
  users.1.pin   acknowledged
  users.1.name  acknowledged
`,
		stderr: `plan for a real vst-2752 at +15550200, from unknown: 1 message, 1 SMS

1  PROG 7982 USRS:1,\${ANNA_PIN},ANNA
   by the manual (VST, MZ57); 26 characters, gsm-7, 1 SMS
   users.1.name: ANNA
   users.1.pin: \${ANNA_PIN}

warning: what the panel has is not known, so this was not rehearsed
to +15550200: up to 3 SMS
site.yaml: sending PROG 7982 ECHO:
site.yaml: ECHO:OK
site.yaml: sending PROG 7982 MOD?:
site.yaml: an answer of 6 characters
site.yaml: sending PROG 7982 USRS:1,\${ANNA_PIN},ANNA
site.yaml: USRS:OK (1 of 1)
`,
	});
	expect(heard).toEqual(SENT);
	expect(await run(args)).toMatchObject({
		status: 0,
		stdout: `site.yaml (+15550200): nothing-to-do: no message is due
  0 of 0 messages confirmed, 0 SMS sent
`,
	});
	expect(heard).toEqual(SENT);
	const audit = readFileSync(shell.path("site.audit"), "utf8");
	expect(audit).not.toContain("4711");
	const { status, stdout } = await run(["audit", "verify", "site.audit"]);
	expect([status, stdout.split("\n")[1]]).toEqual([
		0,
		"the last run: done, 1 of 1 message confirmed",
	]);
	const observed = ["audit", "observed", "site.audit", "--firmware", "V1.07"];
	const seen = await run(observed);
	expect(seen).toEqual({
		status: 0,
		stdout: `vst-2752, firmware V1.07, seen on ${new Date(clock.now()).toISOString().slice(0, 10)}:
  USRS: USRS:OK
`,
		stderr: "",
	});
	expect(JSON.parse((await run([...observed, "--json"])).stdout)).toMatchObject(
		{
			model: "vst-2752",
			firmware: "V1.07",
			commands: [{ word: "USRS", answers: ["USRS:OK"], alike: true }],
		},
	);
	expect(
		await run(["audit", "verify", "site.audit", "--firmware", "V1.07"]),
	).toMatchObject({ status: 1, stdout: "" });
});

test("a reviewed plan is sent; --json tells each step as a line", async () => {
	const modem = await bench();
	const heard = panelAt(modem);
	const planned = shell.run(["plan", "site.yaml", "--json"]);
	file("plan.json", planned.stdout);
	expect(planned.stdout).not.toContain("4711");
	const { status, stdout } = await run([
		...["apply", "plan.json", "--yes", "--json", "--modem", modem.url],
	]);
	const told = stdout
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
	expect(told.map(({ type }) => type)).toEqual([
		...["begun", "sending", "handed", "heard", "sending", "handed", "heard"],
		...["sending", "handed", "heard", "ended", "report"],
	]);
	expect(told.at(-1)).toEqual({
		type: "report",
		site: "site.yaml",
		number: "+15550200",
		outcome: "done",
		why: "every message is confirmed",
		sms: 3,
		messages: { confirmed: 1, assumed: 0, planned: 1 },
		settings: [
			{ path: "users.1.pin", how: "acknowledged" },
			{ path: "users.1.name", how: "acknowledged" },
		],
	});
	expect(stdout).not.toContain("4711");
	expect(status).toBe(0);
	expect(heard).toEqual(SENT);
});

test("the panel's answers are removed from the modem, PINs with them; what others sent stays", async () => {
	const modem = await bench();
	panelAt(modem);
	modem.text("Who is this?");
	const { status } = await run([
		...["apply", "site.yaml", "--yes", "--read-pins", "--modem", modem.url],
	]);
	expect(status).toBe(0);
	const { stores } = modem.modem.equipment;
	const kept = Object.values(stores).flatMap((store) => store.entries());
	expect(
		kept.map(([, { tpdu }]) => tpdu.type === "deliver" && textOf(tpdu.ud)),
	).toEqual(["Who is this?"]);
});

test("an ERROR is exit code 4, with what is known of it; --resume goes on", async () => {
	const modem = await bench();
	const heard = panelAt(modem);
	file("site.yaml", `${SITE}zones: { 3: { name: Hall, attribute: entry } }\n`);
	const args = ["apply", "site.yaml", "--yes", "--modem", modem.url];
	expect(await run(args)).toMatchObject({
		status: 4,
		stdout: `site.yaml (+15550200): refused: message 2, PROG 7982 DEVE:3,2,Hall: ERROR; a panel from the factory refuses it too: zone: zone 3 has no device
  1 of 2 messages confirmed, 4 SMS sent
  users.1.pin        acknowledged
  users.1.name       acknowledged
  zones.3.attribute  refused
  zones.3.name       refused
`,
	});
	const before = heard.length;
	expect(await run([...args, "--resume"])).toMatchObject({ status: 4 });
	expect(heard.slice(before)).toEqual([
		"PROG 7982 ECHO:",
		"PROG 7982 MOD?:",
		"PROG 7982 DEVE:3,2,Hall",
	]);
});

test("to a simulator it needs no modem, and leaves no audit", () => {
	const ended = shell.run([
		...["apply", "site.yaml", "--to", "simulator", "--from", "factory"],
		"--read-pins",
	]);
	expect(ended).toMatchObject({
		status: 0,
		stdout: `site.yaml (+15550200): done: every message is confirmed
  1 of 1 message confirmed, 4 SMS sent
  users.1.pin   read
  users.1.name  read
`,
	});
	expect(shell.run(["audit", "verify", "site.audit"])).toEqual({
		status: 2,
		stdout: "",
		stderr: "alarmpanel: site.audit: there is no audit\n",
	});
});

describe("nothing is sent", () => {
	test("with an audit of which a line was changed", async () => {
		const modem = await bench();
		const heard = panelAt(modem);
		const args = ["apply", "site.yaml", "--yes", "--modem", modem.url];
		await run(args);
		const text = readFileSync(shell.path("site.audit"), "utf8");
		file("site.audit", text.replace('"acknowledged"', '"assumed"'));
		const changed = {
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: site.audit:10: it was changed after it was written\n",
		};
		expect(shell.run(["audit", "verify", "site.audit"])).toEqual(changed);
		expect(await run(args)).toEqual(changed);
		expect(heard).toEqual(SENT);
		expect(shell.run(["site", "forget", "site.yaml"])).toEqual({
			status: 0,
			stdout:
				"removed site.audit; what the panel has is not known any more, and a run that was not finished cannot be resumed\n",
			stderr: "",
		});
	});

	test("with an audit whose last lines are gone, until it is forgotten", async () => {
		const modem = await bench();
		const heard = panelAt(modem);
		const args = ["apply", "site.yaml", "--yes", "--modem", modem.url];
		await run(args);
		const verify = ["audit", "verify", "site.yaml"];
		const whole = readFileSync(shell.path("site.audit"), "utf8");
		const lines = whole.trimEnd().split("\n");
		const last = JSON.parse(lines.at(-1) ?? "");
		expect(shell.run(verify)).toEqual({
			status: 0,
			stdout: `site.audit: 11 lines, each as it was written; the last at ${last.at.replace(".000Z", "Z")}
the last run: done, 1 of 1 message confirmed
no line is missing at its end: the last is the one that was written on this machine
hash of all of it: ${last.hash}
`,
			stderr: "",
		});
		expect(shell.json(...verify)).toMatchObject({ ok: true, end: "here" });
		file("site.audit", `${lines.slice(0, -2).join("\n")}\n`);
		const cut = {
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: site.audit: its last 2 lines are gone: 11 were written on this machine; site forget removes it\n",
		};
		expect(shell.run(verify)).toEqual(cut);
		expect(await run(args)).toEqual(cut);
		expect(shell.run(["handover", "site.yaml"])).toEqual(cut);
		expect(heard).toEqual(SENT);
		shell.run(["site", "forget", "site.yaml"]);
		expect(await run(args)).toMatchObject({ status: 0 });
		expect(heard).toEqual([...SENT, ...SENT]);
	});
});
