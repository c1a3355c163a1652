import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

/*
 * docs/privacy.md names every place in which something is kept: files that are made
 * beside others or in the user's folder, and what a page leaves in a browser.
 */

const told = readFileSync("docs/privacy.md", "utf8");

/** Ends of files' names and keys of a browser's storage, as the code writes them. */
const places =
	/`[^`\n]*\}(\.(?:lock|token|refused-pin|audit|secrets))`|"(audit\.key|alarmpanel\.(?!html)[a-z]+)"/g;

function placesIn(file: string): readonly string[] {
	return [...readFileSync(file, "utf8").matchAll(places)].flatMap(
		([, ending, name]) => ending ?? name ?? [],
	);
}

test("every place in which something is kept is told", () => {
	const all = [
		...new Set(globSync("src/**/*.{ts,tsx}").flatMap(placesIn)),
	].toSorted();
	expect(all).toEqual(
		expect.arrayContaining([
			".audit",
			".lock",
			".refused-pin",
			".secrets",
			".token",
			"alarmpanel.drawer",
			"alarmpanel.kept",
			"alarmpanel.ticks",
			"audit.key",
		]),
	);
	expect(all.filter((place) => !told.includes(place))).toEqual([]);
});
