import { describe, expect, test } from "vitest";
import {
	decodeGsm7,
	defaultTables,
	encodeGsm7,
	isGsm7,
	septetCount,
} from "../../src/sms/gsm7.ts";
import { languageOf, nationalTables } from "../../src/sms/national-language.ts";

const septets = (...codes: number[]) => Uint8Array.from(codes);
const escaped = (...codes: number[]) =>
	septets(...codes.flatMap((code) => [0x1b, code]));
const all = Array.from({ length: 128 }, (_, code) => code).filter(
	(code) => code !== 0x1b,
);
/** `0C95 0CA1`: letters that combine would not show one by one. */
const points = (text: string) =>
	[...text]
		.map((c) => c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"))
		.join(" ");

describe("the tables of 23.038, annex A", () => {
	test("Turkish and Portuguese stand for the default alphabet, the escape aside", () => {
		expect(decodeGsm7(septets(...all), nationalTables(1, 0))).toBe(
			"@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞŞşßÉ !\"#¤%&'()*+,-./0123456789:;<=>?İABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§çabcdefghijklmnopqrstuvwxyzäöñüà",
		);
		expect(decodeGsm7(septets(...all), nationalTables(3, 0))).toBe(
			"@£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|ÂâÊÉ !\"#º%&'()*+,-./0123456789:;<=>?ÍABCDEFGHIJKLMNOPQRSTUVWXYZÃÕÚÜ§~abcdefghijklmnopqrstuvwxyzãõ`üà",
		);
	});

	test.each([
		[
			"Turkish",
			1,
			"\f\r^ {}\\[~]|ĞİŞç€ğış",
			[
				...[0x0a, 0x0d, 0x14, 0x20, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40],
				...[0x47, 0x49, 0x53, 0x63, 0x65, 0x67, 0x69, 0x73],
			],
		],
		[
			"Spanish",
			2,
			"ç\f^{}\\[~]|ÁÍÓÚá€íóú",
			[
				...[0x09, 0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40],
				...[0x41, 0x49, 0x4f, 0x55, 0x61, 0x65, 0x69, 0x6f, 0x75],
			],
		],
		[
			"Portuguese",
			3,
			"êç\fÔôÁáΦΓ^ΩΠΨΣΘÊ{}\\[~]|ÀÍÓÚÃÕÂ€íóúãõâ",
			[
				...[0x05, 0x09, 0x0a, 0x0b, 0x0c, 0x0e, 0x0f, 0x12, 0x13, 0x14, 0x15],
				...[0x16, 0x17, 0x18, 0x19, 0x1f, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e],
				...[0x40, 0x41, 0x49, 0x4f, 0x55, 0x5b, 0x5c, 0x61, 0x65, 0x69, 0x6f],
				...[0x75, 0x7b, 0x7c, 0x7f],
			],
		],
	])("%s as a single shift, and what it leaves open", (_, id, text, codes) => {
		const tables = nationalTables(0, id);
		expect(decodeGsm7(escaped(...codes), tables)).toBe(text);
		const open = all.filter((code) => !codes.includes(code));
		expect(decodeGsm7(escaped(...open), tables)).toBe(
			decodeGsm7(septets(...open)),
		);
	});

	test.each([
		["Bengali", 4, [0x00, 0x46, 0x7c], "0981 09B2 09DC", "09E8 09DF 09FA"],
		["Gujarati", 5, [0x00, 0x46, 0x7c], "0A81 0AB2 0AE1", "0AE6 0AEE 0034"],
		["Hindi", 6, [0x00, 0x46, 0x7c], "0901 0932 097B", "0966 096E 095F"],
		["Kannada", 7, [0x03, 0x24, 0x7c], "0C85 0CA1 0CE0", "0CE6 0CEE 0034"],
		["Malayalam", 8, [0x03, 0x46, 0x7c], "0D05 0D32 0D61", "0D66 0D6E 0D7F"],
		["Oriya", 9, [0x00, 0x47, 0x7c], "0B01 0B33 0B60", "0B66 0B6E 0034"],
		["Punjabi", 10, [0x00, 0x46, 0x7c], "0A01 0A32 0A71", "0A66 0A6E 0034"],
		["Tamil", 11, [0x03, 0x46, 0x7c], "0B85 0BB2 0BF0", "0BE6 0BEE 0034"],
		["Telugu", 12, [0x00, 0x46, 0x7c], "0C01 0C32 0C60", "0C66 0C6E 0034"],
		["Urdu", 13, [0x00, 0x46, 0x5c], "0627 0642 064D", "06F0 06F8 0640"],
	])("%s, three places of either", (_, id, codes, text, shifted) => {
		const tables = nationalTables(id, id);
		expect(points(decodeGsm7(septets(...codes), tables))).toBe(text);
		expect(points(decodeGsm7(escaped(0x1c, 0x24, 0x34), tables))).toBe(shifted);
	});

	test.each([
		["Bengali", 4, 67, 24],
		["Gujarati", 5, 73, 12],
		["Hindi", 6, 80, 30],
		["Kannada", 7, 73, 15],
		["Malayalam", 8, 73, 24],
		["Oriya", 9, 69, 17],
		["Punjabi", 10, 63, 18],
		["Tamil", 11, 55, 19],
		["Telugu", 12, 73, 20],
	])("the letters of %s run on by code point", (_, id, ...counts) => {
		const letter = /[\u0900-\u0dff]/g;
		const tables = nationalTables(id, id);
		const letters: readonly string[] = tables.plain.match(letter) ?? [];
		expect(letters).toEqual([...new Set(letters)].sort());
		const shifted = tables.escaped.match(letter) ?? [];
		const own = shifted.filter((each) => !letters.includes(each));
		expect([letters.length, own.length]).toEqual(counts);
	});

	test("the tables of India and Pakistan have digits, Latin letters and signs at the same places", () => {
		for (let id = 4; id <= 13; id++) {
			const tables = nationalTables(id, id);
			const first = id === 4 ? 0x19 : 0x1c;
			const digits = all
				.filter((code) => code >= first)
				.slice(0, 10)
				.map((code) => tables.escaped.charCodeAt(code));
			const zero = digits[0] ?? 0;
			expect(digits.map((digit) => digit - zero)).toEqual([
				0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
			]);
			expect(zero % 0x80).toBe(id === 13 ? 0x70 : 0x66);
			expect(tables.plain.slice(0x30, 0x3c)).toBe("0123456789:;");
			expect(tables.plain.slice(0x61, 0x7b)).toBe("abcdefghijklmnopqrstuvwxyz");
			expect(tables.escaped.slice(0x40, 0x5b)).toBe(
				"|ABCDEFGHIJKLMNOPQRSTUVWXYZ",
			);
			expect(tables.escaped.slice(0x00, 0x19)).toBe(
				"@£$¥¿\"¤%&'\f*+\r-/<=>¡^¡_#*",
			);
			expect(
				[0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x65]
					.map((code) => tables.escaped.charAt(code))
					.join(""),
			).toBe("{}\\[~]€");
		}
	});
});

describe("septets as other projects read them", () => {
	// warthog618/sms, encoding/tpdu/userdata_test.go (MIT)
	test("Kannada, locking and single", () => {
		expect(decodeGsm7(septets(1, 2, 3), nationalTables(7, 0))).toBe(
			"\u0c82\u0c83\u0c85",
		);
		expect(decodeGsm7(escaped(0x1e, 0x1f, 0x20), nationalTables(0, 7))).toBe(
			"\u0ce8\u0ce9\u0cea",
		);
		expect(decodeGsm7(escaped(0x1e, 0x1f, 0x20))).toBe("ßÉ ");
	});

	// The same project, encode_test.go
	test("Urdu, both in one text", () => {
		const codes = septets(...Buffer.from("hello \x07\x1b\x2a"));
		expect(decodeGsm7(codes, nationalTables(13, 13))).toBe(
			"hello \u062a\u060e",
		);
		expect(encodeGsm7("hello \u062a\u060e", nationalTables(13, 13))).toEqual(
			codes,
		);
	});
});

describe("what the tables make of a text", () => {
	test("a letter of both tables takes the one septet of the alphabet", () => {
		const tables = nationalTables(3, 3);
		expect(encodeGsm7("ãÀΦ", tables)).toEqual(septets(0x7b, 0x14, 0x1b, 0x12));
		expect(septetCount("ãÀΦ", tables)).toBe(4);
		expect(encodeGsm7("Ş", nationalTables(0, 1))).toEqual(septets(0x1b, 0x53));
	});

	test("what is in the default tables only is outside", () => {
		expect(isGsm7("ñ", nationalTables(3, 3))).toBe(false);
		expect(() => encodeGsm7("ñ", nationalTables(3, 3))).toThrow(RangeError);
		expect(isGsm7("ñ", nationalTables(0, 3))).toBe(true);
	});

	test.each([
		["an open place shows as a space", [0x0c, 0x41], " \u09ad"],
		["behind an escape too, where neither table has it", [0x1b, 0x6b], "k"],
		["and where the alphabet leaves it open", [0x1b, 0x7f], "\u09f1"],
		["two escapes are one space", [0x1b, 0x1b, 0x40], " \u09ac"],
		["an escape at the end is a space", [0x40, 0x1b], "\u09ac "],
		["an escaped carriage return is a carriage return", [0x1b, 0x0d], "\r"],
	])("%s", (_, codes, text) => {
		expect(decodeGsm7(septets(...codes), nationalTables(4, 4))).toBe(text);
	});

	test("a space is written as 0x20 and not as a place that is open", () => {
		expect(encodeGsm7(" ", nationalTables(11, 11))).toEqual(septets(0x20));
		expect(isGsm7("·", nationalTables(11, 11))).toBe(false);
	});
});

test("identifiers without a table leave the default one, Spanish as a locking shift too", () => {
	for (const id of [0, 14, 255]) {
		expect(nationalTables(id, id)).toBe(defaultTables);
		expect([languageOf("locking", id), languageOf("single", id)]).toEqual([
			null,
			null,
		]);
	}
	expect(nationalTables(2, 0)).toBe(defaultTables);
	expect(languageOf("locking", 2)).toBeNull();
	expect(languageOf("single", 2)).toBe("Spanish");
	expect(
		[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((id) =>
			languageOf("single", id),
		),
	).toEqual([
		...["Turkish", "Spanish", "Portuguese", "Bengali", "Gujarati", "Hindi"],
		...["Kannada", "Malayalam", "Oriya", "Punjabi", "Tamil", "Telugu", "Urdu"],
	]);
});
