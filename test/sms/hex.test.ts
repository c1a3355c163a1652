import { expect, test } from "vitest";
import { readHex, writeHex } from "../../src/sms/hex.ts";

test.each([
	["capitals", "0791AB", [0x07, 0x91, 0xab]],
	["lower case", "0791ab", [0x07, 0x91, 0xab]],
	["spaces and line ends", " 07 91\r\nAb\n", [0x07, 0x91, 0xab]],
	["the Ctrl-Z behind a PDU", "0791\u001a", [0x07, 0x91]],
	["nothing", "", []],
])("%s are read", (_, text, octets) => {
	expect(readHex(text)).toEqual({ ok: true, value: Uint8Array.from(octets) });
});

test.each([
	["another letter", "07 9G", 1, '"G" is not a hexadecimal digit'],
	["an emoji", "0791 😀", 2, '"😀" is not a hexadecimal digit'],
	["half an octet", "07 91 A", 2, "half an octet: a digit is missing"],
])("%s is an error at its octet", (_, text, octet, message) => {
	expect(readHex(text)).toEqual({
		ok: false,
		error: { path: "hex", octet, message },
	});
});

test("octets are written as capitals without spaces", () => {
	expect(writeHex(Uint8Array.of(0, 0x0a, 0xff))).toBe("000AFF");
});
