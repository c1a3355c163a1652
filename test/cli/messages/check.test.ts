import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("--json names what every part does, and where it stands", () => {
	const shell = new Shell();
	expect(shell.json("check", "PROG 7982 USRS:1,1234,,1")).toEqual({
		verdict: "by the manual",
		ok: true,
		text: "**** **** USRS:1,****,,1",
		model: "vst-2752",
		judged: "shape",
		command: "USRS",
		usage: "USRS:user,[pin],[name],[latch]",
		help: "Give a user a PIN, a name and a latch report, or delete one.",
		provenance: "manual",
		source: "VST, MZ57",
		origin: "printed in the manual of Climax VST-2745 and VST-2752 (VST, MZ57)",
		warning:
			"factory credentials, printed in every manual: P-Word, installer code",
		parameters: [
			{
				name: "user",
				label: "user number",
				action: "set",
				value: "1",
				meaning: null,
				start: 15,
				end: 16,
			},
			{
				name: "pin",
				label: "user PIN",
				action: "set",
				value: "****",
				meaning: null,
				start: 17,
				end: 21,
			},
			{
				name: "name",
				label: "user name",
				action: "clear",
				value: "",
				meaning: "a blank clears it",
				start: 22,
				end: 22,
			},
			{
				name: "latch",
				label: "latch report",
				action: "set",
				value: "1",
				meaning: "on",
				start: 23,
				end: 24,
			},
		],
		sms: { characters: 24, alphabet: "gsm-7", parts: 1 },
		diagnostics: [],
	});
});

test("without a file only the shape is judged, and it says so", () => {
	expect(new Shell().run(["check", "GORP", "1111", "USRS:2,,BEN"])).toEqual({
		status: 0,
		stdout: `by the manual: GORP 1111 USRS:2,,BEN
USRS:user,[pin],[name],[latch]  Give a user a PIN, a name and a latch report, or delete one.
printed in the manual of Climax VST-2745 and VST-2752 (VST, MZ57)
  user   set     2
  pin    keep    a blank keeps the old value
  name   set     BEN
  latch  absent  says nothing
21 characters, gsm-7, 1 SMS; judged by the shape of vst-2752 only: users, PINs and credentials were not looked at (--config FILE)
`,
		stderr: "",
	});
});

test("without a file a message that every panel refuses is wrong all the same", () => {
	const shell = new Shell();
	expect(shell.run(["check", "GORP", "1", "USRS:2"])).toEqual({
		status: 4,
		stdout: `wrong
GORP 1 USRS:2
     ^ installer code: 4 digits, this has 1
GORP 1 USRS:2
       ^^^^ the message changes nothing of the user
add a PIN, a name or a latch report; two blanks (user,,) delete a user
USRS:user,[pin],[name],[latch]  Give a user a PIN, a name and a latch report, or delete one.
printed in the manual of Climax VST-2745 and VST-2752 (VST, MZ57)
  user   set     2
  pin    absent  says nothing
  name   absent  says nothing
  latch  absent  says nothing
13 characters, gsm-7, 1 SMS; judged by the shape of vst-2752 only: users, PINs and credentials were not looked at (--config FILE)
`,
		stderr: "",
	});
	expect(shell.json("check", "PROG 7982 USRS:2")).toMatchObject({
		ok: false,
		verdict: "wrong",
		judged: "shape",
		diagnostics: [{ code: "user/nothing", start: 10, end: 14 }],
	});
	expect(shell.run(["compose", "USRS", "user=2"])).toMatchObject({
		status: 4,
		stdout: "",
		stderr: expect.stringContaining(
			"the message changes nothing of the user\nadd a PIN",
		),
	});
});

test("what only the simulated panel refuses is right by the maker's manual, and it says so", () => {
	const shell = new Shell();
	expect(shell.run(["check", "--model", "dsc", "Disarm 8 1234"])).toEqual({
		status: 0,
		stdout: `by the manual: Disarm 8 1234
take care: the panel that is simulated here refuses it: this panel has one partition
Disarm <partition> CODE  Disarm.
take care: it disarms
printed in the manual of DSC 2G, 3G and LTE communicators for PowerSeries and Neo (DS33 DS24)
  partition  set     8
13 characters, gsm-7, 1 SMS; judged by the shape of dsc only: users, PINs and credentials were not looked at (--config FILE)
`,
		stderr: "",
	});
	expect(
		shell.json("check", "--model", "rtu5023", "1234A10T+33123456"),
	).toMatchObject({
		ok: true,
		remarks: [
			"the panel that is simulated here refuses it: there is no phone10",
		],
	});
	expect(
		shell.run([
			...["compose", "--model", "rtu5023", "A", "n=10", "phone=+33123456"],
		]),
	).toEqual({
		status: 0,
		stdout: "1234A10T+33123456\n",
		stderr: `by the manual: printed in the manual of King Pigeon RTU5020 and RTU5023, Watchguard WGSMSB and WGSMSC (R23 R20 WSC)
the panel that is simulated here refuses it: there is no phone10
`,
	});
});

test("with a file users, PINs and credentials are judged, and nothing changes", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const verdict = (message: string) => shell.json("check", message);
	expect(verdict("PROG 7982 USRS:2")).toMatchObject({
		ok: false,
		judged: "panel",
		diagnostics: [{ code: "user/no-pin", parameter: "pin" }],
	});
	expect(verdict("PROG 7982 USRS:2,1234")).toMatchObject({
		ok: false,
		diagnostics: [{ code: "user/duplicate-pin", start: 17, end: 21 }],
	});
	expect(verdict("PROG 0000 USRS:1,1234")).toMatchObject({
		ok: false,
		diagnostics: [{ code: "credentials/code", start: 5, end: 9 }],
	});
	expect(verdict("PROG 7982 USRS:2,5678")).toMatchObject({ ok: true });
	expect(shell.json("config", "show")).toMatchObject({
		users: [{ id: 1 }],
		runtime: { log: [] },
	});
});

test("reads messages from a file or from stdin, a verdict each", () => {
	const shell = new Shell();
	const { status, stdout, stderr } = shell.pipe(
		["check", "-", "--json", "--model", "cr200"],
		"PROG 1234 MODE:A\n\nPROG 1234 USRS:1\n",
	);
	const verdicts = stdout
		.trim()
		.split("\n")
		.map((text) => JSON.parse(text));
	expect([
		status,
		verdicts.map(({ line, verdict, ok, text }) => [line, verdict, ok, text]),
		stderr,
	]).toEqual([
		4,
		[
			[1, "by the manual", true, "**** **** MODE:A"],
			[3, "wrong", false, "**** **** USRS:1"],
		],
		"2 messages, 2 SMS: 1 right, 1 wrong, the first on line 3; judged in order, from a cr200 fresh from the factory on, with the credentials of the first message (--config FILE judges by a panel)\n",
	]);
	expect(shell.run(["check", "--file", "none.txt"]).status).toBe(2);
});

test("--strict accepts only what a manual of this maker prints", () => {
	const shell = new Shell();
	const strict = (message: string) =>
		shell.run(["check", message, "--strict"]).status;
	expect([
		strict("PROG 7982 USRS:1,1234"),
		strict("PROG 7982 MODE:A"),
		strict("PROG 7982 TIMR:30"),
	]).toEqual([0, 0, 4]);
});

test("says why mz-8 refuses the four-parameter USRS", () => {
	const { status, stdout } = new Shell().run([
		"check",
		"PROG 7982 USRS:1,1234,JOHN,1",
		"--model",
		"mz-8",
	]);
	expect(status).toBe(4);
	expect(stdout).toContain(
		"MZ-8 wants the area, always 1, in front of the user number (MZ58); this is the form of VST: USRS:1,1,1234,JOHN,1",
	);
});

test("all that is wrong is named: a wrong P-Word hides no other fault", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.run(["check", "HOUSE", "0000", "USRS:2,12"])).toEqual({
		status: 4,
		stdout: `wrong
HOUSE 0000 USRS:2,12
^^^^^ P-Word: not this panel's
config show --show-secrets names it
HOUSE 0000 USRS:2,12
      ^^^^ installer code: not this panel's
config show --show-secrets names it
HOUSE 0000 USRS:2,12
                  ^^ user PIN: 4 digits, this has 2
USRS:user,[pin],[name],[latch]  Give a user a PIN, a name and a latch report, or delete one.
printed in the manual of Climax VST-2745 and VST-2752 (VST, MZ57)
  user   set     2
  pin    wrong   12
  name   absent  says nothing
  latch  absent  says nothing
20 characters, gsm-7, 1 SMS; judged by the panel's file
`,
		stderr: "",
	});
});

test("a choice is shown with its meaning", () => {
	const shell = new Shell();
	const { stdout } = shell.run([
		...["check", "--model", "mz-8", "PROG 7982 DEVE:3,2,Door"],
	]);
	expect(stdout).toContain("set     2 entry");
});
