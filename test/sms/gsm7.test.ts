import { describe, expect, test } from "vitest";
import {
	decodeGsm7,
	encodeGsm7,
	isGsm7,
	packSeptets,
	septetCount,
	unpackSeptets,
} from "../../src/sms/gsm7.ts";

const septets = (...codes: number[]) => Uint8Array.from(codes);
const hex = (octets: Uint8Array) =>
	Buffer.from(octets).toString("hex").toUpperCase();

describe("the alphabet", () => {
	test("the 128 codes decode to the table of 23.038, the escape aside", () => {
		const all = Uint8Array.from({ length: 128 }, (_, code) => code).filter(
			(code) => code !== 0x1b,
		);
		expect(decodeGsm7(all)).toBe(
			"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
		);
	});

	test("the extension characters are an escape and a code", () => {
		expect(encodeGsm7("\f^{}\\[~]|€")).toEqual(
			septets(
				...[0x1b, 0x0a, 0x1b, 0x14, 0x1b, 0x28, 0x1b, 0x29, 0x1b, 0x2f],
				...[0x1b, 0x3c, 0x1b, 0x3d, 0x1b, 0x3e, 0x1b, 0x40, 0x1b, 0x65],
			),
		);
	});

	test("an extension character takes two septets, any other one", () => {
		expect(septetCount("PROG 7982 €")).toBe(12);
	});

	test.each(["`", "ç", "“", "ł", "\t", "\u001b", "А", "😀", "\ud83d"])(
		"%j is outside",
		(character) => {
			expect(isGsm7(character)).toBe(false);
			expect(() => encodeGsm7(character)).toThrow(RangeError);
		},
	);

	test("every character of both tables is inside, and so is no text", () => {
		expect(
			isGsm7("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ \"'¤§¿à\f^{}\\[~]|€"),
		).toBe(true);
		expect(isGsm7("")).toBe(true);
	});
});

describe("codes that mean nothing", () => {
	test.each([
		["an escape at the end is a space", [0x41, 0x1b], "A "],
		["two escapes are one space", [0x1b, 0x1b, 0x65], " e"],
		["an open extension code is its default character", [0x1b, 0x41], "A"],
		["an escaped carriage return is a carriage return", [0x1b, 0x0d], "\r"],
		["an eighth bit is ignored", [0xc1], "A"],
		["no septets are no text", [], ""],
	])("%s", (_, codes, text) => {
		expect(decodeGsm7(septets(...codes))).toBe(text);
	});
});

describe("packing", () => {
	test("Hello, world! packs to the octets that phones send", () => {
		expect(hex(packSeptets(encodeGsm7("Hello, world!")))).toBe(
			"C8329BFD6681EE6F399B1C02",
		);
	});

	test("7 characters take 7 octets, and so do 8", () => {
		expect(hex(packSeptets(encodeGsm7("1234567")))).toBe("31D98C56B3DD00");
		expect(hex(packSeptets(encodeGsm7("12345678")))).toBe("31D98C56B3DD70");
	});

	test("fill bits come before the first septet", () => {
		expect(hex(packSeptets(encodeGsm7("world!"), 0))).toBe("F7B79C4D0E01");
		expect(hex(packSeptets(encodeGsm7("Hakuna"), 1))).toBe("90E175DD1D06");
	});

	test("unpacking gives no more septets than the octets hold", () => {
		expect(unpackSeptets(septets(0xc8, 0x32), 5)).toEqual(septets(0x48, 0x65));
		expect(unpackSeptets(septets(0xc8), 5, 6)).toEqual(septets());
		expect(unpackSeptets(septets(), 5, 3)).toEqual(septets());
	});
});
