/**
 * `npm run test:mutation`: breaks the panel's logic in every way that Stryker
 * knows, one at a time, and counts how many of them a test notices.
 * `npm run test:mutation -- --mutate src/panel/alarm/arming.ts` does one file;
 * with `--ignoreStatic` it leaves out tables that are made once, for each of which
 * all tests run.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
	// Logic, all of it. What is left out is words and declarations, where a
	// changed letter is no wrong behaviour: scripts/mutation-wording.mjs. The
	// generated pages hold them, which `npm test` compares.
	mutate: ["src/panel/**/*.ts"],
	ignorers: ["wording"],
	plugins: ["@stryker-mutator/vitest-runner", "./scripts/mutation-wording.mjs"],

	testRunner: "vitest",
	coverageAnalysis: "perTest",
	// Only loops without end are to run into it, however busy the machine is.
	timeoutMS: 20_000,
	concurrency: 2,

	thresholds: { high: 95, low: 85, break: 80 },
	reporters: ["clear-text", "html", "json"],
	clearTextReporter: { logTests: false, reportTests: false },
	htmlReporter: { fileName: "reports/mutation/index.html" },
	jsonReporter: { fileName: "reports/mutation/mutation.json" },
	incrementalFile: "reports/mutation/incremental.json",
	tempDirName: ".stryker-tmp",
	ignorePatterns: ["bench", "coverage", "dist", ".play"],
	// TypeScript 7 has no API by which Stryker could rewrite the real one.
	tsconfigFile: "none",
};
