import { mkdirSync, writeFileSync } from "node:fs";
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
