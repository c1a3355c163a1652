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

test("each file is run in one project", () => {
	const projects = (config.test?.projects ?? [])
		.flatMap((project) =>
			typeof project === "object" && "test" in project ? [project.test] : [],
		)
		// It runs tests of the panel once more, about each mutant.
		.filter((tests) => tests?.name !== "mutation");
	expect(projects.map((tests) => tests?.name)).toEqual([
		...["house", "laws", "processes", "long", "clients", "browser"],
	]);
	const run = projects.flatMap((tests) =>
		globSync([...(tests?.include ?? [])], {
			ignore: ["**/node_modules/**", ...(tests?.exclude ?? [])],
		}),
	);
	expect(run.sort()).toEqual([...files].sort());
});

test("whoever tests a page waits for what it shows", () => {
	const impatient = /(?<!\.)\bexpect\(\s*await\b/;
	const ofPages = files.filter((file) => file.startsWith("test/browser/"));
	expect(ofPages.length).toBeGreaterThan(10);
	expect(
		ofPages.filter((file) => impatient.test(readFileSync(file, "utf8"))),
	).toEqual([]);
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
