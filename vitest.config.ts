import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/long/**", "test/clients/**"],
		// Properties print their seed when they fail; a fixed one under CI makes
		// the same commit give the same verdict.
		// Command lines are run as processes, on machines that have other things to do.
		testTimeout: 60_000,
		// Loading the house anew for each of its files took longer than the tests.
		isolate: false,
		maxWorkers: "100%",
		setupFiles: ["test/support/seed.ts"],
	},
});
