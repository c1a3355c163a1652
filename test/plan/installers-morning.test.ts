import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	forRealPanel,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { planText } from "../../src/views/sites/plan-text.ts";
import { plannedFrom, reported, siteOfText } from "../support/planned.ts";

const paint = (text: string) => text;
const noColors = { dim: paint, green: paint, red: paint, yellow: paint };
const folder = join(import.meta.dirname, "installers-morning");
const site = siteOfText(readFileSync(join(folder, "site.yaml"), "utf8"), {
	ANNA_PIN: "4711",
	BEN_PIN: "0815",
	CLEANER_PIN: "2602",
	KEYWORD: "HARRISON",
	INSTALLER_CODE: "3141",
});

test("a morning's work for the simulator", async () => {
	const report = reported(plannedFrom(site, forSimulator([])), { price: 0.09 });
	const said = { from: "factory", to: "a simulated" };
	const text = planText(report, said, noColors, 100);
	await expect(`${text}\n`).toMatchFileSnapshot(join(folder, "simulator.txt"));
});

test("a morning's work at a real VST-2752", async () => {
	const report = reported(plannedFrom(site, forRealPanel([], [])), {
		price: 0.09,
	});
	const said = { from: "factory", to: "a real" };
	const text = planText(report, said, noColors, 100);
	await expect(`${text}\n`).toMatchFileSnapshot(join(folder, "real-panel.txt"));
});
