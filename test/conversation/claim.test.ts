import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isAsClaimed } from "../../src/conversation/claim.ts";

test.each([
	[{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
	[{ a: 1 }, { a: 1, b: 2 }, false],
	[{ a: 1 }, { b: 1 }, false],
	[[1, 2], [2, 1], false],
	[[], {}, false],
	[null, {}, false],
	[null, null, true],
	[1, "1", true],
	["1", 1, false],
])("%j claimed of %j: %j", (claimed, value, is) => {
	expect(isAsClaimed(claimed, value)).toBe(is);
});

test("values that are no texts are compared as Node does", () => {
	const values = fc.jsonValue().filter((value) => typeof value !== "string");
	fc.assert(
		fc.property(fc.jsonValue(), values, (claimed, value) => {
			expect(isAsClaimed(claimed, value)).toBe(
				isDeepStrictEqual(claimed, value),
			);
			expect(isAsClaimed(structuredClone(value), value)).toBe(true);
		}),
	);
});
