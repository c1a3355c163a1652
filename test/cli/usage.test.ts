import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { dialects } from "../../grammar/dialects.ts";
import { variableNames } from "../../src/cli/line/environment.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { modelNames } from "../../src/models/models.ts";
import { Shell } from "../support/command-line.ts";

test.each(verbs.map(({ name }) => name))("%s --help has examples", (name) => {
	const { status, stdout } = new Shell().run([name, "--help"]);
	expect(status).toBe(0);
	expect(stdout).toMatch(new RegExp(`Examples:\\n  alarmpanel ${name}`));
});

test.each([
	["no verb", [], "Which verb?"],
	["a verb that is nearly one", ["chek"], "Did you mean check?"],
	[
		"an unknown option",
		["status", "--foo"],
		"alarmpanel: Unknown argument: foo\n",
	],
	[
		"an option that is nearly one",
		["status", "--jsn"],
		"alarmpanel: Unknown argument: jsn. Did you mean --json?\n",
	],
	[
		"words too many",
		["status", "a", "b"],
		"alarmpanel: Unknown arguments: a, b\n",
	],
	[
		"an action that there is not",
		["audit", "foo", "x"],
		'alarmpanel: action: "foo" is none of "verify", "observed"\n',
	],
	[
		"a choice that there is not",
		["receiver", "--fault", "x"],
		'alarmpanel: fault: "x" is none of "silence", "nak", "duh", "wrong-sequence", "cut", "half", "slow"\n',
	],
	[
		"a message that is missing",
		["text"],
		"message is missing: alarmpanel text",
	],
	["a second word", ["otp", "uri"], "who is missing: alarmpanel otp <action>"],
	["a word too many", ["config", "show", "x"], "config show takes no x"],
	["a word for init", ["config", "init", "x"], "config init takes no x"],
	["a person of a list", ["people", "list", "x"], "people list takes no x"],
	["a maker that there is not", ["models", "x1"], "no model is called x1"],
	["a list and a message", ["check", "-f", "x", "y"], "check one of both"],
	["an unknown model", ["commands", "--model", "x"], "there is no model x"],
	[
		"the maker for the model",
		["commands", "--model", "jablotron"],
		"there is no model jablotron. Did you mean jablotron-gd04? There are vst-2752, ",
	],
	[
		"a maker of several models for the model",
		["commands", "--model", "trikdis"],
		"Did you mean trikdis-g16, trikdis-gv or trikdis-gv14? There are",
	],
	[
		"a product for the model",
		["commands", "--model", "agility"],
		"Did you mean risco-lightsys? There are",
	],
	["a strange instant", ["text", "x", "--at", "noon"], "--at"],
	["a seed that is no number", ["serve", "--seed", "x"], "--seed: a whole"],
	["a rate of no bits", ["run", "--baud", "0"], "--baud: a number of bits"],
	[
		"no command for the modem",
		["serve", "--init", "foo"],
		"--init: foo is no AT command",
	],
	[
		"a value without its field",
		["compose", "USRS", "1"],
		"1: write field=value; the fields are user, pin, name, latch",
	],
	[
		"a field of a word that has none",
		["compose", "ECHO", "1"],
		"1: write field=value; ECHO has no field",
	],
	["half a text in an hour", ["run", "--hourly", "1.5"], "--hourly: a whole"],
	[
		"a link to no number",
		["compose", "ECHO", "--to", "1&body=x", "--link"],
		'--to: "1&body=x" is no number',
	],
	[
		"a site at no number",
		["import", "panel-config.json", "--number", "x"],
		'--number: "x" is no number',
	],
	[
		"a model for a panel's file",
		["import", "panel-config.json", "--model", "cr200"],
		"--model goes with a transcript; panel-config.json names its own",
	],
	[
		"a word for all rules",
		["commands", "--behaviour", "USRS"],
		"commands --behaviour has every rule, and takes no word",
	],
	[
		"a door of no queue",
		["replay", "a.smst", "--expose"],
		"--expose goes with --queue",
	],
	[
		"another panel at no modem",
		[
			"replay",
			"panel-config.json",
			"--against",
			"foo",
			"--number",
			"+15550100",
		],
		"--against: foo is no modem",
	],
])("%s is wrong usage", (_, args, message) => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { status, stdout, stderr } = shell.run(args);
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr).toContain(message);
	expect(stderr).toMatch(/--help says more\n$/);
});

test.each([
	[["status", "--config", "a", "-c", "b", "-c", "c"], "-c is given 2 times"],
	[["text", "hi", "--from=1", "--from", "2"], "--from is given 2 times"],
])("an option that is no list is given once: %j", (args, message) => {
	const { status, stdout, stderr } = new Shell().run(args);
	expect([status, stdout, stderr.split("\n")[0]]).toEqual([
		1,
		"",
		`alarmpanel: ${message}`,
	]);
});

test("completion names the verbs, and the options of the one that is typed", () => {
	const shell = new Shell();
	const completed = (...words: string[]) =>
		shell
			.run(["--get-yargs-completions", "alarmpanel", ...words])
			.stdout.split("\n")
			.filter((word) => word !== "");
	expect(completed("")).toEqual([
		"completion",
		...verbs.map(({ name }) => name),
	]);
	expect(completed("grammar", "--")).toEqual([
		"--help",
		"--config",
		"--json",
		"--show-secrets",
		"--dialect",
		"--version",
		"--svg",
		"--model",
	]);
	for (const [words, offered] of [
		[["ch"], ["check"]],
		[["check", ""], []],
		[["check", "-"], expect.not.arrayContaining(["-", "-c", "-f"])],
		[["check", "--model", ""], modelNames],
		[
			["check", "--model", "c"],
			["cr200", "conrad"],
		],
		[
			["config", ""],
			["init", "show", "check", "get", "set", "diff", "schema"],
		],
		[
			["people", "add", "+1", "--language", ""],
			["en", "fr", "es"],
		],
		[
			["replay", "--reporter", "j"],
			["junit", "json"],
		],
		[
			["compose", "us"],
			["USRS", "USRD"],
		],
		[
			["config", "check", "--profile", "en"],
			["en-g2", "en-g3"],
		],
	] as const)
		expect([words, completed(...words)]).toEqual([words, offered]);
});

test.each([
	["a verb that is near to none", ["foo"], "there is no verb foo\n"],
	[
		"a mistyped option",
		["compose", "MODE", "--modle", "x"],
		"Unknown argument: modle. Did you mean --model?\n",
	],
	["a word too many", ["status", "foo"], "Unknown argument: foo\n"],
	[
		"the help of no verb",
		["help", "chek"],
		"no verb chek. Did you mean check?\n",
	],
])("%s is wrong usage with the hint that helps", (_, args, message) => {
	const { status, stdout, stderr } = new Shell().run(args);
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr.split("alarmpanel ")[0]).toBe(
		`alarmpanel: ${message}`.replace(
			"alarmpanel: no",
			"alarmpanel: there is no",
		),
	);
});

test("help of a verb, and options of every verb in front of it", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.run(["help", "check"])).toEqual(shell.run(["check", "--help"]));
	expect(shell.run(["help"])).toEqual(shell.run(["--help"]));
	expect(shell.run(["--json", "config", "show"])).toEqual(
		shell.run(["config", "show", "--json"]),
	);
});

test("--help names every variable of the environment", () => {
	const { stdout } = new Shell().run(["--help"]);
	for (const name of variableNames) expect(stdout).toContain(name);
});

test("what is loaded late is said in the list of verbs, in main.ts and bundle-exports.ts, and for the panel's file, what a plan seldom needs, files of languages, JUnit, HTTP, MQTT, a queue and partial digests", () => {
	const lazy = readdirSync("src/cli", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.filter((file) =>
			/(?<!typeof )\bimport\(/.test(
				readFileSync(join("src/cli", file), "utf8"),
			),
		)
		.map((file) => basename(file));
	expect(lazy.sort()).toEqual([
		"beginning.ts",
		"bundle-exports.ts",
		"chosen-subject.ts",
		"doctor.ts",
		"http.ts",
		"main.ts",
		"mqtt-forget.ts",
		"mqtt.ts",
		"plan.ts",
		"queue-replay.ts",
		"replay-corpora.ts",
		"replay-reporters.ts",
		"verb.ts",
		"verbs.ts",
		"worker.ts",
	]);
});

test("--version names engine, schema and models", () => {
	const [engine, schema, ...names] = new Shell()
		.run(["--version"])
		.stdout.split(", ");
	expect(engine).toMatch(/^alarmpanel \d+\.\d+\.\d+$/);
	expect(schema).toBe("configuration schema 1");
	expect(names.join(", ")).toBe(`models ${modelNames.join(", ")}\n`);
});

test("--version stands anywhere but behind --", () => {
	const shell = new Shell();
	const version = shell.run(["--version"]);
	for (const args of [
		["-V"],
		["check", "--version"],
		["status", "--config", "nowhere.json", "--version"],
	])
		expect(shell.run(args)).toEqual(version);
	expect(shell.json("--version")).toMatchObject({ models: [...modelNames] });
	expect(shell.run(["check", "--", "--version"]).status).toBe(1);
});

test("commands finds words by synonym and says where they come from", () => {
	const shell = new Shell();
	expect(shell.json("commands", "delete", "user")).toMatchObject([
		{ word: "USRS", provenance: "manual" },
		{ word: "USRD", provenance: "family", source: "MZ58" },
		{ word: "PINU", provenance: "family", source: "CR18" },
	]);
	expect(shell.run(["commands", "MODE"]).stdout).toContain(
		"not in this panel's manual: printed for another model of the same maker (CR18)",
	);
	expect(shell.run(["commands", "flux capacitor"]).status).toBe(1);
});

test("grammar prints EBNF and draws diagrams that need nothing from elsewhere", () => {
	const shell = new Shell();
	const { stdout } = shell.run(["grammar"]);
	const committed = Object.keys(dialects).map((name) =>
		readFileSync(`grammar/${name}/generated/${name}.ebnf`, "utf8"),
	);
	expect(stdout).toBe(committed.map((ebnf) => `${ebnf}\n`).join(""));
	shell.run(["grammar", "--svg", "diagrams"]);
	for (const name of Object.keys(dialects)) {
		const file = shell.path(`diagrams/${name}.svg`);
		expect(existsSync(file)).toBe(true);
		expect(readFileSync(file, "utf8")).not.toMatch(/<script|href=|url\(/);
	}
});
