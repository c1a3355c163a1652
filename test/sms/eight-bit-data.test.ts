import { expect, test } from "vitest";
import {
	decodeEightBit,
	encodeEightBit,
} from "../../src/sms/eight-bit-data.ts";

test("each octet is the Latin-1 character of that number", () => {
	const octets = Uint8Array.of(0x00, 0x41, 0x80, 0xe9, 0xff);
	expect(decodeEightBit(octets)).toBe("\u0000A\u0080éÿ");
	expect(encodeEightBit("\u0000A\u0080éÿ")).toEqual(octets);
});

test("a character beyond Latin-1 has no octet", () => {
	expect(() => encodeEightBit("€")).toThrow(RangeError);
});
