import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

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
	expect(stderr).toContain('line 7: users.1.pin: expected 4321, got "****"\n');
	expect(stderr).toContain(
		"stdin:9:3: time: a length of time or an instant, this is neither\n@ soon\n  ^^^^\n",
	);
	expect(stderr).toContain("stdin:11:8: zone: ");
	expect(status).toBe(2);
});

test("a claim that does not hold fails the run, a refused message does not", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.run(["run"], "PROG 7982 USRS:1,12\n").status).toBe(0);
	expect(shell.run(["run"], "? runtime.mode away\n").status).toBe(4);
});
