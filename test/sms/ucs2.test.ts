import { expect, test } from "vitest";
import { decodeUcs2, encodeUcs2 } from "../../src/sms/ucs2.ts";

test("the high octet comes first, and an emoji is two units", () => {
	const octets = Uint8Array.of(0x04, 0x1f, 0xd8, 0x3d, 0xde, 0x00);
	expect(encodeUcs2("П😀")).toEqual(octets);
	expect(decodeUcs2(octets)).toBe("П😀");
});

test("half an emoji passes through, so that its other half can join it", () => {
	const first = decodeUcs2(Uint8Array.of(0xd8, 0x3d));
	const second = decodeUcs2(Uint8Array.of(0xde, 0x00));
	expect([first, second]).toEqual(["\ud83d", "\ude00"]);
	expect(first + second).toBe("😀");
});

test("half a unit at the end is no character", () => {
	expect(decodeUcs2(Uint8Array.of(0x00, 0x61, 0x00))).toBe("a");
});
