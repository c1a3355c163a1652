import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The pages that the build writes beside the command line (`scripts/pages.mjs`). */
export type BuiltPage = "alarmpanel.html" | "console.html";

/** @returns its HTML; undefined where the pages were not built */
export function builtPage(name: BuiltPage): string | undefined {
	const file = join(dirname(fileURLToPath(import.meta.url)), name);
	return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
