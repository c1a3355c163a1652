import fc from "fast-check";
import { expect, test } from "vitest";
import {
	indicationOf,
	isBodyComplete,
} from "../../src/modem/at/unsolicited.ts";
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

/** The plain way to read `+CUSD`, in a time that grows with the cube of the text. */
const form =
	/^\s*(\d)\s*(?:,\s*(?:"([\s\S]*?)"?|([^",]*?))\s*(?:,\s*(\d{1,3})\s*)?)?$/;
const closed = /"\s*(,\s*\d{0,3}\s*)?$/;
const cusd = fc.string({
	unit: fc.constantFrom("0", "15", '"', ",", " ", "\n", "a"),
	maxLength: 12,
});

test("+CUSD says what its form says, and is open where its form is", () => {
	fc.assert(
		fc.property(cusd, (said) => {
			const [whole, digit, quoted, plain, dcs] = form.exec(said.trim()) ?? [];
			const text = quoted ?? plain ?? null;
			expect(indicationOf(`+CUSD: ${said}`, [])).toEqual(
				whole === undefined
					? { type: "other", line: `+CUSD: ${said}` }
					: {
							type: "ussd",
							status: Number(digit),
							text,
							dcs: dcs === undefined ? null : Number(dcs),
						},
			);
			const opened = said.indexOf('"');
			expect(isBodyComplete("quote", said, [])).toBe(
				opened < 0 || closed.test(said.slice(opened + 1)),
			);
		}),
		{ numRuns: 5000 },
	);
});

test("whatever a network says by +CUSD is read in no time", () => {
	const begun = performance.now();
	for (const begin of ['0,"', "0,", '0,",', "0"])
		for (const unit of [" ", '"', ",", "1", ", ", '" '])
			for (const end of ["x", '"', ",", "15"]) {
				// As many lines as one string may have, each as long as a line may be.
				const body = Array(20).fill(`${unit.repeat(4000 / unit.length)}${end}`);
				indicationOf(`+CUSD: ${begin}`, body);
				isBodyComplete("quote", begin, body);
			}
	expect(performance.now() - begun).toBeLessThan(5000);
});
