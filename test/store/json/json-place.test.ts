import { describe, expect, test } from "vitest";
import { jsonPlace } from "../../../src/store/json/json-place.ts";
import { textPlace } from "../../../src/store/json/text-place.ts";

describe("where a value stands", () => {
	const text =
		'\uFEFF\n{ "a": [ 1, {"b,}": "x:[", "c": {} }, [[2]] ], "\\u0061a": null }';
	test.each([
		["a", '"a"', "["],
		["a.0", null, "1"],
		["a.1", null, "{"],
		["a.1.b,}", '"b,}"', '"x:["'],
		["a.1.c", '"c"', "{"],
		["a.2.0.0", null, "2"],
		// A key is what it says, however it is written.
		["aa", '"\\u0061a"', "null"],
		// What is not there: the nearest around it.
		["a.1.d", null, "{"],
		["a.1.c.e.f", '"c"', "{"],
		["a.9", '"a"', "["],
		["aa.0", '"\\u0061a"', "null"],
		["b", undefined, undefined],
		["1", undefined, undefined],
	] as const)("%s", (path, key, value) => {
		const place = jsonPlace(text, path.split("."));
		const told = (token?: { start: number; end: number } | null) =>
			token && text.slice(token.start, token.end);
		expect([told(place?.key), told(place?.value)]).toEqual([key, value]);
	});

	test("of the whole it is none", () => {
		expect(jsonPlace(text, [])).toBe(null);
	});

	test("positions may be numbers", () => {
		expect(jsonPlace("[[1],[2]]", [1, 0])).toEqual({
			key: null,
			value: { start: 6, end: 7 },
		});
	});
});

test("a place has a line and a column, and a mark of the byte order none", () => {
	const text = "\uFEFFab\r\n😀c";
	expect([0, 1, 3, 4, 5, 7].map((at) => textPlace(text, at))).toEqual([
		{ line: 1, column: 1 },
		{ line: 1, column: 1 },
		{ line: 1, column: 3 },
		{ line: 1, column: 4 },
		{ line: 2, column: 1 },
		{ line: 2, column: 3 },
	]);
});
