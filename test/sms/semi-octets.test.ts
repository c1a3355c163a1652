import { expect, test } from "vitest";
import {
	decodeSemiOctets,
	decodeTwoDigits,
	encodeSemiOctets,
	encodeTwoDigits,
	isSemiOctets,
} from "../../src/sms/semi-octets.ts";

test("digits are swapped, and an odd last one has filler above it", () => {
	expect(encodeSemiOctets("*#abc01")).toEqual(
		Uint8Array.of(0xba, 0xdc, 0x0e, 0xf1),
	);
	expect(decodeSemiOctets(Uint8Array.of(0xba, 0xdc, 0x0e, 0xf1))).toBe(
		"*#abc01",
	);
});

test("only so many semi-octets are digits, and filler is never one", () => {
	expect(decodeSemiOctets(Uint8Array.of(0x21, 0x43), 3)).toBe("123");
	expect(decodeSemiOctets(Uint8Array.of(0x21, 0x43), 9)).toBe("1234");
	expect(decodeSemiOctets(Uint8Array.of(0xf1, 0x43))).toBe("134");
});

test.each([
	["0123456789*#abc", true],
	["", true],
	["+31", false],
	["A", false],
	["d", false],
])("%j can be written: %s", (digits, can) => {
	expect(isSemiOctets(digits)).toBe(can);
});

test("two digits are a number only if both are digits", () => {
	expect(encodeTwoDigits(59)).toBe(0x95);
	expect(decodeTwoDigits(0x95)).toBe(59);
	expect(decodeTwoDigits(0x9a)).toBeNull();
	expect(decodeTwoDigits(0xa9)).toBeNull();
});
