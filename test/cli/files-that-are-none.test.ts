import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

/** Verbs that read a file whose name somebody types: FILE stands for it. */
const readers: readonly (readonly string[])[] = [
	["check", "--file", "FILE"],
	["plan", "FILE"],
	["plan", "right.yaml", "--from", "FILE"],
	["plan", "--sites", "FILE", "--template", "right.yaml"],
	["apply", "FILE", "--to", "simulator", "--number", "+15550100"],
	["import", "FILE"],
	["handover", "FILE"],
	["dialect", "check", "FILE"],
	["check", "ECHO", "--dialect", "FILE"],
];

test.each(readers.map((words) => [words.join(" "), words] as const))(
	"%s says what is wrong with a file that is none",
	(_, words) => {
		const shell = new Shell();
		mkdirSync(shell.path("folder"));
		writeFileSync(shell.path("right.yaml"), "users: { 2: { latch: true } }\n");
		writeFileSync(
			shell.path("wide.txt"),
			Buffer.from("\ufeffPROG 7982 ECHO:\r\n", "utf16le"),
		);
		const said = (file: string) => {
			const { status, stdout, stderr } = shell.run(
				words.map((word) => (word === "FILE" ? file : word)),
			);
			return [status, stdout, stderr.split("\n")[0]];
		};
		expect(said("nowhere")).toEqual([
			...[2, ""],
			"alarmpanel: cannot read nowhere: it is not there",
		]);
		expect(said("folder")).toEqual([
			...[2, ""],
			expect.stringMatching(
				/^alarmpanel: cannot read folder: it is (a folder \(EISDIR\)|no file)$/,
			),
		]);
		expect(said("wide.txt")).toEqual([
			...[2, ""],
			"alarmpanel: cannot read wide.txt: this file is UTF-16; save it as UTF-8, or iconv -f UTF-16 -t UTF-8",
		]);
	},
);

/** Verbs that read a secret, or what another verb has written: FILE stands for it. */
const insiders: readonly (readonly [nowhere: string, ...words: string[]])[] = [
	["cannot read nowhere: it is not there", "plan", "right.yaml", "--secrets"],
	[
		"cannot read nowhere: it is not there",
		"receiver",
		"--account",
		"1234",
		"--keys",
	],
	["nowhere: there is no audit", "audit", "verify"],
	["nowhere: there is no audit", "handover", "right.yaml", "--audit"],
	[
		"--quirks: cannot read nowhere: it is not there",
		...["replay", "right.smst", "--quirks"],
	],
	["cannot read nowhere: it is not there", "replay", "--merge"],
];

test.each(
	insiders.map(([nowhere, ...words]) => [words.join(" "), nowhere, words]),
)(
	"%s says of a folder that it is one, and names what is not there",
	(_, nowhere, words) => {
		const shell = new Shell();
		mkdirSync(shell.path("folder"));
		writeFileSync(shell.path("right.yaml"), "users: { 2: { latch: true } }\n");
		writeFileSync(shell.path("right.smst"), "> PROG 7982 ECHO:\n");
		const said = (file: string) => {
			const { status, stdout, stderr } = shell.run([...words, file]);
			return [status, stdout, stderr];
		};
		expect(said("nowhere")).toEqual([2, "", `alarmpanel: ${nowhere}\n`]);
		expect(said("folder")).toEqual([
			...[2, ""],
			expect.stringMatching(
				/^alarmpanel: (--quirks: )?cannot read folder: it is a folder \(EISDIR\)\n$/,
			),
		]);
	},
);

test.each([
	["a line without a name", "= 1\n", 1],
	["a colon for the sign", "ANNA: 4711\nBERT=1234\n", 1],
	[
		"another line behind a good one",
		"# of the house\n\nANNA=4711\r\n4712\n",
		4,
	],
	["a line behind quotes of several", 'ANNA="47\n11"\n4712\n', 3],
])("of a file of secrets %s is named and not shown", (_, text, line) => {
	const shell = new Shell();
	writeFileSync(shell.path("right.yaml"), "users: { 2: { latch: true } }\n");
	writeFileSync(shell.path("s"), text);
	chmodSync(shell.path("s"), 0o600);
	for (const words of [
		["plan", "right.yaml", "--secrets", "s"],
		["receiver", "--account", "1234", "--keys", "s"],
	])
		expect(shell.run(words)).toEqual({
			status: 2,
			stdout: "",
			stderr: `alarmpanel: s:${line}: a line is NAME=value, this is none\n`,
		});
});

test("what a file of secrets may hold is read", () => {
	const shell = new Shell();
	writeFileSync(
		shell.path("site.yaml"),
		`users: { 2: { name: "\${A}", pin: "\${B}" }, 3: { name: "\${C}", pin: "\${D}" } }\n`,
	);
	writeFileSync(
		shell.path("site.secrets"),
		"\ufeff# people\r\nA=\"AN#NA\"\r\n\r\nexport B=4711\r\n  C = 'BE=RT' # he\nD=`4712`\n",
	);
	chmodSync(shell.path("site.secrets"), 0o600);
	const { status, stdout } = shell.run([
		...["plan", "site.yaml", "--from", "factory", "--show-secrets"],
	]);
	expect(status).toBe(5);
	expect(stdout.match(/PROG .*/g)).toEqual([
		"PROG 7982 USRS:2,4711,AN#NA",
		"PROG 7982 USRS:3,4712,BE=RT",
	]);
});

test("what has no line of an audit in it is none, whatever wrote it", () => {
	const shell = new Shell();
	writeFileSync(shell.path("site.yaml"), 'number: "+15550100"\n');
	for (const [text, said] of [
		["", "a: there is no audit"],
		['{"line":1,"at":"2026', "a: there is no audit"],
		["\0\0\0", "a: there is no audit"],
		['{"model":"vst-2752"}', "a:1: this is no line of an audit"],
		["users: {}\n", "a:1: this is no line of an audit"],
	] as const) {
		writeFileSync(shell.path("a"), text);
		for (const words of [
			["audit", "verify", "a"],
			["audit", "observed", "a"],
			["handover", "site.yaml", "--audit", "a"],
		])
			expect([text, shell.run(words)]).toEqual([
				text,
				{ status: 2, stdout: "", stderr: `alarmpanel: ${said}\n` },
			]);
		expect(readFileSync(shell.path("a"), "utf8")).toBe(text);
	}
});

test("what is read is not written over", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const site = "users: { 2: { latch: true } }\n";
	writeFileSync(shell.path("site.yaml"), site);
	writeFileSync(shell.path("visit.smst"), "> PROG 7982 ECHO:\n");
	writeFileSync(shell.path("site.secrets"), "A=1\n");
	chmodSync(shell.path("site.secrets"), 0o600);
	const files = [
		"panel-config.json",
		"site.yaml",
		"visit.smst",
		"site.secrets",
	];
	const contents = () =>
		files.map((file) => readFileSync(shell.path(file), "utf8"));
	const before = contents();
	for (const [words, file] of [
		[["import", "panel-config.json", "--force", "--out"], "panel-config.json"],
		[["import", "visit.smst", "--force", "--out"], "./visit.smst"],
		[
			["handover", "site.yaml", "--out"],
			`../${shell.folder.replace(/^.*\//, "")}/site.yaml`,
		],
		[["handover", "site.yaml", "--out"], "site.secrets"],
		[
			["handover", "site.yaml", "--from", "panel-config.json", "--out"],
			"panel-config.json",
		],
	] as const)
		expect(shell.run([...words, file])).toEqual({
			status: 1,
			stdout: "",
			stderr: `alarmpanel: --out: ${file} is read, and would be replaced\nalarmpanel ${words[0]} --help says more\n`,
		});
	expect(contents()).toEqual(before);
});

test.each([
	["nothing", ""],
	["a comment", "# users:\n"],
	["a byte order mark", "\ufeff"],
])("a site of which there is but %s is refused", (_, text) => {
	const shell = new Shell();
	writeFileSync(shell.path("site.yaml"), text);
	for (const words of [
		["plan", "site.yaml"],
		["apply", "site.yaml", "--to", "simulator", "--number", "+15550100"],
		["handover", "site.yaml"],
	])
		expect(shell.run(words)).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: site.yaml: the site is empty; it names what the panel is to have, such as users\n",
		});
});

test("two rows of one name are no two sites, for plan as for apply", () => {
	const shell = new Shell();
	writeFileSync(shell.path("site.yaml"), 'number: "{{number}}"\n');
	writeFileSync(
		shell.path("sites.csv"),
		"site,from,number\nnorth,factory,+15550100\nnorth,factory,+15550101\n",
	);
	for (const verb of ["plan", "apply"])
		expect(
			shell.run([
				...[verb, "--sites", "sites.csv", "--template", "site.yaml"],
				...(verb === "apply" ? ["--dry-run", "--max-sms", "9"] : []),
			]),
		).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: sites.csv:3: site north: another row has the same name\n",
		});
});

test("a list without a message is not called right", () => {
	const shell = new Shell();
	writeFileSync(shell.path("none.txt"), "# PROG 7982 ECHO:\r\n\r\n");
	expect(shell.run(["check", "--file", "none.txt"])).toEqual({
		status: 2,
		stdout: "",
		stderr:
			"alarmpanel: none.txt: there is no message to judge; each stands on a line of its own\n",
	});
	expect(shell.run(["check", "-", "--json"], "\n")).toEqual({
		status: 2,
		stdout: "",
		stderr:
			"alarmpanel: standard input: there is no message to judge; each stands on a line of its own\n",
	});
});

test("who may say a word is not judged where no panel is known", () => {
	const shell = new Shell();
	expect(shell.run(["check", "arm", "--as", "+33612345678"])).toEqual({
		status: 1,
		stdout: "",
		stderr:
			"alarmpanel: --as needs a panel's file, which says who may do what: --config FILE\nalarmpanel check --help says more\n",
	});
	shell.run(["config", "init"]);
	expect(shell.run(["check", "arm", "--as", "+33612345678"]).status).toBe(4);
});

test("what cannot be made says which file and why", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	writeFileSync(shell.path("file"), "");
	writeFileSync(shell.path("site.yaml"), 'number: "{{number}}"\n');
	writeFileSync(
		shell.path("sites.csv"),
		"site,from,number\nnorth,factory,+15550100\n",
	);
	const many = ["apply", "--sites", "sites.csv", "--template", "site.yaml"];
	for (const [words, said] of [
		[
			["grammar", "--svg", "file/x"],
			"file/x cannot be written: its folder is a file (ENOTDIR)",
		],
		[
			[...many, "--dry-run", "--audit", "file/x"],
			"file/x cannot be written: its folder is a file (ENOTDIR)",
		],
		[
			["run", "--line", "+15550101=pty:nowhere/x"],
			`--line +15550101: ${shell.path("nowhere/x")}: its folder is not there (ENOENT)`,
		],
	] as const) {
		const { status, stdout, stderr } = shell.run(words);
		expect([status, stdout, stderr.split("\n").at(-2)]).toEqual([
			...[3, ""],
			`alarmpanel: ${said}`,
		]);
	}
});
