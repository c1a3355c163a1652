import { describe, expect, test } from "vitest";
import {
	type DataCoding,
	decodeDcs,
	describeDcs,
	encodeDcs,
} from "../../src/sms/data-coding-scheme.ts";

const plain: DataCoding = {
	alphabet: "gsm-7",
	compressed: false,
	class: null,
	deleteWhenRead: false,
	waiting: null,
	reserved: false,
};

const waiting = (
	kind: "voicemail" | "fax" | "email" | "other",
	active: boolean,
	store: boolean,
) => ({ ...plain, waiting: { active, kind, store } });

describe("every coding group", () => {
	test.each<[string, number, Partial<DataCoding>]>([
		["the default", 0x00, {}],
		["8-bit", 0x04, { alphabet: "8-bit" }],
		["UCS-2", 0x08, { alphabet: "ucs-2" }],
		["the reserved alphabet", 0x0c, { reserved: true }],
		["class bits that are not switched on", 0x03, {}],
		["class 0", 0x10, { class: 0 }],
		["class 1", 0x11, { class: 1 }],
		["UCS-2 of class 0", 0x18, { alphabet: "ucs-2", class: 0 }],
		["compressed GSM-7", 0x20, { compressed: true }],
		["compressed UCS-2", 0x28, { alphabet: "ucs-2", compressed: true }],
		["automatic deletion", 0x40, { deleteWhenRead: true }],
		[
			"automatic deletion, 8-bit of class 3",
			0x57,
			{ alphabet: "8-bit", class: 3, deleteWhenRead: true },
		],
		["a reserved group", 0x80, { reserved: true }],
		["the last reserved group", 0xbf, { reserved: true }],
		["discard, voicemail", 0xc8, waiting("voicemail", true, false)],
		["discard, no more fax", 0xc1, waiting("fax", false, false)],
		["store, email", 0xda, waiting("email", true, true)],
		["store, other", 0xdb, waiting("other", true, true)],
		[
			"store, UCS-2",
			0xe8,
			{ ...waiting("voicemail", true, true), alphabet: "ucs-2" },
		],
		["class group, class 0", 0xf0, { class: 0 }],
		["class group, class 1", 0xf1, { class: 1 }],
		["class group, 8-bit of class 2", 0xf6, { alphabet: "8-bit", class: 2 }],
	])("%s", (_, octet, coding) => {
		expect(decodeDcs(octet)).toEqual({ ...plain, ...coding });
	});
});

test.each([
	[0x00, "gsm-7", "GSM 7-bit default alphabet"],
	[0x18, "ucs-2", "UCS-2; class 0: shown at once"],
	[0x24, "8-bit", "compressed 8-bit data"],
	[
		0x57,
		"8-bit",
		"8-bit data; class 3: for the terminal equipment; to be deleted when read",
	],
	[0x8f, "gsm-7", "GSM 7-bit default alphabet; reserved coding"],
	[0xc8, "gsm-7", "GSM 7-bit default alphabet; voicemail waiting, discard"],
	[0xe1, "ucs-2", "UCS-2; fax no longer waiting, store"],
])("%i in words", (octet, value, meaning) => {
	expect(describeDcs(octet)).toEqual({ value, meaning });
});

test("an alphabet and a class make an octet of the general group", () => {
	expect(encodeDcs("gsm-7")).toBe(0x00);
	expect(encodeDcs("ucs-2")).toBe(0x08);
	expect(encodeDcs("gsm-7", 0)).toBe(0x10);
	expect(encodeDcs("8-bit", 1)).toBe(0x15);
});
