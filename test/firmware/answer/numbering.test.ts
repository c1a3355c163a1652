import { describe, expect, test } from "vitest";
import { numberingOf } from "../../../src/firmware/answer/numbering.ts";
import { asTyped } from "../../../src/panel/state/phone-number.ts";

describe.each<[string, readonly [string, string][]]>([
	[
		"FR",
		[
			["+33612345678", "+33612345678"],
			["0033612345678", "+33612345678"],
			["06 12 34 56 78", "+33612345678"],
			["+4915112345678", "+4915112345678"],
			// Nobody's in France, but perhaps a short code.
			["3939", "3939"],
			["36180", "36180"],
			["x0612345678", "x0612345678"],
			["Anna 0612345678", "Anna 0612345678"],
			["+3361234567", "+3361234567"],
			["", ""],
		],
	],
	[
		"US",
		[
			["(213) 373-4253", "+12133734253"],
			["1 213 373 4253", "+12133734253"],
			["011 33 6 12 34 56 78", "+33612345678"],
			["0033612345678", "0033612345678"],
		],
	],
	["PT", [["912345678", "+351912345678"]]],
	["XX", [["0612345678", "0612345678"]]],
])("in %s", (country, numbers) => {
	test.each(numbers)("%j is compared as %j", async (typed, normal) => {
		expect((await numberingOf(country)).normal(typed)).toBe(normal);
	});
});

test("a panel without a country compares numbers as typed", async () => {
	expect(await numberingOf("")).toBe(asTyped);
});
