import { expect, test } from "vitest";
import { isKeptAs } from "../../../src/plan/language/call-obstacle.ts";

test.each([
	["+36301234567", true],
	["36301234567", true],
	["0036301234567", true],
	["0301234567", true],
	["301234567", true],
	["+49301234567", false],
	["301234568", false],
	["34567", false],
	["", false],
])("%s as a panel keeps it is +36301234567: %j", (kept, same) => {
	expect(isKeptAs(kept, "+36301234567")).toBe(same);
	expect(isKeptAs(kept, null)).toBe(false);
});
