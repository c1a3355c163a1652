import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/long/**", "test/clients/**"],
		// Properties print their seed when they fail; a fixed one under CI makes
		// the same commit give the same verdict.
		setupFiles: ["test/support/seed.ts"],
	},
});
