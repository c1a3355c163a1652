import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import {
	askedOnTerminal,
	type Typing,
} from "../../support/asked-on-terminal.ts";
import { Shell } from "../../support/command-line.ts";
import { panelBeside } from "../../support/panel-beside.ts";
import { type TcpModem, tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();
let shell = new Shell();

beforeEach(() => {
	shell = new Shell();
	writeFileSync(shell.path("site.secrets"), "ANNA_PIN=4711\n");
	chmodSync(shell.path("site.secrets"), 0o600);
	writeFileSync(
		shell.path("site.yaml"),
		`number: "+15550200"
users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }
zones: { 1: { rfId: "0123456701", name: Front, attribute: entry } }
`,
	);
});

function asked(
	{ url }: TcpModem,
	options: readonly string[],
	typings: readonly Typing[],
) {
	const args = ["apply", "site.yaml", ...options, "--modem", url];
	return askedOnTerminal(shell, args, typings);
}

/** A CSV of two sites, and what their panels hear. */
function twoSites(modems: readonly [TcpModem, TcpModem]) {
	writeFileSync(
		shell.path("t.yaml"),
		`number: "{{number}}"\nusers: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }\n`,
	);
	writeFileSync(shell.path("t.secrets"), "ANNA_PIN=4711\n");
	chmodSync(shell.path("t.secrets"), 0o600);
	writeFileSync(
		shell.path("sites.csv"),
		"site,number,code\nnorth,+15550201,7982\nsouth,+15550202,7982\n",
	);
	return modems.map((modem, at) => panelBeside(modem, `+1555020${at + 1}`));
}

const PLAN = `plan for a real vst-2752 at +15550200, from unknown: 3 messages, 3 SMS

1  PROG 7982 USRS:1,\${ANNA_PIN},ANNA
   by the manual (VST, MZ57); 26 characters, gsm-7, 1 SMS
   users.1.name: ANNA
   users.1.pin: \${ANNA_PIN}

2  PROG 7982 DEAN:1,1,0123456701,Front
   by a sister's manual (MZ58); 35 characters, gsm-7, 1 SMS
   zones.1.rfId: 0123456701
   zones.1.name: Front

3  PROG 7982 DEVE:1,2
   by a sister's manual (CR21); 18 characters, gsm-7, 1 SMS
   zones.1.attribute: entry

warning: what the panel has is not known, so this was not
  rehearsed
to +15550200: up to 6 SMS
the P-Word and the code go to +15550200; type that number to send: `;

const BEGINNING = `site.yaml: sending PROG 7982 ECHO:
site.yaml: ECHO:OK
site.yaml: sending PROG 7982 MOD?:
site.yaml: an answer of 6 characters
`;

/** What a terminal sends for a key. */
const ENTER = "\r";
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

const number: Typing = { at: "to send: ", type: `+15550200${ENTER}` };
const yes: Typing = { at: "type yes: ", type: `yes${ENTER}` };

test("the plan is shown and the panel's number asked for; typed, it is sent", async () => {
	const modem = await bench();
	const heard = panelBeside(modem, "+15550200");
	expect(await asked(modem, [], [number])).toEqual({
		status: 0,
		shown: `${PLAN}+15550200
${BEGINNING}site.yaml: sending PROG 7982 USRS:1,\${ANNA_PIN},ANNA
site.yaml: USRS:OK (1 of 3)
site.yaml: sending PROG 7982 DEAN:1,1,0123456701,Front
site.yaml: DEAN:OK (2 of 3)
site.yaml: sending PROG 7982 DEVE:1,2
site.yaml: DEVE:OK (3 of 3)
site.yaml: sending PROG 7982 DEV?:1
site.yaml: an answer of 50 characters
site.yaml (+15550200): done: every message is confirmed
  3 of 3 messages confirmed, 6 SMS sent
  users.1.pin        acknowledged
  users.1.name       acknowledged
  zones.1.rfId       acknowledged
  zones.1.name       read
  zones.1.attribute  read
`,
	});
	expect(heard).toEqual([
		"PROG 7982 ECHO:",
		"PROG 7982 MOD?:",
		"PROG 7982 USRS:1,4711,ANNA",
		"PROG 7982 DEAN:1,1,0123456701,Front",
		"PROG 7982 DEVE:1,2",
		"PROG 7982 DEV?:1",
	]);
});

describe("nothing is sent, and nothing is begun", () => {
	test.each([
		["another number", `+15550201${ENTER}`, "+15550201\n"],
		["the number without its plus", `15550200${ENTER}`, "15550200\n"],
		["yes", `yes${ENTER}`, "yes\n"],
		["nothing", ENTER, "\n"],
		["the end of the input", CTRL_D, "\n"],
	])("where %s is typed", async (_, type, echo) => {
		const modem = await bench();
		const heard = panelBeside(modem, "+15550200");
		expect(await asked(modem, [], [{ at: number.at, type }])).toEqual({
			status: 4,
			shown: `${PLAN}${echo}alarmpanel: that was not it; nothing was sent\n`,
		});
		expect(heard).toEqual([]);
		expect(existsSync(shell.path("site.audit"))).toBe(false);
	});

	test("where it is interrupted", async () => {
		const modem = await bench();
		const heard = panelBeside(modem, "+15550200");
		expect(await asked(modem, [], [{ at: number.at, type: CTRL_C }])).toEqual({
			status: 130,
			shown: `${PLAN}\n`,
		});
		expect(heard).toEqual([]);
		expect(existsSync(shell.path("site.audit"))).toBe(false);
	});
});

describe("--confirm asks before each message", () => {
	const ASKED = `${PLAN}+15550200
${BEGINNING}site.yaml: PROG 7982 USRS:1,\${ANNA_PIN},ANNA
send it? type yes: yes
site.yaml: sending PROG 7982 USRS:1,\${ANNA_PIN},ANNA
site.yaml: USRS:OK (1 of 3)
site.yaml: PROG 7982 DEAN:1,1,0123456701,Front
send it? type yes: `;

	test.each([
		["no", `no${ENTER}`, "no\n"],
		["the end of the input", CTRL_D, "\n"],
	])(
		"%s stops the site; --resume goes on with that message",
		async (_, type, echo) => {
			const modem = await bench();
			const heard = panelBeside(modem, "+15550200");
			const typings = [number, yes, { at: yes.at, type }];
			expect(await asked(modem, ["--confirm"], typings)).toEqual({
				status: 4,
				shown: `${ASKED}${echo}site.yaml (+15550200): stopped: message 2 was not to be sent
  1 of 3 messages confirmed, 3 SMS sent
  users.1.pin        acknowledged
  users.1.name       acknowledged
  zones.1.rfId       not sent
  zones.1.name       not sent
  zones.1.attribute  not sent
`,
			});
			expect(heard.splice(0)).toEqual([
				"PROG 7982 ECHO:",
				"PROG 7982 MOD?:",
				"PROG 7982 USRS:1,4711,ANNA",
			]);
			const again = ["--confirm", "--resume"];
			expect(await asked(modem, again, [number, yes, yes])).toEqual({
				status: 0,
				shown: `${PLAN}+15550200
${BEGINNING}site.yaml: PROG 7982 DEAN:1,1,0123456701,Front
send it? type yes: yes
site.yaml: sending PROG 7982 DEAN:1,1,0123456701,Front
site.yaml: DEAN:OK (2 of 3)
site.yaml: PROG 7982 DEVE:1,2
send it? type yes: yes
site.yaml: sending PROG 7982 DEVE:1,2
site.yaml: DEVE:OK (3 of 3)
site.yaml: sending PROG 7982 DEV?:1
site.yaml: an answer of 50 characters
site.yaml (+15550200): done: every message is confirmed
  3 of 3 messages confirmed, 5 SMS sent
  users.1.pin        acknowledged
  users.1.name       acknowledged
  zones.1.rfId       acknowledged
  zones.1.name       read
  zones.1.attribute  read
`,
			});
			expect(heard).toEqual([
				"PROG 7982 ECHO:",
				"PROG 7982 MOD?:",
				"PROG 7982 DEAN:1,1,0123456701,Front",
				"PROG 7982 DEVE:1,2",
				"PROG 7982 DEV?:1",
			]);
		},
	);

	test("where nobody can be asked nothing is sent, --yes or not", () => {
		const args = ["apply", "site.yaml", "--confirm", "--yes"];
		expect(shell.run([...args, "--modem", "tcp://127.0.0.1:1"])).toEqual({
			status: 1,
			stdout: "",
			stderr:
				"alarmpanel: --confirm asks on a terminal, and here is none\nalarmpanel apply --help says more\n",
		});
	});
});

test("many panels: each number is shown, and how many they are is asked for", async () => {
	const modem = await bench();
	const heard = twoSites([modem, modem]);
	const args = ["apply", "--sites", "sites.csv", "--template", "t.yaml"];
	const run = (typed: string) =>
		askedOnTerminal(
			shell,
			[...args, "--modem", modem.url],
			[{ at: "to send: ", type: `${typed}${ENTER}` }],
		);
	const table = `site     changes  messages  SMS  price  elsewhere  warnings
north          2         1    1      -          0         1
south          2         1    1      -          0         1
2 sites                  2    2      -
to 2 panels: up to 6 SMS
+15550201  north
+15550202  south
the P-Words and codes go to these 2 numbers; type 2 to send: `;
	expect(await run("1")).toEqual({
		status: 4,
		shown: `${table}1\nalarmpanel: that was not it; nothing was sent\n`,
	});
	expect(heard).toEqual([[], []]);
	const told = ({ site, at }: { site: string; at: string }) =>
		[
			`sending PROG 7982 ECHO:`,
			"ECHO:OK",
			"sending PROG 7982 MOD?:",
			"an answer of 6 characters",
			`sending PROG 7982 USRS:1,\${ANNA_PIN},ANNA`,
			"USRS:OK (1 of 1)",
		]
			.map((line) => `${site}: ${line}\n`)
			.join("") +
		`${site} (${at}): done: every message is confirmed
  1 of 1 message confirmed, 3 SMS sent
  users.1.pin   acknowledged
  users.1.name  acknowledged
`;
	expect(await run("2")).toEqual({
		status: 0,
		shown: `${table}2
${told({ site: "north", at: "+15550201" })}${told({ site: "south", at: "+15550202" })}`,
	});
	expect(heard).toEqual(
		Array(2).fill([
			"PROG 7982 ECHO:",
			"PROG 7982 MOD?:",
			"PROG 7982 USRS:1,4711,ANNA",
		]),
	);
});

test("over two modems --confirm asks one question after the other, each for one message", async () => {
	const modems = [await bench(), await bench()] as const;
	// Whichever modem takes a site: both networks have both panels.
	const heard = [...twoSites(modems), ...twoSites([modems[1], modems[0]])];
	const { status, shown } = await askedOnTerminal(
		shell,
		[
			...["apply", "--sites", "sites.csv", "--template", "t.yaml", "--confirm"],
			...modems.flatMap(({ url }) => ["--modem", url]),
		],
		[
			{ at: "to send: ", type: `2${ENTER}` },
			yes,
			{ at: yes.at, type: `no${ENTER}` },
		],
	);
	expect(status).toBe(4);
	const answers = [...shown.matchAll(/send it\? type yes: (.*)/g)];
	expect(answers.map(([, typed]) => typed)).toEqual(["yes", "no"]);
	const sent = heard.flat().filter((text) => text.includes("USRS"));
	expect(sent).toEqual(["PROG 7982 USRS:1,4711,ANNA"]);
});
