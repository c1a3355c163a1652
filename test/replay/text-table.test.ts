import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, TextTable } from "../../src/replay/text-table.ts";
import { anyString } from "../support/texts.ts";

test("numbers texts as they come, and finds them and no others", () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(anyString, { maxLength: 40 }),
			fc.array(anyString),
			(texts, others) => {
				const table = new TextTable(texts.length);
				for (const text of texts) {
					expect(table.find(text)).toBe(-1);
					expect(table.isFull).toBe(false);
					table.add(text);
				}
				expect(table.isFull).toBe(true);
				for (const text of [...texts, ...others])
					expect(table.find(text)).toBe(texts.indexOf(text));
			},
		),
	);
});

test("is full at its capacity, and then takes nothing", () => {
	const table = new TextTable(3);
	for (const text of ["a", "b", "c"]) table.add(text);
	expect(() => table.add("d")).toThrow(new RangeError("the table is full"));
	expect(["a", "b", "c", "d"].map((text) => table.find(text))).toEqual([
		0, 1, 2, -1,
	]);
});

test("tells texts of one hash apart", () => {
	expect(hashOf("liquid")).toBe(hashOf("costarring"));
	const table = new TextTable(2);
	table.add("costarring");
	expect(table.find("liquid")).toBe(-1);
	table.add("liquid");
	expect(["costarring", "liquid"].map((text) => table.find(text))).toEqual([
		0, 1,
	]);
});
