import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/*
 * The package as others get it: packed, installed in an empty folder, and used
 * from there by command, library and types.
 */

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-packed-"));

test("the packed package installs and works in an empty folder", () => {
	// The scripts would build again, under the feet of the other tests.
	const packed = run(
		"npm",
		["pack", "--ignore-scripts", "--silent", "--pack-destination", folder],
		".",
	);
	const tarball = join(folder, packed.stdout.trim());
	writeFileSync(
		join(folder, "package.json"),
		'{"name":"user","type":"module"}',
	);
	run("npm", [
		"install",
		"--prefer-offline",
		"--no-audit",
		"--no-fund",
		"--silent",
		tarball,
	]);

	const command = join("node_modules", ".bin", "alarmpanel");
	run(command, ["config", "init"]);
	expect(run(command, ["text", "PROG 7982 USRS:1,1234,JOHN,1"]).stdout).toBe(
		"USRS:OK\n",
	);
	const installed = join(folder, "node_modules", "alarmpanel");
	expect(
		["docs/service.md", "examples/README.md", "CHANGELOG.md"].filter(
			(name) => !existsSync(join(installed, name)),
		),
	).toEqual([]);
	expect(run(command, ["grammar", "--svg", "."]).stdout).toBe(
		"pword.svg\nmobile.svg\nscript.svg\nplain.svg\n",
	);

	const corpus = run(command, ["generate", "--count=4000"]).stdout;
	writeFileSync(join(folder, "corpus.jsonl"), corpus);
	const replayed = ["1", "2"].map(
		(jobs) => run(command, ["replay", "corpus.jsonl", "--jobs", jobs]).stdout,
	);
	expect(replayed[0]).toContain("4000 passed");
	expect(replayed[1]).toBe(replayed[0]);

	writeFileSync(
		join(folder, "use.ts"),
		`import schema from "alarmpanel/schema" with { type: "json" };
import { createPanel, type ExchangeReport } from "alarmpanel";
const panel = await createPanel();
const report: ExchangeReport = await panel.text("PROG 7982 USRS:1,12");
// @ts-expect-error: a reply is a text or null
const wrong: number = report.reply;
console.log(report.reply, report.diagnostics[0]?.code, wrong === 1, typeof schema);
`,
	);
	const tsc = join(
		import.meta.dirname,
		"../../node_modules/typescript/bin/tsc",
	);
	run(process.execPath, [
		tsc,
		"--strict",
		"--noEmitOnError",
		"--module",
		"nodenext",
		"--target",
		"es2022",
		"--resolveJsonModule",
		"--types",
		"",
		"--lib",
		"es2022,dom",
		"use.ts",
	]);
	expect(run(process.execPath, ["use.js"]).stdout).toBe(
		"USRS:ERROR parameter/digits false object\n",
	);

	// A helper module of a project with declarations: what it hands on has a name.
	writeFileSync(join(folder, "helper.ts"), HELPER);
	for (const [module, resolution] of [
		["nodenext", "nodenext"],
		["preserve", "bundler"],
	] as const) {
		run(process.execPath, [
			...[tsc, "--strict", "--declaration", "--emitDeclarationOnly"],
			...["--isolatedModules", "--exactOptionalPropertyTypes"],
			...["--module", module, "--moduleResolution", resolution],
			...["--target", "es2022", "--types", "", "--lib", "es2022,dom"],
			"helper.ts",
		]);
	}
}, 120_000);

/** Every part of what the library gives, and of a panel's memory what tests are about. */
const HELPER = `import { check, compose, createPanel, replay } from "alarmpanel";
export const panel = await createPanel({ channel: [] });
export const { clock, activity, phones, channel } = panel;
export const activities = activity.from(1);
export const [told] = activities;
export const messages = phones.messages("");
export const answered = await panel.text("");
export const { provenance, changes, effects, diagnostics, sent } = answered;
export const values = answered.arguments;
export const stepped = await panel.step("");
export const { refusal } = stepped;
export const passed = await panel.advance(1);
export const recorded = panel.record("");
export const snapshot = panel.snapshot();
export const { users, zones, runtime } = snapshot;
export const [user] = users;
export const [zone] = zones;
export const status = panel.status();
export const { mode, alarms, troubles, timers, lockouts, schedules, remote } = status;
export const kinds = timers.map(({ kind }) => kind);
export const names = troubles.map(({ name }) => name);
export const rights = remote.people.map(({ can }) => can);
export const replayed = await replay([]);
export const { failures, faults, causes, verdicts, coverage } = replayed;
export const { lost, repeatedIds, sum } = replayed;
export const [failure] = failures;
export const checked = check("");
export const { verdict, parameters, slips, sms } = checked;
export const { alphabet } = sms;
export const [parameter] = parameters;
export const composed = compose("");
export const record = composed.diagnostics[0];
`;

// Helpers

function run(command: string, args: readonly string[], cwd = folder) {
	const ended = spawnSync(command, args, {
		cwd,
		encoding: "utf8",
		maxBuffer: 2 ** 24,
	});
	expect(
		[command, args, ended.stderr, ended.stdout, ended.status].slice(
			ended.status === 0 ? 4 : 0,
		),
	).toEqual([0]);
	return ended;
}
