import { defineConfig } from "vitest/config";

/**
 * What `npm run test:mutation` asks about each mutant: tests of the panel that
 * are quick and the same every time. Properties are neither.
 */
export default defineConfig({
	test: {
		include: [
			"test/panel/**/*.test.ts",
			"test/firmware/**/*.test.ts",
			"test/conversations.test.ts",
		],
		// None of these keeps anything between its tests, so modules load once.
		isolate: false,
	},
});
