import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PluginBuild } from "esbuild";
import { bundle, keepCodeCache } from "../scripts/bundle.mjs";
import { models } from "../src/models/models.ts";
import { factoryState } from "../src/panel/state/state.ts";
import { makePlan } from "../src/plan/make-plan.ts";
import { forRealPanel } from "../src/plan/messages/plan-rules.ts";
import { siteOf } from "../src/plan/site/read-site.ts";
import { siteSource } from "../src/plan/site/site-source.ts";
import { rehearse } from "../src/simulation/plans/rehearsal.ts";
import { report } from "./verdict.ts";

/*
 * What a plan of a full site costs: 40 zones, 10 users, 8 destinations, from the
 * factory. As a whole process against a Node that does nothing, and a thousand
 * sites of one template, with and without their rehearsal.
 */

const ROUNDS = 11;
const SITES = 1000;
const MOST_TIMES_NODE = 3;
const LEAST_SITES_A_SECOND = 50;

const text = fullSite();
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));
const file = join(folder, "site.yaml");
writeFileSync(file, text.replaceAll("{{code}}", "1000"));
const shipped = join(import.meta.dirname, "../dist/alarmpanel.js");
const unrehearsed = await withoutRehearsal();

const alone: number[] = [];
const whole: number[] = [];
for (let round = -1; round < ROUNDS; round++) {
	const bare = milliseconds(["-e", "0"], 0);
	const asked = ["plan", file, "--from", "factory"];
	const plan = milliseconds([unrehearsed, ...asked], 5);
	const rehearsed = milliseconds([shipped, ...asked], 5);
	if (round < 0) continue;
	alone.push(plan / bare);
	whole.push(rehearsed / bare);
}
rmSync(folder, { recursive: true });
const isQuick = report("alarmpanel plan of 40 zones / bare node", alone, {
	most: MOST_TIMES_NODE,
});
report("the same with its rehearsal / bare node", whole);

const [model] = models;
const state = factoryState(model.name, model.sections);
const source = siteSource(text);
if ("faults" in source) throw new Error("the template is wrong");
const plans = (rehearsed: boolean) => {
	const start = process.cpuUsage();
	for (let site = 0; site < SITES; site++) {
		const variable = () => String(1000 + site);
		const read = siteOf(source, { variable, secret: () => undefined }, model);
		if (!read.ok) throw new Error(JSON.stringify(read.faults));
		const plan = makePlan(read.site, { state }, forRealPanel([], []));
		if (plan.messages.length < 50) throw new Error("too few messages");
		if (rehearsed) rehearse(plan);
	}
	const { user, system } = process.cpuUsage(start);
	return (SITES * 1_000_000) / (user + system);
};
const rate = plans(false);
const rehearsed = plans(true);
console.log(
	`${SITES} sites: ${rate.toFixed(0)} a second of processor time; with the rehearsal ${rehearsed.toFixed(0)} (gate ${LEAST_SITES_A_SECOND})`,
);
if (!isQuick || rehearsed < LEAST_SITES_A_SECOND) process.exitCode = 1;

/** The command line with a rehearsal that does nothing. */
async function withoutRehearsal(): Promise<string> {
	const outdir = join(
		import.meta.dirname,
		"../node_modules/.cache/alarmpanel-bench/unrehearsed",
	);
	const nothing = {
		name: "no rehearsal",
		setup: ({ onLoad }: PluginBuild) =>
			onLoad({ filter: /simulation[\\/]plans[\\/]rehearsal\.ts$/ }, () => ({
				contents: "export const rehearse = () => null;",
				loader: "ts",
			})),
	};
	await bundle(outdir, [nothing]);
	keepCodeCache(outdir);
	return join(outdir, "alarmpanel.js");
}

function fullSite(): string {
	const numbers = (count: number) =>
		Array.from({ length: count }, (_, at) => at + 1);
	const users = numbers(10).map(
		(id) => `  ${id}: { name: USER ${id}, pin: "${2000 + id}", latch: true }`,
	);
	const zones = numbers(40).map(
		(id) =>
			`  ${id}: { rfId: "01234567${String(id).padStart(2, "0")}", name: Zone ${id}, attribute: entry }`,
	);
	const destinations = numbers(8).map(
		(id) =>
			`    ${id}: { url: "gsm://{{code}}@+155501${id}0", group: 1, level: all }`,
	);
	return [
		...["model: vst-2752", "users:", ...users, "zones:", ...zones],
		...["reporting:", "  destinations:", ...destinations, ""],
	].join("\n");
}

function milliseconds(args: readonly string[], expected: number): number {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder });
	if (status !== expected) throw new Error(`${args.join(" ")}: ${stderr}`);
	return performance.now() - start;
}
