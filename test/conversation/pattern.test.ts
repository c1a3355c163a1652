import { describe, expect, test } from "vitest";
import {
	canonical,
	filled,
	fitted,
	patternFault,
} from "../../src/conversation/pattern.ts";

const none = new Map<string, string>();

describe("a reply fits", () => {
	test.each([
		["USRS:OK", "USRS:OK"],
		["DEV?:2,...", "DEV?:2,6,(6,,,)"],
		["...OK", "OK"],
		["/^MODE\\?[AH]$/", "MODE?H"],
		["/ok/i", "USRS:OK"],
		["\\/OK/", "/OK/"],
		["a\\...", "a..."],
		["\\{{pin}}", "{{pin}}"],
		["a\\nb", "a\nb"],
		["{{a}}-{{a}}", "x-x"],
	])("%s by %j", (pattern, text) => {
		expect(patternFault(pattern)).toBeNull();
		expect(fitted(pattern, text, none)).not.toBeNull();
		expect(fitted(canonical(pattern), text, none)).not.toBeNull();
	});

	test.each([
		["USRS:OK", "USRS:OK "],
		["MODE?A", "MODA"],
		["...OK", "OK!"],
		["/^OK$/", "USRS:OK"],
		["a\\...", "abcd"],
		["{{a}}-{{a}}", "x-y"],
	])("%s not by %j", (pattern, text) => {
		expect(fitted(pattern, text, none)).toBeNull();
	});
});

test("what is captured stands for itself from then on", () => {
	const captures = fitted("(2,{{pin}},{{name}})", "(2,5678,ANNA)", none);
	expect(captures).toEqual(
		new Map([
			["pin", "5678"],
			["name", "ANNA"],
		]),
	);
	expect(filled("PROG {{pin}} {{other}}", captures ?? none)).toBe(
		"PROG 5678 {{other}}",
	);
	expect(fitted("{{pin}}", "5678", captures ?? none)).toEqual(captures);
	expect(fitted("{{pin}}", "8765", captures ?? none)).toBeNull();
});

test("a named group of a regular expression captures as well", () => {
	expect(fitted("/,(?<pin>\\d{4}),|(?<none>x)/", "(2,5678,)", none)).toEqual(
		new Map([["pin", "5678"]]),
	);
});

test.each([
	["", "a reply has text; silence is no reply at all"],
	["/OK", "a regular expression ends with /; \\/ in front is a slash"],
	["/(/", "Invalid regular expression: /(/: Unterminated group"],
	["/a\nb/", "a regular expression is one line; write \\n in it"],
	["a\\q", "escape: \\q is none"],
])("%j is no pattern", (pattern, fault) => {
	expect(patternFault(pattern)).toBe(fault);
});
