import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { Shell } from "../../support/command-line.ts";
import { panelBeside } from "../../support/panel-beside.ts";
import { tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();
let shell = new Shell();

beforeEach(() => {
	shell = new Shell();
	file("site.secrets", "ANNA_PIN=4711\n");
	file(
		"site.yaml",
		`number: "+15550200"
users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" }, 3: { absent: true } }
zones: { 3: { name: Hall, attribute: entry } }
timers: { exitAway: 10 }
`,
	);
	file(
		"gate.yaml",
		'model: tell-gate\nnumber: "+15550200"\nstored: { language: { phone1: "+36301234567", code: "1234" } }\n',
	);
	file("t.yaml", 'number: "{{number}}"\ntimers: { exitAway: 45 }\n');
	file("now.yaml", 'number: "+15550200"\ntimers: { exitAway: 30 }\n');
	file("sites.csv", "site,number,code\nnorth,+15550201,7982\n");
});

function file(name: string, text: string): void {
	writeFileSync(shell.path(name), text);
	chmodSync(shell.path(name), 0o600);
}

/** What is published, read by another reader than the one that wrote it. */
function published(name: string) {
	const path = join(import.meta.dirname, "../../../schemas", name);
	return z.fromJSONSchema(JSON.parse(readFileSync(path, "utf8")));
}

const plan = published("plan.schema.json");
const line = published("apply.schema.json");
const due = published("apply-dry-run.schema.json");
const faults = (schema: z.ZodType, value: unknown) =>
	schema.safeParse(value).error?.issues ?? [];

const MANY = ["--sites", "sites.csv", "--template", "t.yaml"];

describe("plan.schema.json takes what plan --json prints", () => {
	test.each([
		["of an unknown panel", ["site.yaml"]],
		["for the simulator", ["site.yaml", "--to", "simulator"]],
		[
			"with price, standard and rehearsal",
			[
				"site.yaml",
				"--from",
				"factory",
				"--price",
				"0.09",
				"--profile",
				"cp-01",
			],
		],
		["with its secrets", ["site.yaml", "--show-secrets"]],
		["of another maker's panel", ["gate.yaml", "--allow", "deletes"]],
		["of many sites", [...MANY, "--to", "simulator"]],
	])("%s", (_, args) => {
		const { stdout } = shell.run(["plan", ...args, "--json"]);
		const told = JSON.parse(stdout);
		expect(faults(plan, told)).toEqual([]);
		const [first] = [told].flat();
		expect(first.messages.length).toBeGreaterThan(0);
		expect(faults(plan, { ...first, more: 1 })).not.toEqual([]);
		expect(faults(plan, { ...first, warnings: null })).not.toEqual([]);
	});
});

describe("apply.schema.json takes each line of apply --json", () => {
	async function lines(args: readonly string[]) {
		const { stdout } = await shell.runBesides(["apply", ...args, "--json"], {
			TMPDIR: shell.folder,
		});
		return stdout
			.trimEnd()
			.split("\n")
			.map((each) => JSON.parse(each));
	}

	test("of a run to a panel that refuses, and of the one that goes on", async () => {
		const modem = await bench();
		panelBeside(modem, "+15550200");
		const args = ["site.yaml", "--yes", "--modem", modem.url];
		for (const more of [[], ["--resume"]]) {
			const told = await lines([...args, ...more]);
			expect(told.at(-1)).toMatchObject({ outcome: "refused" });
			expect(told.map((each) => faults(line, each))).toEqual(
				told.map(() => []),
			);
			for (const each of told) {
				expect(faults(line, { ...each, more: 1 })).not.toEqual([]);
				expect(faults(line, { ...each, site: undefined })).not.toEqual([]);
			}
		}
	});

	test.each([
		["to a simulator, read back", ["site.yaml"], "done"],
		["of which nothing is due", ["now.yaml"], "nothing-to-do"],
		["of many", MANY, "done"],
	])("%s", async (_, args, outcome) => {
		file("site.yaml", 'number: "+15550200"\nusers: { 1: { name: ANNA } }\n');
		const simulated = ["--to", "simulator", "--from", "factory", "--read-pins"];
		const told = await lines([...args, ...simulated]);
		expect(told.at(-1)).toMatchObject({ outcome });
		expect(told.map((each) => faults(line, each))).toEqual(told.map(() => []));
	});

	test("and apply-dry-run.schema.json the list of --dry-run", () => {
		const { stdout } = shell.run(["apply", "site.yaml", "--dry-run", "--json"]);
		expect(faults(due, JSON.parse(stdout))).toEqual([]);
	});
});
