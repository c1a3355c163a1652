import { existsSync, readFileSync, statSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

/*
 * The documents for people who change the code name files from the root, in
 * backticks: `src/panel/state/state.ts`, `src/commands/`, with `<word>` for any name;
 * and exported things as `src/panel/state/state.ts: PanelState`.
 */

test.each(["CONTRIBUTING.md", "docs/architecture.md"])(
	"%s names files and things that there are",
	(document) => {
		const named = spans(readFileSync(document, "utf8"));
		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((span) => !isThere(span))).toEqual([]);
	},
);

test("what is not there is noticed", () => {
	const text =
		"`src/panel/state/state.ts`, `src/panel/nowhere.ts`, `state.ts`, `src/panel`, `src/commands/<family>/<word>.ts`, `src/<word>/nowhere.ts`, `src/panel/state/state.ts: PanelState`, `src/panel/state/state.ts: nothing`, `npm test`, `PROG 7982`";
	expect(spans(text).filter((span) => !isThere(span))).toEqual([
		"src/panel/nowhere.ts",
		"state.ts",
		"src/panel",
		"src/<word>/nowhere.ts",
		"src/panel/state/state.ts: nothing",
	]);
});

// Helpers

/** What stands in backticks and is a path, with the name behind it if there is one. */
function spans(text: string): readonly string[] {
	const quoted = text.replaceAll(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g);
	return [...quoted]
		.map(([, span = ""]) => span)
		.filter((span) =>
			/^(src|grammar|test|scripts|docs|bench|examples)\/?\S*(: \w+)?$|^[\w.-]+\.(ts|mjs|md|json)(: \w+)?$/.test(
				span,
			),
		);
}

/** Folders end in a slash. */
function isThere(span: string): boolean {
	const [path = "", name] = span.split(": ");
	const files = path.includes("<")
		? globSync(path.replaceAll(/<\w+>/g, "*"))
		: [path].filter(existsSync);
	const [file] = files;
	if (file === undefined) return false;
	if (statSync(file).isDirectory()) return path.endsWith("/");
	return name === undefined || exportsOf(file).includes(name);
}

function exportsOf(file: string): readonly string[] {
	const declarations = readFileSync(file, "utf8").matchAll(
		/^export (?:async )?(?:function\*?|class|const|interface|type) (\w+)/gm,
	);
	return [...declarations].map(([, name = ""]) => name);
}
