import { expect, test } from "vitest";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { decodeUssd, encodeUssd } from "../../src/sms/ussd.ts";

test.each([
	["a balance query", "konta atlikums", "EBB79B1E0685E9ECF4BADE9E03"],
	["an account menu", "*100#", "AA180C3602"],
	["7 characters, filled with a carriage return", "1234567", "31D98C56B3DD1A"],
	["8 characters", "12345678", "31D98C56B3DD70"],
	["7 characters that end in an @", "123456@", "31D98C56B3011A"],
	["a carriage return within the last octet", "12\r", "315903"],
	["nothing", "", ""],
])("%s", (_, text, hex) => {
	const octets = encodeUssd(text);
	expect(writeHex(octets)).toBe(hex);
	expect(decodeUssd(octets)).toBe(text);
});

test("a wanted carriage return at the end of a full octet is sent twice", () => {
	const octets = encodeUssd("1234567\r");
	expect(writeHex(octets)).toBe("31D98C56B3DD1A0D");
	expect(decodeUssd(octets)).toBe("1234567\r\r");
});

test("without filling, seven bits left over read as an @", () => {
	const octets = readHex("31D98C56B3DD00");
	expect(octets.ok && decodeUssd(octets.value)).toBe("1234567@");
});
