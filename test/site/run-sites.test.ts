import { expect, test } from "vitest";
import { runSites } from "../../src/site/run-sites.ts";

const job = (site: string, number = site) => ({ site, number });

test("three silent panels in a row stop the run; one that answers begins the count anew", async () => {
	const outcomes = [
		"silent",
		"silent",
		"done",
		"silent",
		"silent",
		"silent",
		"done",
	];
	const jobs = outcomes.map((_, at) => job(`${at}`));
	const run: string[] = [];
	const skipped: string[] = [];
	await runSites(
		jobs,
		["phone"],
		async ({ site }) => {
			run.push(site);
			return { outcome: outcomes[Number(site)] ?? "" };
		},
		({ site }) => void skipped.push(site),
	);
	expect(run).toEqual(["0", "1", "2", "3", "4", "5"]);
	expect(skipped).toEqual(["6"]);
});

test("no panel is programmed by two phones at once", async () => {
	const jobs = [job("a", "1"), job("b", "1"), job("c", "2"), job("d", "1")];
	const busy = new Set<string>();
	const run: string[] = [];
	await runSites(
		jobs,
		["one", "two", "three"],
		async ({ site, number }) => {
			expect(busy.has(number)).toBe(false);
			busy.add(number);
			for (let turn = 0; turn < 3; turn++) await Promise.resolve();
			busy.delete(number);
			run.push(site);
			return { outcome: "done" };
		},
		({ site }) => expect.unreachable(site),
	);
	expect(run.toSorted()).toEqual(["a", "b", "c", "d"]);
});
