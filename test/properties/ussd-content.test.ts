import fc from "fast-check";
import { expect, test } from "vitest";
import { readUssdText } from "../../src/modem/supplementary/ussd-text.ts";
import { writeHex } from "../../src/sms/hex.ts";
import { encodeUcs2 } from "../../src/sms/ucs2.ts";
import { encodeUssd } from "../../src/sms/ussd.ts";

/** What networks say: words, amounts, dates. */
const word = fc.oneof(
	fc.constantFrom(
		"Your",
		"balance",
		"is",
		"konta",
		"atlikums",
		"valid",
		"until",
	),
	fc.stringMatching(/^[a-z]{2,9}$/),
	fc.integer({ min: 0, max: 9999 }).map(String),
	fc.constantFrom("5.00 EUR", "01/12/26", "*100#", "1: top-up", "£3", "é è ü"),
);
const text = fc
	.array(word, { minLength: 3, maxLength: 20 })
	.map((words) => words.join(" "))
	.filter((text) => /[a-z]{3}/.test(text) && text.length >= 10);
const dcs = fc.constantFrom(null, 0, 1, 15, 17, 68, 72);

test("packed 7-bit is told from its digits, whatever the coding scheme says", () => {
	fc.assert(
		fc.property(text, dcs, (text, dcs) => {
			expect(readUssdText(writeHex(encodeUssd(text)), dcs)).toBe(text);
		}),
	);
});

test("UCS-2 is told from its digits, whatever the coding scheme says", () => {
	const other = fc.constantFrom(
		"Ваш баланс",
		"Το υπόλοιπο",
		"יתרה שלך",
		"رصيدك هو",
	);
	fc.assert(
		fc.property(fc.oneof(text, other), dcs, (text, dcs) => {
			expect(readUssdText(writeHex(encodeUcs2(text)), dcs)).toBe(text);
		}),
	);
});

test("a plain text is left as it is", () => {
	fc.assert(
		fc.property(text, dcs, (text, dcs) => {
			expect(readUssdText(text, dcs)).toBe(text);
		}),
	);
});

test("any text can be read", () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-F]*$/)),
			dcs,
			(text, dcs) => {
				expect(typeof readUssdText(text, dcs)).toBe("string");
			},
		),
	);
});
