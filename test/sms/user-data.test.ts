import { describe, expect, test } from "vitest";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import {
	decodeUserData,
	encodeUserData,
	textOf,
	type UserData,
} from "../../src/sms/user-data.ts";

const part = { id: 0, data: Uint8Array.of(0x2e, 2, 1) };
const turkish = { id: 0x25, data: Uint8Array.of(1) };
const turkishShift = { id: 0x24, data: Uint8Array.of(1) };
const part16 = { id: 8, data: Uint8Array.of(0x12, 0x34, 2, 2) };

describe("user data", () => {
	test.each<[string, number, UserData, string]>([
		[
			"GSM-7",
			0x00,
			{ alphabet: "gsm-7", header: [], text: "Hello" },
			"05C8329BFD06",
		],
		["no text", 0x00, { alphabet: "gsm-7", header: [], text: "" }, "00"],
		[
			"7 characters, which fill 7 octets but for 7 bits",
			0x00,
			{ alphabet: "gsm-7", header: [], text: "1234567" },
			"0731D98C56B3DD00",
		],
		[
			"8 characters in 7 octets",
			0x00,
			{ alphabet: "gsm-7", header: [], text: "12345678" },
			"0831D98C56B3DD70",
		],
		[
			"GSM-7 after an 8-bit reference and 1 fill bit",
			0x00,
			{ alphabet: "gsm-7", header: [part], text: "Hakuna" },
			"0D0500032E020190E175DD1D06",
		],
		[
			"GSM-7 after a 16-bit reference, which needs no fill bits",
			0x00,
			{ alphabet: "gsm-7", header: [part16], text: " world!" },
			"0F06080412340202A0FB5BCE268700",
		],
		[
			"a header alone",
			0x00,
			{ alphabet: "gsm-7", header: [part], text: "" },
			"070500032E020100",
		],
		[
			"GSM-7 with a Turkish single shift",
			0x00,
			{ alphabet: "gsm-7", header: [turkishShift], text: "Türkçe" },
			"0C03240101A0FAE5EBCDB80C",
		],
		[
			"GSM-7 with a Turkish locking shift, as part of a message",
			0x00,
			{ alphabet: "gsm-7", header: [part, turkish], text: "ığŞ" },
			"0E0800032E0201250101E0C0E000",
		],
		[
			"UCS-2 behind a header that names a table, which is not for UCS-2",
			0x08,
			{ alphabet: "ucs-2", header: [turkish], text: "A" },
			"06032501010041",
		],
		[
			"UCS-2 behind a header",
			0x08,
			{ alphabet: "ucs-2", header: [part], text: "ł😀" },
			"0C0500032E02010142D83DDE00",
		],
		[
			"8-bit data",
			0x04,
			{ alphabet: "8-bit", header: [], octets: Uint8Array.of(1, 0xff) },
			"0201FF",
		],
		[
			"compressed text",
			0x20,
			{ alphabet: "compressed", header: [], octets: Uint8Array.of(1, 2, 3) },
			"03010203",
		],
	])("%s", (_, dcs, userData, hex) => {
		expect(encoded(dcs, userData)).toEqual({ ok: true, hex });
		const header = userData.header.length > 0;
		expect(decoded(hex, { dcs, header })).toEqual({
			ok: true,
			value: userData,
		});
	});

	test("exactly 160 septets fit, and 140 octets do", () => {
		const text = "a".repeat(160);
		const octets = new Uint8Array(140);
		for (const [dcs, userData] of [
			[0x00, { alphabet: "gsm-7", header: [], text }],
			[0x08, { alphabet: "ucs-2", header: [], text: "ł".repeat(70) }],
			[0x04, { alphabet: "8-bit", header: [], octets }],
		] as const) {
			const result = encoded(dcs, userData);
			expect(result.ok && "hex" in result && result.hex.length).toBe(282);
		}
	});

	test.each<[string, number, UserData, string]>([
		[
			"161 septets",
			0x00,
			{ alphabet: "gsm-7", header: [], text: "a".repeat(161) },
			"161 septets, 160 fit",
		],
		[
			"154 septets behind a header",
			0x00,
			{ alphabet: "gsm-7", header: [part], text: "a".repeat(154) },
			"161 septets, 160 fit",
		],
		[
			"71 units",
			0x08,
			{ alphabet: "ucs-2", header: [], text: "a".repeat(71) },
			"142 octets, 140 fit",
		],
		[
			"a letter outside GSM-7",
			0x00,
			{ alphabet: "gsm-7", header: [], text: "ł" },
			"the text is not all GSM-7",
		],
		[
			"a letter outside the tables that its header names",
			0x00,
			{ alphabet: "gsm-7", header: [turkish], text: "ì" },
			"the text is not all in the tables that its header names",
		],
		[
			"156 septets behind a header that names a table",
			0x00,
			{ alphabet: "gsm-7", header: [turkish], text: "ğ".repeat(156) },
			"161 septets, 160 fit",
		],
		[
			"UCS-2 under a coding scheme for GSM-7",
			0x00,
			{ alphabet: "ucs-2", header: [], text: "ł" },
			"TP-DCS says gsm-7, this is ucs-2",
		],
	])("%s cannot be encoded", (_, dcs, userData, message) => {
		expect(encoded(dcs, userData)).toEqual({
			ok: false,
			error: { path: "ud.sm", message },
		});
	});
});

describe("what senders get wrong", () => {
	const hello = { alphabet: "gsm-7", header: [], text: "Hello" };

	test("fewer octets than promised are an error where half a text could be acted on", () => {
		expect(decoded("0BC8329BFD06", {})).toEqual({
			ok: false,
			error: {
				path: "ud.sm",
				octet: 1,
				message: "10 octets promised by TP-UDL, 5 left",
			},
		});
	});

	test("and elsewhere are taken as they are", () => {
		expect(decoded("06C8329BFD06", { cutShort: "accepted" })).toEqual({
			ok: true,
			value: hello,
		});
	});

	test("a malformed header is void, and the text behind it is read all the same", () => {
		expect(decoded("0D0500042E020190E175DD1D06", { header: true })).toEqual({
			ok: true,
			value: { alphabet: "gsm-7", header: [], text: "Hakuna" },
		});
	});

	test("a header that is announced but has no room is none", () => {
		expect(decoded("00", { header: true })).toEqual({
			ok: true,
			value: { ...hello, text: "" },
		});
	});

	test("a header longer than the user data is an error", () => {
		expect(decoded("02050003", { header: true })).toEqual({
			ok: false,
			error: {
				path: "ud.udh.length",
				octet: 1,
				message: "the header has 5 octets, the user data 1 for it",
			},
		});
	});

	test("a header that names no known table leaves the default ones", () => {
		expect(decoded("06032501280802", { header: true })).toEqual({
			ok: true,
			value: {
				alphabet: "gsm-7",
				header: [{ id: 0x25, data: Uint8Array.of(0x28) }],
				text: "A",
			},
		});
	});

	test("half a UCS-2 unit at the end is no character", () => {
		expect(decoded("0300610062", { dcs: 0x08 })).toEqual({
			ok: true,
			value: { alphabet: "ucs-2", header: [], text: "a" },
		});
	});
});

test("what people see of it", () => {
	const octets = Uint8Array.of(0x41, 0xe9);
	expect(textOf({ alphabet: "ucs-2", header: [], text: "ł" })).toBe("ł");
	expect(textOf({ alphabet: "8-bit", header: [], octets })).toBe("Aé");
	expect(textOf({ alphabet: "compressed", header: [], octets })).toBeNull();
});

// Helpers

function encoded(dcs: number, userData: UserData) {
	const writer = new OctetWriter();
	encodeUserData(writer, "ud", dcs, userData);
	const result = writer.encoded();
	return result.ok ? { ok: true, hex: writeHex(result.value) } : result;
}

function decoded(
	hex: string,
	reading: Partial<Parameters<typeof decodeUserData>[2]>,
) {
	const octets = readHex(hex);
	const reader = new OctetReader(octets.ok ? octets.value : new Uint8Array());
	const userData = decodeUserData(reader, "ud", {
		dcs: 0x00,
		header: false,
		cutShort: "fault",
		...reading,
	});
	return reader.decoded(userData);
}
