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
	expect(shell.run(["run"], FIRST_LIGHT)).toEqual({
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
	const input =
		"PROG 7982 USRS:2,5678,ANNA,1\n! zone 1 open\n? users.2.name BEN\n";
	const { status, stdout } = shell.run(["run", "--json"], input);
	expect(status).toBe(4);
	const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
	expect(
		stdout
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line)),
	).toEqual([
		{
			at,
			text: expect.objectContaining({ from: "+15550101", reply: "USRS:OK" }),
		},
		{ at, step: expect.objectContaining({ line: "! zone 1 open", ok: true }) },
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

test("a line without end is refused in a pipe", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.run(["run"], "A".repeat(200_000))).toEqual({
		status: 2,
		stdout: "",
		stderr: expect.stringContaining("stdin:1: a line is longer than 64 kB"),
	});
});
