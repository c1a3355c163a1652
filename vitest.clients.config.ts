import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/clients/**/*.test.ts"],
		testTimeout: 120_000,
		// Each drives a program that waits for real time; together they would only
		// slow each other down.
		fileParallelism: false,
		reporters: ["verbose"],
	},
});
