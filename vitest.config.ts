import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What starts processes or threads: the command line, the package as others get it. */
const processes = [
	"test/cli/**/*.test.ts",
	"test/package/**/*.test.ts",
	"test/**/threads.test.ts",
];
/** What holds for any input and any amount: properties, bounds, all conversations. */
const laws = [
	"test/properties/**/*.test.ts",
	"test/conversations.test.ts",
	"test/**/bounds.test.ts",
	"test/**/many-*.test.ts",
];
const long = ["test/long/**/*.test.ts"];
const clients = ["test/clients/**/*.test.ts"];
/** The pages in a browser that we did not write. */
const browser = ["test/browser/**/*.test.ts"];
/** What `npm test` leaves out, whatever its files are called. */
const apart = [...long, ...clients, ...browser];

/** Command lines are run as processes, on machines that have other things to do. */
const minute = 60_000;
/** Loading the modules anew for each of its files took longer than the tests. */
const together = { isolate: false };
/** CI fixes the seed of properties, so that a commit has one verdict. */
const seeded = {
	setupFiles: "test/support/setup.ts",
};

/** Stryker's workers are known by their number. */
const isMutation = process.env.STRYKER_MUTATOR_WORKER !== undefined;
/**
 * What `vitest run` runs when no `--project` is given: all of `npm test`.
 * Stryker cannot name a project.
 */
const unasked = isMutation ? ["mutation"] : ["house", "laws", "processes"];

export default defineConfig({
	test: {
		...{ project: unasked },
		// Tests of processes, files and clocks wait: half as many again fill the gaps.
		maxWorkers: Math.ceil(1.5 * availableParallelism()),
		globalSetup: "test/support/temporary-folder.ts",
		experimental: {
			// What was transformed once is kept over runs; half of starting was that. Of
			// what is not transformed vitest knows no imports, so that it would find no
			// test for a mutant.
			fsModuleCache: !isMutation,
			fsModuleCachePath: "node_modules/.cache/vitest",
		},
		projects: [
			{
				test: {
					name: "house",
					...together,
					...seeded,
					globalSetup: "test/support/memory-disk.ts",
					include: ["test/**/*.test.ts"],
					exclude: [...laws, ...processes, ...apart],
					testTimeout: minute,
					hookTimeout: minute,
				},
			},
			{
				test: {
					name: "laws",
					...together,
					...seeded,
					globalSetup: "test/support/memory-disk.ts",
					include: laws,
					exclude: [...processes, ...apart],
					testTimeout: minute,
					hookTimeout: minute,
				},
			},
			{
				test: {
					name: "processes",
					...together,
					...seeded,
					include: processes,
					exclude: apart,
					testTimeout: minute,
					hookTimeout: minute,
				},
			},
			{
				test: {
					name: "long",
					...seeded,
					include: long,
					// Some take minutes of work, and longer where others work beside them.
					testTimeout: 20 * minute,
				},
			},
			{
				test: {
					name: "clients",
					include: clients,
					testTimeout: 2 * minute,
					// Each drives a program that waits for real time; together they would
					// only slow each other down.
					fileParallelism: false,
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					name: "browser",
					include: browser,
					testTimeout: 2 * minute,
					hookTimeout: minute,
					// What a page shows comes when it is ready: `expect.poll` waits for it.
					expect: { poll: { timeout: 15_000 } },
					// Each has a browser, and a browser takes all the cores there are.
					fileParallelism: false,
					sequence: { groupOrder: 2 },
				},
			},
			{
				// What is asked about each mutant: tests of the panel that are quick and
				// the same every time. Properties are neither, and nearly every mutant is
				// in the way of nearly all conversations.
				test: {
					name: "mutation",
					...together,
					include: ["test/panel/**/*.test.ts", "test/firmware/**/*.test.ts"],
				},
			},
		],
	},
});
