import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { sameSecret } from "../src/same-secret.ts";

test("two secrets are the same as texts are, and nothing is the same as none", () => {
	const some = fc.string({
		maxLength: 4,
		unit: fc.constantFrom("1", "2", "é"),
	});
	fc.assert(
		fc.property(some, some, (given, secret) => {
			expect(sameSecret(given, secret)).toBe(given !== "" && given === secret);
		}),
		{ numRuns: 1000 },
	);
});

/** What is called like this holds a secret of the panel, or what somebody gave for one. */
const SECRETS =
	"(?:pin|keyword|installerCode|accessCode|scriptSecret|secret|token|password|code\\.text|keyword\\.text)";

/** A comparison of it with anything but nothing and fixed texts, or a search for it. */
const COMPARISONS = [
	new RegExp(
		`\\b${SECRETS}\\b\\)? (?:===|!==|==|!=) (?!""|null|undefined|true|false|"[^"]*")`,
	),
	new RegExp(`(?:===|!==|==|!=) (?:[\\w.]*\\.)?${SECRETS}\\b(?!\\()`),
	new RegExp(
		`\\.(?:includes|startsWith|endsWith|indexOf|has|localeCompare)\\((?:[\\w.]*\\.)?${SECRETS}\\)`,
	),
];

/**
 * Rooms in which what somebody sends or types meets what the panel keeps. Settings are
 * compared with each other where a code is given to somebody; that is asked by who has
 * the right to, and answered in words.
 */
const ROOMS = [
	"src/panel/alarm/**/*.ts",
	"src/panel/remote/**/*.ts",
	"src/firmware/**/*.ts",
	"src/models/language/**/*.ts",
	"src/device/**/*.ts",
	"src/http/**/*.ts",
	"src/mqtt/**/*.ts",
];

/** Names of roles, which stand in every manual, and shapes; none is a secret. */
const harmless = ["spelled(role.keyword) === spelled(message.keyword.text)"];

test("every comparison of secrets goes through sameSecret", () => {
	const found = globSync(ROOMS).flatMap((file) =>
		comparisonsIn(readFileSync(file, "utf8")).map((line) => `${file}: ${line}`),
	);
	expect(found).toEqual([]);
});

test.each([
	"return message.code.text === installerCode;",
	"users.find(({ pin }) => pin === code.text)",
	"if (text.startsWith(state.credentials.keyword)) return;",
	"given !== state.remote.scriptSecret",
	"codes.has(message.code.text)",
])("a comparison is found: %s", (line) => {
	expect(comparisonsIn(line)).toEqual([line]);
});

test.each([
	'if (message.code.text === "") return;',
	"sameSecret(message.code.text, installerCode)",
	"role.keyword === undefined ||",
])("no comparison of secrets: %s", (line) => {
	expect(comparisonsIn(line)).toEqual([]);
});

function comparisonsIn(source: string): readonly string[] {
	return source
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => !line.startsWith("*") && !line.startsWith("//"))
		.filter((line) => COMPARISONS.some((each) => each.test(line)))
		.filter((line) => !harmless.includes(line));
}
