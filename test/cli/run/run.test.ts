import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

const FIRST_LIGHT = `PROG 7982 USRS:1,1234,JOHN,1
PROG 7982 USRS:1,1234,,1
PROG 7982 USRS:1,12,JOHN
PROG 0000 USRS:1,1234
hello
`;

test("a pipe becomes a transcript on stdout, with the reasons on stderr", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.pipe(["run"], FIRST_LIGHT)).toEqual({
		status: 0,
		stdout: `> PROG 7982 USRS:1,1234,JOHN,1
< USRS:OK
> PROG 7982 USRS:1,1234,,1
< USRS:OK
> PROG 7982 USRS:1,12,JOHN
< USRS:ERROR
> PROG 0000 USRS:1,1234
<
> hello
<
`,
		stderr: `factory credentials, printed in every manual: P-Word, installer code
PROG 7982 USRS:1,12,JOHN
                 ^^ user PIN: 4 digits, this has 2
USRS:user,[pin],[name],[latch]
no answer: installer code: not this panel's (config show --show-secrets names it)
no answer: installer code: missing, nothing follows the P-Word (write PWORD CODE WORD:p1,p2)
`,
	});
});

test("empty lines and comments are skipped, > forces an SMS, the last line needs no end", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { stdout, status } = shell.run(
		["run"],
		"\n  \n# nothing\n> # an SMS\nPROG 7982 ECHO:",
	);
	expect([status, stdout]).toEqual([
		0,
		"> # an SMS\n<\n> PROG 7982 ECHO:\n< ECHO:OK\n",
	]);
});

test("anything may come in: binary, bidi marks, 10,000 characters", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const lines = [
		"\u0000\u0001\u0002",
		"PROG 7982 USRS:1,\u202e1234",
		"PROG 7982 USRS:１,1234",
		`PROG 7982 USRS:1,${"9".repeat(10_000)}`,
		"x".repeat(10_000),
	];
	const { stdout, status } = shell.run(["run"], `${lines.join("\n")}\n`);
	const answers = stdout.split("\n").filter((line) => line.startsWith("<"));
	expect([status, answers]).toEqual([
		0,
		["<", "< USRS:ERROR", "< USRS:ERROR", "< USRS:ERROR", "<"],
	]);
});

test("what is programmed in one run is there in the next", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["run"], "PROG 7982 PWRD:HOUSE,4711\n");
	expect(shell.run(["run"], "PROG 7982 ECHO:\nHOUSE 4711 ECHO:\n").stdout).toBe(
		"> PROG 7982 ECHO:\n<\n> HOUSE 4711 ECHO:\n< ECHO:OK\n",
	);
});

test("run --json in a pipe prints JSON Lines of what came of each line", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const input = `${[
		"PROG 7982 USRS:2,5678,ANNA,1",
		"PROG 7982 MODE:A",
		"@ +1m",
		"! zone 1 open",
		"? users.2.name BEN",
	].join("\n")}\n`;
	const { status, stdout } = shell.run(["run", "--json"], input);
	expect(status).toBe(4);
	const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
	const text = (reply: string) =>
		expect.objectContaining({ from: "+15550101", reply });
	const entry = (event: string, about: string, by: string) => ({
		at,
		event: expect.objectContaining({ at, event, about, by }),
	});
	const bySms = "sms +15550101";
	expect(
		stdout
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line)),
	).toEqual([
		{ at, text: text("USRS:OK") },
		entry("programmed", "users.2", bySms),
		{ at, text: text("MODE:OK") },
		entry("arming", "away", bySms),
		{ at, mode: "arming" },
		// The panel armed while time passed, before the line had passed it all.
		entry("armed", "away", "clock"),
		{ at, mode: "away" },
		{ at, step: { line: "@ +1m", ok: true, remark: "" } },
		{
			at,
			step: {
				line: "! zone 1 open",
				ok: true,
				remark:
					"refused: zone 1 has no device (a device is added with DEAN, or learned at the panel)",
			},
		},
		entry("no-device", "zones.1", "site"),
		{
			at,
			step: {
				line: "? users.2.name BEN",
				ok: false,
				remark: expect.stringContaining("users.2.name: expected"),
			},
		},
	]);
});

test("in a pipe stderr says what the panel does by itself, and what a step comes to", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { stderr } = shell.run(
		["run"],
		"PROG 7982 MODE:A\n@ +1m\n! zone 1 open\n! keypad 9999 disarm\n",
	);
	expect(stderr.replaceAll(/^\d{4}-\S+/gm, "TIME")).toBe(
		[
			"factory credentials, printed in every manual: P-Word, installer code",
			"TIME armed away",
			"TIME no-device zones.1",
			"refused: zone 1 has no device (a device is added with DEAN, or learned at the panel)",
			"TIME wrong-code",
			"refused: keypad: nobody has this code",
			"",
		].join("\n"),
	);
});

test("a line without end is refused in a pipe", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.run(["run"], "A".repeat(200_000))).toEqual({
		status: 2,
		stdout: "",
		stderr: expect.stringContaining("stdin:1: a line is longer than 64 kB"),
	});
});

test("--model makes a throw-away panel, whatever panel is in the folder", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const before = readFileSync(shell.path("panel-config.json"), "utf8");
	const { status, stdout, stderr } = shell.run(
		["run", "--model", "cr200"],
		"PROG 1234 MODE:A\n? runtime.mode arming\n",
	);
	expect([status, stdout]).toEqual([
		0,
		"> PROG 1234 MODE:A\n< MODE:OK\n? runtime.mode arming\n",
	]);
	expect(stderr).toContain("a throw-away panel: nothing of it is kept\n");
	expect(readdirSync(shell.folder).toSorted()).toEqual([
		"panel-config.json",
		"panel-config.schema.json",
	]);
	expect(readFileSync(shell.path("panel-config.json"), "utf8")).toBe(before);
});

test("a byte order mark is no part of the first message", () => {
	const shell = new Shell();
	const { stdout } = shell.run(
		["run", "--model", "vst-2752"],
		"\uFEFFPROG 7982 ECHO:\r\nPROG 7982 ECHO:\r\n",
	);
	expect(stdout).toBe(
		"> PROG 7982 ECHO:\n< ECHO:OK\n> PROG 7982 ECHO:\n< ECHO:OK\n",
	);
});

test("a claim about a path that does not exist fails", () => {
	const shell = new Shell();
	const { status, stderr } = shell.run(
		["run", "--model", "vst-2752"],
		"? users.1.pn null\n",
	);
	expect(status).toBe(4);
	expect(stderr).toContain(
		"line 1: path: there is no users.1.pn; did you mean users.1.pin?\n",
	);
});
