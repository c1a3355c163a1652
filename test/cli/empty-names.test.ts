import { readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

const shell = new Shell();
shell.run(["config", "init"]);
writeFileSync(
	shell.path("site.yaml"),
	'model: vst-2752\nnumber: "+15550100"\nusers: { 2: { pin: "4711" } }\n',
);
writeFileSync(shell.path("a.smst"), "> PROG 7982 MODE:A\n< MODE:OK\n");
const there = readdirSync(shell.folder);

const SIMULATED = "--to simulator --from factory";

/** Lines with an empty word, written `''`, and what is said of it. */
const empty = [
	["page --out ''", "--out: it is empty"],
	["page --out=", "--out: it is empty"],
	["import panel-config.json --out ''", "--out: it is empty"],
	["handover site.yaml --out ''", "--out: it is empty"],
	["grammar --svg ''", "--svg: it is empty"],
	["check --file ''", "--file: it is empty"],
	["check -f ''", "--file: it is empty"],
	["check x --as ''", "--as: it is empty"],
	["check x --dialect ''", "--dialect: it is empty"],
	["status --config ''", "--config: it is empty"],
	["status -c ''", "--config: it is empty"],
	["config init -c ''", "--config: it is empty"],
	["plan site.yaml --secrets ''", "--secrets: it is empty"],
	["plan site.yaml --from ''", "--from: it is empty"],
	["plan site.yaml --code ''", "--code: it is empty"],
	["plan --sites '' --template site.yaml", "--sites: it is empty"],
	["apply site.yaml --modem auto: --audit ''", "--audit: it is empty"],
	[`apply '' ${SIMULATED}`, "site is missing: alarmpanel apply [site]"],
	[`apply - ${SIMULATED}`, "apply takes no - for standard input; name a file"],
	["plan ''", "site is missing: alarmpanel plan [site]"],
	["plan -", "plan takes no - for standard input; name a file"],
	["handover ''", "site is missing: alarmpanel handover <site>"],
	["handover -", "handover takes no - for standard input; name a file"],
	["import ''", "file is missing: alarmpanel import <file>"],
	["import -", "import takes no - for standard input; name a file"],
	["audit verify ''", "file is missing: alarmpanel audit <action> <file>"],
	["audit verify -", "audit takes no - for standard input; name a file"],
	["site forget ''", "site is missing: alarmpanel site <action> <site>"],
	["dialect check ''", "file is missing: alarmpanel dialect <action> <file>"],
	["replay ''", "file is missing: alarmpanel replay [file..]"],
	["replay a.smst ''", "file is missing: alarmpanel replay [file..]"],
	["replay a.smst --digest-file ''", "--digest-file: it is empty"],
	["replay a.smst --coverage-json ''", "--coverage-json: it is empty"],
	["replay a.smst --quirks ''", "--quirks: it is empty"],
	["replay a.smst --filter ''", "--filter: it is empty"],
	["replay a.smst --seed ''", "--seed: it is empty"],
	["text x --number ''", "--number: it is empty"],
	["run --number ''", "--number: it is empty"],
	["serve --number ''", "--number: it is empty"],
	["run --record ''", "--record: it is empty"],
	["serve --on-trouble ''", "--on-trouble: it is empty"],
	["serve --http ''", "--http: it is empty"],
	["commands --search ''", "--search: it is empty"],
	["people add +33612345678 --name A --can ''", "--can: it is empty"],
	[
		"people add ''",
		"write people add NUMBER, as people add +33612345678 --name Anna",
	],
	["people remove ''", "write people remove WHO, as people remove Anna"],
	["otp uri ''", "write otp uri WHO, as otp uri Anna"],
	["config get ''", "write config get PATH, as config get timers.exitAway"],
	[
		"config diff panel-config.json ''",
		"write config diff FILE OTHER, as config diff a.json b.json",
	],
	[
		"modem ussd '' --modem virtual:",
		"write modem ussd CODE, as modem ussd '*100#'",
	],
] as const;

test.each(empty)("%s is refused, and nothing is written", (line, said) => {
	const args = line.split(" ").map((word) => (word === "''" ? "" : word));
	expect(shell.run(args)).toEqual({
		status: 1,
		stdout: "",
		stderr: `alarmpanel: ${said}\nalarmpanel ${args[0]} --help says more\n`,
	});
	expect(readdirSync(shell.folder)).toEqual(there);
});

test("what may be empty is: a sender, a setting, the number behind --bail, the word behind an option that takes none", () => {
	for (const [args, status] of [
		[["text", "PROG 7982 ECHO:", "--from", ""], 0],
		[["config", "set", "credentials.installerCode", ""], 4],
		[["replay", "a.smst", "--bail="], 0],
		[["check", "--strict", "", "PROG", "7982", "ECHO:"], 0],
	] as const)
		expect([args, shell.run(args).status]).toEqual([args, status]);
});
