import { expect, test } from "vitest";
import { weaknessOf } from "../../../src/panel/remote/pin-strength.ts";

test.each([
	["0000", "is one digit repeated"],
	["1234", "is a simple rising sequence"],
	["6789", "is a simple rising sequence"],
	["3210", "is a simple falling sequence"],
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
