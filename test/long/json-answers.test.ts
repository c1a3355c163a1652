import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedAnswers } from "../../src/cli/answers/published-answers.ts";
import { Shell } from "../support/command-line.ts";
import { panelBeside } from "../support/panel-beside.ts";
import { misfits } from "../support/published-schema.ts";
import { tcpModems } from "../support/tcp-modem.ts";

const bench = tcpModems();
const ANNA = ["+33612345678", "--name", "Anna", "--user", "1"];
const DELIVER =
	"07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07";

/** Those that tests of their own hold to what is printed. */
const elsewhere = [
	...["apply", "apply-dry-run", "plan", "people-test", "report-test"],
	...["worker"],
];
const held = new Set<string>();

function objects(name: string, stdout: string): readonly unknown[] {
	const answer = publishedAnswers.find((each) => each.name === name);
	return answer?.form === "lines"
		? stdout
				.trimEnd()
				.split("\n")
				.map((line) => JSON.parse(line))
		: [JSON.parse(stdout)];
}

/** Holds what was printed to the schema of its name, and the schema to the keys that it names. */
function hold(name: string, stdout: string): void {
	held.add(name);
	const file = `${name}.schema.json`;
	const printed = objects(name, stdout);
	expect([stdout, printed.flatMap((each) => misfits(file, each))]).toEqual([
		stdout,
		[],
	]);
	for (const each of printed) expect(misfits(file, [each])).not.toEqual([]);
}

test("each schema in the folder is one that is listed, or of something that is read", () => {
	const names = publishedAnswers.map(({ name }) => name);
	const read = ["conversation", "dialect", "site"];
	expect(
		readdirSync(join(import.meta.dirname, "../../schemas")).toSorted(),
	).toEqual(
		[...names, ...read].map((name) => `${name}.schema.json`).toSorted(),
	);
	expect(new Set(names).size).toBe(names.length);
});

describe("what is printed fits its schema:", () => {
	const shell = new Shell();
	writeFileSync(shell.path("list.txt"), "PROG 7982 ECHO:\nPROG 7982 USRS:2\n");
	writeFileSync(shell.path("a.smst"), "> PROG 7982 ECHO:\n< ECHO:NO\n");
	writeFileSync(shell.path("none.json"), "{}");

	test.each<[name: string, args: readonly string[]]>([
		["config-init", ["config", "init"]],
		["people", ["people", "add", ...ANNA, "--can", "arm,status"]],
		["people", ["people", "list"]],
		["check", ["check", "PROG 7982 USRS:1,12345,JOHN,1"]],
		["check", ["check", "PROG 7982 USRS:1,1234,JOHN,1"]],
		["check", ["check", "UPWD:1234 BYP.3=1", "--model", "amc"]],
		["check", ["check", "hello"]],
		["check-file", ["check", "--file", "list.txt"]],
		["compose", ["compose", "USRS", "user=1", "pin=123"]],
		["compose", ["compose", "MODE", "mode=A", "--to", "+15550100"]],
		["commands", ["commands"]],
		["commands", ["commands", "--model", "eldes-esim"]],
		["commands", ["commands", "--search", "bypass"]],
		["commands", ["commands", "--behaviour"]],
		["models", ["models"]],
		["dialect-check", ["dialect", "check", "none.json"]],
		[
			"dialect-check",
			[
				"dialect",
				"check",
				join(import.meta.dirname, "../support/my-panel.json"),
			],
		],
		["grammar", ["grammar"]],
		["grammar", ["grammar", "--svg", "diagrams"]],
		["page", ["page"]],
		["version", ["--version"]],
		["text", ["text", "PROG 7982 USRS:2,5678,BEN,1"]],
		["text", ["text", "PROG 7982 USRS:2,56789"]],
		["text", ["text", "nothing that it knows"]],
		["do", ["do"]],
		["do", ["do", "zone", "3", "tamper"]],
		["do", ["do", "keypad", "1234", "away"]],
		["do", ["do", "keypad", "0000", "disarm"]],
		["status", ["status"]],
		["log", ["log"]],
		["config-show", ["config", "show"]],
		["config-check", ["config", "check", "--profile", "cp-01"]],
		["config-get", ["config", "get", "timers"]],
		["config-set", ["config", "set", "timers.exitAway", "45"]],
		["config-set", ["config", "set", "timers.exitAway", "never"]],
		[
			"config-diff",
			["config", "diff", "panel-config.json", "panel-config.json"],
		],
		["otp", ["otp", "uri", "Anna"]],
		["otp-test", ["otp", "test", "Anna", "123456"]],
		["run", ["run", "--digest"]],
		["doctor", ["doctor"]],
		["mqtt-forget", ["serve", "--mqtt-forget", "--mqtt", "mqtt://127.0.0.1"]],
		["import", ["import", "panel-config.json", "--out", "site.yaml"]],
		["handover", ["handover", "site.yaml", "--for", "customer"]],
		[
			"handover",
			["handover", "site.yaml", "--for", "installer", "--out", "p.html"],
		],
		["replay", ["replay", "a.smst"]],
		["replay", ["replay", "a.smst", "--shard", "1/1", "--coverage"]],
		["coverage", ["replay", "a.smst", "--coverage-json", "c.json"]],
		["modem-ports", ["modem", "ports"]],
		["pdu", ["pdu", DELIVER]],
		["pdu", ["pdu", DELIVER.slice(0, 40)]],
	])("%s", (name, args) => {
		const input = `PROG 7982 MODE:A\n@ +30s\n! zone 3 open\n? runtime.mode home\n`;
		const { stdout } = shell.run([...args, "--json"], input);
		const isFile = name === "coverage";
		hold(name, isFile ? readFileSync(shell.path("c.json"), "utf8") : stdout);
	});

	test("of a modem", async () => {
		const modem = await bench();
		modem.text("PROG 7982 MODE:A");
		modem.text(`a long one: ${"x".repeat(160)}`);
		const at = ["--modem", modem.url, "--json"];
		const variables = { TMPDIR: shell.folder };
		for (const [name, args] of [
			["modem-info", ["modem", "info"]],
			["modem-inbox", ["modem", "inbox"]],
			["modem-ussd", ["modem", "ussd", "*100#"]],
			["send", ["send", "+15550101", "hello"]],
			["send", ["send", "+15550199", "hello"]],
		] as const)
			hold(name, (await shell.runBesides([...args, ...at], variables)).stdout);
		const trace = shell.start(["modem", "trace", "--timeout", "1s", ...at]);
		hold("modem-trace", (await trace.ended).stdout);
	});

	test("of a service at a modem that hears somebody", async () => {
		const modem = await bench();
		const heard = panelBeside(modem, "+15550200");
		const serve = shell.start(["serve", "--json", "--modem", modem.url]);
		await serve.until('"ready"');
		modem.text("PROG 7982 ECHO:");
		await serve.until('"received"');
		shell.run(["do", "zone", "3", "open"]);
		serve.child.kill("SIGTERM");
		hold("serve", (await serve.ended).stdout);
		expect(heard).toEqual([]);
	});

	test("of a receiver, and of a site's audit that is forgotten", async () => {
		const receiver = shell.start(["receiver", "--json"]);
		await receiver.until('"listening"');
		receiver.child.kill("SIGTERM");
		hold("receiver", (await receiver.ended).stdout);
		const modem = await bench();
		panelBeside(modem, "+15550200");
		await shell.runBesides(
			["apply", "site.yaml", "--yes", "--number", "+15550200"].concat([
				...["--modem", modem.url, "--from", "factory", "--allow", "sender"],
			]),
			{ TMPDIR: shell.folder },
		);
		for (const [name, args] of [
			["audit-verify", ["audit", "verify", "site.yaml"]],
			["audit-observed", ["audit", "observed", "site.yaml"]],
			["site-forget", ["site", "forget", "site.yaml"]],
		] as const)
			hold(name, shell.run([...args, "--json"]).stdout);
	});
});

test("and there is none that nobody holds to what is printed", () => {
	expect([...held, ...elsewhere].toSorted()).toEqual(
		publishedAnswers.map(({ name }) => name).toSorted(),
	);
});
