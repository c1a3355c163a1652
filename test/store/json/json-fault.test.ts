import { expect, test } from "vitest";
import { jsonFault } from "../../../src/store/json/json-fault.ts";

test.each<[string, number, number, string]>([
	["", 1, 1, "a value is due here, but the file ends"],
	[
		'{"a": 1',
		1,
		8,
		"a comma or the closing bracket is due here, but the file ends",
	],
	[
		'{\n\t"a": 1\n\t"b": 2\n}',
		3,
		2,
		"a comma or the closing bracket is due here",
	],
	[
		'{"a": 1,\n}',
		2,
		1,
		"a key in quotes is due here, or the comma in front is one too many",
	],
	["[1, ]", 1, 5, "a value is due here, or the comma in front is one too many"],
	["{a: 1}", 1, 2, "a key in quotes or } is due here"],
	['{"a" 1}', 1, 6, "a colon is due here"],
	['{"a": 01}', 1, 8, "a comma or the closing bracket is due here"],
	['{"a": +1}', 1, 7, "a value is due here"],
	["[1 2]", 1, 4, "a comma or the closing bracket is due here"],
	["[1}", 1, 3, "a comma or the closing bracket is due here"],
	["[}", 1, 2, "a value or ] is due here"],
	["{} {}", 1, 4, "nothing more is due here"],
	[
		'{"pin": "1234\n}',
		1,
		9,
		"this text is not closed on its line, or has a character that JSON does not allow",
	],
	['{"a": 1 // one\n}', 1, 9, "JSON has no comments"],
])("%j is broken at %i:%i: %s", (text, line, column, rule) => {
	expect(jsonFault(text)).toEqual({ line, column, rule });
});

test("JSON is not broken", () => {
	expect(
		jsonFault(' {"a": [1, -2.5e3, "x\\u00e9\\n", {}, [], null, true]}\r\n'),
	).toBeNull();
});

test("a text of 30 MB that is not closed has a place", () => {
	expect(jsonFault(`{"a":"${"A".repeat(30_000_000)}`)).toEqual({
		line: 1,
		column: 6,
		rule: "this text is not closed on its line, or has a character that JSON does not allow",
	});
});
