/** Sites, lists of sites and options that `plan` refuses, and what it says. */
import { chmodSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

const shell = new Shell();

function file(name: string, text: string, mode = 0o600): string {
	writeFileSync(shell.path(name), text);
	chmodSync(shell.path(name), mode);
	return name;
}

file("site.secrets", "\uFEFFANNA_PIN=4711\r\n");
file("site.yaml", `users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }\n`);
file("t.yaml", 'users: { 1: { name: "{{name}}", pin: "{{pin}}" } }\n');
file("sites.csv", "site,name,pin,from\nnorth,ANNA,1111,factory\n");
shell.run(["config", "init", "--config", "house.json"]);

describe("what is wrong is said with its place, and ends with 2", () => {
	const wrong: readonly (readonly [string, string, string])[] = [
		[
			"a wrong key",
			"users: { 1: { nam: ANNA } }\n",
			"wrong.yaml:1:15: users.1.nam: there is no such key (did you mean name?)\nusers: { 1: { nam: ANNA } }\n              ^^^ there is no such key (did you mean name?)\n",
		],
		[
			"a PIN that two users share",
			'users:\n  1: { pin: "4711" }\n  2: { pin: "4711" }\n',
			'wrong.yaml:3:13: users.2.pin: user 1 has the same PIN\n  2: { pin: "4711" }\n            ^^^^^^ user 1 has the same PIN\n',
		],
		[
			"an unknown attribute",
			"model: cr200\nzones: { 1: { attribute: entri } }\n",
			"wrong.yaml:2:26: zones.1.attribute: one of burglar, home-omit, entry, home-12-omit, home-13-omit, home-access, delay, away-only, away-entry, 24-hour, fire, medical, water, silent-panic, personal-attack, set-unset, perimeter, follower, interior, this is none of them (did you mean entry?)\nzones: { 1: { attribute: entri } }\n                         ^^^^^ one of burglar, home-omit, entry, home-12-omit, home-13-omit, home-access, delay, away-only, away-entry, 24-hour, fire, medical, water, silent-panic, personal-attack, set-unset, perimeter, follower, interior, this is none of them (did you mean entry?)\n",
		],
		[
			"a missing variable",
			`users: { 1: { pin: "\${NOBODY_HAS_IT}" } }\n`,
			`wrong.yaml:1:20: users.1.pin: nothing stands for \${NOBODY_HAS_IT}\nusers: { 1: { pin: "\${NOBODY_HAS_IT}" } }\n                   ^^^^^^^^^^^^^^^^^^ nothing stands for \${NOBODY_HAS_IT}\na secret is a line NAME=value in wrong.secrets, which only you can read, or in the environment\n`,
		],
		[
			"user 1 gone",
			"users: { 1: { absent: true } }\n",
			"wrong.yaml:1:23: users.1.absent: user 1 can never go\nusers: { 1: { absent: true } }\n                      ^^^^ user 1 can never go\n",
		],
	];

	test.each(wrong)("%s", (_, text, said) => {
		file("wrong.yaml", text);
		const ended = shell.run(["plan", "wrong.yaml"]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr: `alarmpanel: the site is wrong\n${said}`,
		});
	});

	test("a CSV with a short line", () => {
		file("short.csv", "site,name,pin\nnorth,ANNA,1111\nsouth,BEN\n");
		const ended = shell.run([
			...["plan", "--sites", "short.csv", "--template", "t.yaml"],
			...["--from", "factory"],
		]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: short.csv:3: the line has 2 fields, and the header 3\n",
		});
	});

	test("a value that a column has made, which is told; one with a secret in it is not", () => {
		file(
			"number.yaml",
			'number: "{{number}}"\nusers: { 1: { pin: "{{pin}}" } }\n',
		);
		file("numbers.csv", `site,number,pin\nnorth,+33 612,\${ANNA_PIN}1\n`);
		const ended = shell.run([
			...["plan", "--sites", "numbers.csv", "--template", "number.yaml"],
			...["--secrets", "site.secrets", "--from", "factory"],
		]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr: `alarmpanel: numbers.csv:2: site north: 2 things are wrong with the site
number.yaml:1:9: number: a phone number in quotes and without spaces, as +15550100; {{number}} is "+33 612"
number: "{{number}}"
        ^^^^^^^^^^^^ a phone number in quotes and without spaces, as +15550100; {{number}} is "+33 612"
number.yaml:2:20: users.1.pin: 4 digits, this has 5
users: { 1: { pin: "{{pin}}" } }
                   ^^^^^^^^^ 4 digits, this has 5
`,
		});
	});

	test("a CSV with two columns of one name", () => {
		file("twice.csv", "site,pin,pin\nnorth,1111,2222\n");
		const ended = shell.run([
			...["plan", "--sites", "twice.csv", "--template", "t.yaml"],
			...["--from", "factory"],
		]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr: "alarmpanel: twice.csv:1: two columns are named pin\n",
		});
	});

	test("a row without a code of its own", () => {
		file(
			"codes.csv",
			"site,name,pin,code\nnorth,ANNA,1111,7982\nsouth,BEN,2222,\n",
		);
		const ended = shell.run([
			...["plan", "--sites", "codes.csv", "--template", "t.yaml"],
		]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: codes.csv:3: site south: it has no code of its own: a column `code` says what lets messages in\n",
		});
	});

	test("secrets that others can read", () => {
		file("my open.secrets", "ANNA_PIN=4711\n", 0o644);
		const ended = shell.run([
			...["plan", "site.yaml", "--secrets", "my open.secrets"],
		]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: cannot read my open.secrets: others can read it; chmod 600 'my open.secrets' and use it then\n",
		});
	});

	test("a file of another model", () => {
		file("cr200.yaml", "model: cr200\n");
		const ended = shell.run(["plan", "cr200.yaml", "--from", "house.json"]);
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: house.json is of a vst-2752, and the site of a cr200\n",
		});
	});
});

describe("what would be passed over is refused", () => {
	const template = ["--sites", "sites.csv", "--template", "t.yaml"];
	const many = [...template, "--secrets", "site.secrets"];

	test.each([
		[
			"a variable that stands nowhere",
			["site.yaml", "--var", "nme=ANNA"],
			"--var nme: site.yaml has no {{nme}}; it has no variables",
		],
		[
			"one of many sites that is mistyped",
			[...many, "--var", "nme=ANNA"],
			"--var nme: t.yaml has no {{nme}}; it has {{name}}, {{pin}}",
		],
		[
			"a variable that a column hides",
			[...many, "--var", "name=ANNA"],
			"--var name: sites.csv has a column for it",
		],
		[
			"a variable with two values",
			["site.yaml", "--var", "a=1", "--var", "a=2"],
			"--var a is given twice",
		],
		[
			"a code for all panels",
			[...many, "--code", "7982"],
			"--code is for one site; a CSV has a column for it",
		],
		[
			"a code that is not that of the panel",
			["site.yaml", "--from", "factory", "--code", "9999"],
			"code: factory has another code; leave it out, or start from unknown",
		],
		[
			"a P-Word that is not that of the panel",
			["site.yaml", "--from", "house.json", "--keyword", "HOUSE"],
			"keyword: house.json has another P-Word; leave it out, or start from unknown",
		],
		[
			"a code that no panel has",
			["site.yaml", "--code", "99"],
			"installer code: 4 digits, this has 2",
		],
		[
			"a P-Word for another maker's panel",
			["jablotron.yaml", "--keyword", "HOUSE"],
			"P-Word: messages of jablotron-gd04 have none",
		],
		[
			"a P-Word that is none of another maker's",
			["amc.yaml", "--keyword", "HOUSE", "--code", "111111"],
			"P-Word: one of UPWD, TPWD",
		],
		[
			"a code that no panel of another maker has",
			["jablotron.yaml", "--code", "A"],
			"code: 2 to 8 letters or digits, this has 1",
		],
		[
			"a sender of no country",
			["site.yaml", "--sender", "0612345678"],
			"--sender: 0612345678: a national number: its meaning depends on the SIM's country; write + and the country code in front",
		],
	])("%s", (_, args, message) => {
		file("jablotron.yaml", "model: jablotron-gd04\n");
		file("amc.yaml", "model: amc\n");
		expect(shell.run(["plan", ...args])).toEqual({
			status: 1,
			stdout: "",
			stderr: `alarmpanel: ${message}\nalarmpanel plan --help says more\n`,
		});
	});

	test("a code that is that of the panel says nothing new, and a CSV has tabs too", () => {
		file(
			"tabs.csv",
			"site\tname\tpin\tfrom\tcode\nnorth\tANNA\t4711\tfactory\t7982\n",
		);
		const { status, stdout } = shell.run([
			...["plan", "--sites", "tabs.csv", "--template", "t.yaml"],
		]);
		expect([status, stdout.split("\n")[1]]).toEqual([
			5,
			"north         2         1    1      -          0         1",
		]);
	});
});

test("what is nearly a beginning is named, where no file has that name", () => {
	const shell = new Shell();
	writeFileSync(shell.path("site.yaml"), "model: vst-2752\n");
	expect(shell.run(["plan", "site.yaml", "--from", "factroy"])).toEqual({
		status: 2,
		stdout: "",
		stderr: "alarmpanel: --from: there is no factroy; did you mean factory?\n",
	});
});
