import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("a pipe takes the steps of a transcript, and goes on behind a bad one", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { status, stdout, stderr } = shell.run(
		["run"],
		`# a comment
PROG 7982 MODE:A
? runtime.mode arming

@ +30s
? runtime.mode away
? users.1.pin 4321
> # an SMS
@ soon
! zone 3 open
! zone x open
PROG 7982 ECHO:
`,
	);
	expect(stdout).toBe(`> PROG 7982 MODE:A
< MODE:OK
? runtime.mode arming
@ +30s
? runtime.mode away
? users.1.pin 4321
> # an SMS
<
! zone 3 open
> PROG 7982 ECHO:
< ECHO:OK
`);
	expect(stderr).toContain('line 7: users.1.pin: expected 4321, got "PIN#1"\n');
	expect(stderr).toContain(
		"stdin:9:3: time: a length of time or an instant, this is neither\n@ soon\n  ^^^^\n",
	);
	expect(stderr).toContain("stdin:11:8: zone: ");
	expect(status).toBe(2);
});

test("who texts what happens at a panel is told how to make it happen", () => {
	const { stdout, stderr } = new Shell().run(
		["run", "--model", "vst-2752"],
		"mains fail\nmains\nPROG 7982 ECHO:\n",
	);
	expect(stdout).toBe(
		"> mains fail\n<\n> mains\n<\n> PROG 7982 ECHO:\n< ECHO:OK\n",
	);
	expect(stderr).toBe(
		`factory credentials, printed in every manual: P-Word, installer code
a throw-away panel: nothing of it is kept
no answer: installer code: digits are due here (write PWORD CODE WORD:p1,p2)
to make it happen, write: ! mains fail
no answer: installer code: missing, nothing follows the P-Word (write PWORD CODE WORD:p1,p2)
the panel tests itself
`,
	);
});

test("a claim that does not hold fails the run, a refused message does not", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.run(["run"], "PROG 7982 USRS:1,12\n").status).toBe(0);
	expect(shell.run(["run"], "? runtime.mode away\n").status).toBe(4);
});

test("a pipe shows reports as a replay does, and its transcript holds there", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { stdout } = shell.run(
		["run"],
		`PROG 7982 RPEX:1,1,0,sms://+15550199
! sim missing
! sim present
`,
	);
	const transcript = `> PROG 7982 RPEX:1,1,0,sms://+15550199
< RPEX:OK
! sim missing
<+15550199 SIM missing
! sim present
<+15550199 SIM missing: restored
`;
	expect(stdout).toBe(transcript);
	writeFileSync(shell.path("evening.smst"), transcript);
	const { status, stdout: told } = shell.run(["replay", "evening.smst"]);
	expect([status, told.split("\n")[0]]).toEqual([
		0,
		"1 conversation: 1 passed, 0 failed; held 1 by a sister's manual (seed 1)",
	]);
});
