import { expect, test } from "vitest";
import { weaknessOf } from "../../../src/panel/remote/pin-strength.ts";

test.each([
	["0000", "is one digit over and over"],
	["1234", "counts up"],
	["6789", "counts up"],
	["3210", "counts down"],
	["7890", null],
	["0987", null],
	["1224", null],
	["2020", null],
	["1357", null],
	["5", null],
	["", null],
])("the PIN %s: %s", (pin, weakness) => {
	expect(weaknessOf(pin)).toBe(weakness);
});
