import { defineConfig } from "vitest/config";

/**
 * What `npm run test:mutation` asks about each mutant: tests of the panel that
 * are quick and the same every time. Properties are neither, and conversations take
 * hours: nearly every mutant is in the way of nearly all of them.
 */
export default defineConfig({
	test: {
		include: ["test/panel/**/*.test.ts", "test/firmware/**/*.test.ts"],
		// None of these keeps anything between its tests, so modules load once.
		isolate: false,
	},
});
