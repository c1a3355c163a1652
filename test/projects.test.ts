import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** The projects of vitest.config.ts in which a test may start processes. */
const starters = ["cli", "package", "long", "clients"];

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
	.filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
	.map((name) => join("test", name));

test("only tests of the command line, of the package, long ones and clients start processes", () => {
	const others = files.filter(
		(file) => !starters.includes(file.split("/")[1] ?? ""),
	);
	expect(others.length).toBeGreaterThan(200);
	expect(others.filter((file) => reached(file).has("process"))).toEqual([]);
	const starting = files.filter((file) => reached(file).has("process"));
	expect(starting).toContain("test/cli/lock.test.ts");
});

// Helpers

/** The files of test/ that one imports, itself among them; `process` where one of them starts processes. */
function reached(file: string, found = new Set<string>()): Set<string> {
	if (found.has(file)) return found;
	found.add(file);
	const source = readFileSync(file, "utf8");
	if (/from "node:(child_process|cluster)"/.test(source)) found.add("process");
	for (const [, path = ""] of source.matchAll(/from "(\.{1,2}\/[^"]+\.ts)"/g)) {
		const to = join(dirname(file), path);
		if (to.startsWith("test/")) reached(to, found);
	}
	return found;
}
