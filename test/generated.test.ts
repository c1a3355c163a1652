import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedFiles } from "../scripts/generated-files.ts";

test.each(generatedFiles)(
	"$path is what `npm run generate` writes",
	async ({ path, content }) => {
		const onDisk = readFileSync(join(import.meta.dirname, "..", path), "utf8");
		expect(onDisk).toBe(await content());
	},
);
