import fc from "fast-check";
import { expect, test } from "vitest";
import {
	hasTooManyValues,
	MOST_VALUES,
} from "../../../src/store/json/json-fault.ts";

/** How many values there are, and how many lists and objects among them. */
function counted(value: unknown): { values: number; containers: number } {
	const parts =
		typeof value === "object" && value !== null ? Object.values(value) : [];
	const isContainer = typeof value === "object" && value !== null;
	return parts.map(counted).reduce(
		(sum, part) => ({
			values: sum.values + part.values,
			containers: sum.containers + part.containers,
		}),
		{ values: 1, containers: isContainer ? 1 : 0 },
	);
}

test("values are counted, whatever stands in texts", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = JSON.stringify(value);
			const { values, containers } = counted(value);
			expect(hasTooManyValues(text, values + containers)).toBe(false);
			if (values > 1) expect(hasTooManyValues(text, values - 1)).toBe(true);
		}),
	);
});

test("signs in a text begin no value, and what is not closed is one", () => {
	const signs = JSON.stringify(`\\",[{`.repeat(MOST_VALUES));
	expect(hasTooManyValues(signs)).toBe(false);
	expect(hasTooManyValues(signs.slice(0, -1))).toBe(false);
	expect(hasTooManyValues(`[${"{},".repeat(MOST_VALUES / 2)}0]`)).toBe(true);
});
