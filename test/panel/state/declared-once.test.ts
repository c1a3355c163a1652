import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defineCommand } from "../../../src/commands/define.ts";
import { opts } from "../../../src/commands/vst/opts.ts";
import type { Happening } from "../../../src/panel/state/event.ts";
import { optionFields } from "../../../src/panel/state/fields/options.ts";
import { remoteOptionFields } from "../../../src/panel/state/fields/remote.ts";
import { timerFields } from "../../../src/panel/state/fields/timers.ts";

test("the options are listed in one file; what tests make up of them follows from it", () => {
	const names = Object.keys(optionFields);
	expect(listsOf(names, "src")).toEqual(["src/panel/state/fields/options.ts"]);
	expect(listsOf(names, "test/support")).toEqual([]);
});

test.each([
	["timers", timerFields, "src/panel/state/fields/timers.ts"],
	["remote options", remoteOptionFields, "src/panel/state/fields/remote.ts"],
])("the %s are listed in one file", (_, group, file) => {
	expect(listsOf(Object.keys(group), "src")).toEqual([file]);
});

test.each([
	["a type", "readonly chime: boolean;\n\treadonly swinger?: number;"],
	["an object", "{ chime: event.chime, swinger: event.swinger }"],
	["a way to the fields", "[fields.chime, optionFields.swinger]"],
	["names", '["chime", "swinger"]'],
	["a union of names", '"chime" | "swinger"'],
])("%s is a list", (_, code) => {
	const names = ["armFault", "chime", "swinger"];
	expect(listed(names, code)).toEqual(["chime", "swinger"]);
});

test.each([
	["reading one", "state.options.chime && options.swinger > 3"],
	["a limit of a standard", 'within("options", "swinger", [1, 6], "times")'],
	["a remark", "// chime: rings\n/* swinger: stops */"],
	["an example", "example: { chime: true, swinger: 3 },"],
	["words to look a command up by", 'synonyms: ["chime", "swinger"],'],
])("%s is no list", (_, code) => {
	expect(listed(["chime", "swinger"], code)).toEqual([]);
});

test("a change that no field allows does not compile", () => {
	const wrong: readonly Happening[] = [
		// @ts-expect-error: the chime is on or off
		{ type: "set-options", options: { chime: 1 } },
		// @ts-expect-error: there is no such restart profile
		{ type: "set-options", options: { restart: "never" } },
		// @ts-expect-error: a delay is a number
		{ type: "set-timers", exitAway: "5" },
		// @ts-expect-error: German is no language of the answers
		{ type: "set-remote", remote: { language: "de" } },
		// @ts-expect-error: the guard time is the pendant's
		{ type: "store", section: "network", values: { guardTime: 5 } },
	];
	expect(wrong).toHaveLength(5);
	defineCommand({
		...opts,
		// @ts-expect-error: the time zone is no slot of OPTS
		example: { timeZone: "UTC" },
	});
});

// Helpers

/** Of a group's names so many at least make a list: one or two have a behaviour. */
const LIST = 3;

function listsOf(names: readonly string[], folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.map((name) => join(folder, name))
		.filter((file) => {
			const source = readFileSync(file, "utf8");
			// Few files have so many of the words at all.
			const words = names.filter((name) => source.includes(name));
			return words.length >= LIST && listed(names, source).length >= LIST;
		})
		.toSorted();
}

/** Names that stand as a key, as a field of a table, or in quotes beside another one. */
function listed(names: readonly string[], source: string): readonly string[] {
	const code = source
		.replace(/\/\*.*?\*\//gs, "")
		.replace(/\/\/.*/g, "")
		.replace(/\bexample: \{.*?\}/gs, "")
		.replace(/\bsynonyms: \[.*?\]/gs, "");
	const quoted = `"(?:${names.join("|")})"`;
	return names.filter((name) =>
		[
			`(?<![.\\w])${name}\\??:`,
			`ields\\.${name}\\b`,
			`"${name}"\\s*[,|]\\s*${quoted}`,
			`${quoted}\\s*[,|]\\s*"${name}"`,
		].some((pattern) => new RegExp(pattern).test(code)),
	);
}
