import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("writes a message and says what its blanks do", () => {
	const shell = new Shell();
	expect(
		shell.run(["compose", "USRS", "user=1", "pin=1234", "latch=1"]),
	).toEqual({
		status: 0,
		stdout: "PROG 7982 USRS:1,1234,,1\n",
		stderr:
			"by the manual: printed in the manual of Climax VST-2745 and VST-2752 (VST, MZ57)\nname: left blank, which clears it\n",
	});
});

test.each([
	[["USRS", "user=2", "pin=", "name="], "PROG 7982 USRS:2,,"],
	[["USRS", "user=1", "pin=0000"], "PROG 7982 USRS:1,0000"],
	[["MODE", "mode=away"], "PROG 7982 MODE:A"],
	[["ECHO"], "PROG 7982 ECHO:"],
	[["PIN?"], "PROG 7982 PIN?"],
	[
		["USRS", "user=97", "pin=1111", "--model", "mz-8"],
		"PROG 7982 USRS:1,97,1111",
	],
	[["MODE", "mode=H", "--model", "cr200"], "PROG 1234 MODE:H"],
	[
		["APN", "apn=internet", "user=", "password=", "--model", "mobile-mates"],
		"APN:PROG,1111,internet,,",
	],
	[["RSTG", "--model", "mobile-mates"], "RSTG:PROG,1111"],
] as const)("%j", (args, message) => {
	const { status, stdout } = new Shell().run(["compose", ...args]);
	expect([status, stdout]).toEqual([0, `${message}\n`]);
});

test("the verdict is said first, and --strict writes only what a maker has printed", () => {
	const shell = new Shell();
	expect(shell.run(["compose", "TIMR", "exitAway=30"])).toEqual({
		status: 0,
		stdout: "PROG 7982 TIMR:30\n",
		stderr:
			"only here: our extension: no real panel knows it (no manual page seen sets a timer by SMS)\n",
	});
	expect(shell.run(["compose", "TIMR", "exitAway=30", "--strict"])).toEqual({
		status: 4,
		stdout: "",
		stderr:
			"only here: our extension: no real panel knows it (no manual page seen sets a timer by SMS); --strict refuses it\n",
	});
	expect(shell.json("compose", "MODE", "mode=A", "--strict")).toEqual({
		ok: true,
		text: "PROG 7982 MODE:A",
		verdict: "by a sister's manual",
		provenance: "family",
		source: "CR18",
		diagnostics: [],
		remarks: [],
		uri: null,
	});
});

test("takes the credentials of the panel's file", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["text", "PROG 7982 PWRD:HOUSE,4711"]);
	expect(shell.run(["compose", "MODE", "mode=D"]).stdout).toBe(
		"HOUSE 4711 MODE:D\n",
	);
});

test("hands the message to a phone", () => {
	const args = ["compose", "MODE", "mode=A", "--to", "+15550100"];
	const shell = new Shell();
	expect(shell.run([...args, "--link"]).stdout).toBe(
		"sms:+15550100?body=PROG%207982%20MODE%3AA\n",
	);
	expect(shell.run([...args, "--qr"]).stdout).toMatch(
		/^PROG 7982 MODE:A\n(?:[ ▀▄█]+\n)+$/,
	);
});

test.each([
	["a value that does not fit is refused", ["USRS", "user=1", "pin=12"], 4],
	["a required field has to be given", ["USRS", "pin=1234"], 4],
	["a field that there is not is wrong usage", ["USRS", "usr=1"], 1],
	["so is a word that there is not", ["USR"], 1],
	["a comma cannot be sent", ["USRS", "user=1", "name=A,B"], 1],
	["a link needs a number", ["ECHO", "--link"], 1],
])("%s", (_, args, status) => {
	const ended = new Shell().run(["compose", ...args]);
	expect([ended.status, ended.stdout]).toEqual([status, ""]);
	expect(ended.stderr).not.toBe("");
});

test.each([
	["DISARM", "DISARM", "DISARM 1234, with their own PIN"],
	["BYPASS", "BYPASS", "BYPASS 3"],
	["arm", "ARM", "ARM"],
	["SMS DISABLE", "SMS DISABLE", "SMS DISABLE"],
])(
	"%s needs no composing, and how people text it is told",
	(word, said, form) => {
		expect(new Shell().run(["compose", word])).toEqual({
			status: 1,
			stdout: "",
			stderr: `alarmpanel: ${said} is a plain word and needs no composing: people on the list text it as ${form}\nalarmpanel compose --help says more\n`,
		});
	},
);
