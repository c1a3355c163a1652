import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/long/**/*.test.ts"],
		testTimeout: 600_000,
		setupFiles: ["test/support/seed.ts"],
	},
});
