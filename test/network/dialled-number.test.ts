import { expect, test } from "vitest";
import { dialledNumber } from "../../src/network/dialled-number.ts";
import { readAddress } from "../../src/sms/address.ts";

const numbers = ["+32478000000", "1234", "0800", "Telfort"];
const isKnown = (number: string) => numbers.includes(number);

test.each([
	["+32478000000", "+32478000000"],
	["0032478000000", "+32478000000"],
	["32478000000", "+32478000000"],
	["0478000000", "+32478000000"],
	["478000000", null],
	["1234", "1234"],
	["+1234", "1234"],
	["0800", "0800"],
	["Telfort", "Telfort"],
	["", null],
])("%j is %j", (dialled, number) => {
	expect(dialledNumber(readAddress(dialled), isKnown, "32")).toBe(number);
});

test("without a calling code a leading 0 is just a digit", () => {
	expect(dialledNumber(readAddress("0478000000"), isKnown, "")).toBe(null);
});
