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
				...{ name: "user", label: "user number", action: "set", value: "1" },
				...{ meaning: null, start: 15, end: 16 },
			},
			{
				...{ name: "pin", label: "user PIN", action: "set", value: "****" },
				...{ meaning: null, start: 17, end: 21 },
			},
			{
				...{ name: "name", label: "user name", action: "clear", value: "" },
				...{ meaning: "a blank clears it", start: 22, end: 22 },
			},
			{
				...{ name: "latch", label: "latch report", action: "set", value: "1" },
				...{ meaning: "on", start: 23, end: 24 },
			},
		],
		sms: { characters: 24, alphabet: "gsm-7", parts: 1 },
		diagnostics: [],
	});
});

test("without a file only the shape is judged, and it says so", () => {
	expect(new Shell().run(["check", "GORP", "1", "USRS:2"])).toEqual({
		status: 0,
		stdout: `by the manual: GORP 1 USRS:2
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
