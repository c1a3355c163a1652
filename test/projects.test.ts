import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import config from "../vitest.config.ts";

/** Where a test may start processes or threads: all of it is out of the inner loop. */
const starters =
	/^test\/(cli|package|long|clients|browser)\/|\/threads\.test\.ts$/;

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
	.filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
	.map((name) => join("test", name));

test("no test of a room, and no law, starts processes or threads", () => {
	const others = files.filter((file) => !starters.test(file));
	expect(others.length).toBeGreaterThan(200);
	expect(others.filter(starts)).toEqual([]);
	expect(files.filter(starts)).toContain("test/cli/lock.test.ts");
});

test("what is run apart is in no project of npm test", () => {
	const { projects = [] } = config.test ?? {};
	const named = (wanted: string) =>
		projects.flatMap((each) =>
			typeof each === "object" && "test" in each && each.test?.name === wanted
				? [each.test]
				: [],
		)[0];
	for (const name of ["house", "laws", "processes"]) {
		const { include = [], exclude = [] } = named(name) ?? {};
		const held = globSync([...include], { ignore: [...exclude] });
		expect(held.length, name).toBeGreaterThan(10);
		expect(
			held.filter((file) => /^test\/(long|clients|browser)\//.test(file)),
		).toEqual([]);
	}
});

// Helpers

const known = new Map<string, boolean>();

/** Whether a file of test/, or one there that it imports, starts processes or threads. */
function starts(file: string): boolean {
	const found = known.get(file);
	if (found !== undefined) return found;
	// Files that import each other are asked once.
	known.set(file, false);
	const source = readFileSync(file, "utf8");
	const does =
		/from "node:(child_process|cluster|worker_threads)"/.test(source) ||
		Array.from(
			source.matchAll(/from "(\.{1,2}\/[^"]+\.ts)"/g),
			([, path = ""]) => join(dirname(file), path),
		)
			.filter((to) => to.startsWith("test/"))
			.some(starts);
	known.set(file, does);
	return does;
}
