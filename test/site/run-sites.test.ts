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
		() => null,
		({ site }, why) => void skipped.push(`${site}: ${why}`),
	);
	expect(run).toEqual(["0", "1", "2", "3", "4", "5"]);
	expect(skipped).toEqual([
		"6: three panels in a row did not answer, so this one was not begun",
	]);
});

test.each([
	{
		what: "a modem that is gone is handed no more sites, and another one does them",
		phones: ["gone", "good"],
		run: ["a gone", "b good", "c good", "d good"],
		skipped: [],
	},
	{
		what: "with no modem left, what was not begun says so",
		phones: ["gone"],
		run: ["a gone"],
		skipped: ["b", "c", "d"].map(
			(site) =>
				`${site}: no modem is left that can send (unplugged), so this one was not begun`,
		),
	},
	{
		what: "a number that the network refuses keeps no modem from the next site",
		phones: ["good"],
		run: ["a good", "b good", "c good", "d good"],
		skipped: [],
	},
])("$what", async ({ phones, run: wanted, skipped: left }) => {
	const run: string[] = [];
	const skipped: string[] = [];
	await runSites(
		["a", "b", "c", "d"].map((site) => job(site)),
		phones,
		async ({ site }, phone) => {
			run.push(`${site} ${phone}`);
			return { outcome: phone === "gone" || site === "b" ? "unsent" : "done" };
		},
		(phone) => (phone === "gone" ? "unplugged" : null),
		({ site }, why) => void skipped.push(`${site}: ${why}`),
	);
	expect([run, skipped]).toEqual([wanted, left]);
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
		() => null,
		({ site }) => expect.unreachable(site),
	);
	expect(run.toSorted()).toEqual(["a", "b", "c", "d"]);
});
