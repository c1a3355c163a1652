import { expect, test } from "vitest";
import { asTyped } from "../../../src/panel/state/phone-number.ts";

test.each([
	["+33 6 12-34.56(78)", "+33612345678"],
	[" 06 12 34 56 78 ", "0612345678"],
	["*100#", "*100#"],
	["8 8 8", "888"],
	[" My-Bank 24 ", "My-Bank 24"],
	["+", "+"],
	["", ""],
])("without a country %j is compared as %j", (text, normal) => {
	expect(asTyped.normal(text)).toBe(normal);
});
