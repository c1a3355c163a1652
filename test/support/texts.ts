/** Texts of the message languages, and any others, by chance. */
import fc from "fast-check";
import type { DialectName } from "../../grammar/dialects.ts";
import type { Wording } from "../../grammar/message/message.ts";

/** Any string that JavaScript can hold, lone surrogates and NUL included. */
export const anyString: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			{ weight: 3, arbitrary: fc.constantFrom(...' \t\r\n:,?AZ09az#"\0') },
			{
				weight: 1,
				arbitrary: fc.nat(0xffff).map((c) => String.fromCharCode(c)),
			},
		),
		{ maxLength: 200 },
	)
	.map((characters) => characters.join(""));

/** A code as `read` gives it. */
export const code: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(..."0123456789"), { minLength: 1, maxLength: 10 })
	.map((digits) => digits.join(""));

/** A command word. */
export const word: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?"), {
		minLength: 1,
		maxLength: 8,
	})
	.map((letters) => letters.join(""));

/** A parameter as `read` gives it: no comma, no blank at either end. */
export const slot: fc.Arbitrary<string> = anyString.map((text) =>
	text.replaceAll(",", "").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""),
);

/** A P-Word: characters other than blanks, at least one. */
const pwordKeyword: fc.Arbitrary<string> = anyString
	.map((text) => text.replaceAll(/[ \t\r\n]/g, ""))
	.filter((text) => text !== "");

const slots = fc.array(slot, { maxLength: 12 });

/** What the P-Word dialect can write. */
export const pwordWording: fc.Arbitrary<Wording> = fc.record({
	keyword: pwordKeyword,
	code,
	word,
	slots,
});

/** What the Mobile dialect can write. */
export const mobileWording: fc.Arbitrary<Wording> = fc.record({
	keyword: slot,
	code,
	word,
	slots,
});

/**
 * A run of characters as plain words are given: in capitals, without blanks and
 * what nobody sees, and without punctuation at the end.
 */
const plainWord: fc.Arbitrary<string> = pwordKeyword.map((text) =>
	text
		.replace(/[a-z]/g, (letter) => letter.toUpperCase())
		.replace(
			/[\0\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g,
			"X",
		)
		.replace(/[.,;:!?]$/, "X"),
);

const pin: fc.Arbitrary<string> = digitsOf(4);

/** What the plain dialect can write: a phrase, or a code reply. */
const plainWording: fc.Arbitrary<Wording> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.record({
				keyword: fc.constant(""),
				code: fc.oneof(fc.constant(""), pin),
				word: fc.oneof(
					fc.constantFrom("ARM", "DISARM", "A"),
					word.map((text) => text.replace(/[^A-Z]/g, "X")),
				),
				slots: fc.array(fc.oneof(plainWord, pin), { maxLength: 4 }),
			})
			.filter(
				({ code, slots }) =>
					code !== "" || !/^[0-9]{4}$/.test(slots.at(-1) ?? ""),
			),
	},
	{
		weight: 1,
		arbitrary: digitsOf(10).map((code) => ({
			keyword: "",
			code,
			word: "",
			slots: [],
		})),
	},
);

const bare: fc.Arbitrary<string> = anyString
	.map((text) => text.replaceAll(/[ \t\r\n"=\u201c-\u201f]/g, ""))
	.filter((text) => text !== "");

/** What stands in quotes; `name` is not blank and has no blanks at its ends. */
const inQuotes: fc.Arbitrary<string> = anyString.map((text) =>
	text.replaceAll('"', ""),
);
const name = fc
	.oneof(bare, inQuotes)
	.map((text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""))
	.filter((text) => text !== "");
const half = fc.oneof(
	bare,
	name.map((text) => `"${text}"`),
);
const assignment = fc
	.tuple(
		half,
		fc.oneof(
			half,
			inQuotes.map((text) => `"${text}"`),
		),
	)
	.map(([variable, value]) => `${variable}=${value}`);

/** What the script dialect can write. */
const scriptWording: fc.Arbitrary<Wording> = fc.record({
	keyword: fc.constant(":cmd"),
	code: pwordKeyword,
	word: name,
	slots: fc.oneof(
		fc.array(half, { maxLength: 4 }),
		fc.array(assignment, { maxLength: 4 }),
	),
});

/** What each dialect can write. */
export const wordingsOf: {
	readonly [N in DialectName]: fc.Arbitrary<Wording>;
} = {
	pword: pwordWording,
	mobile: mobileWording,
	plain: plainWording,
	script: scriptWording,
};

function digitsOf(length: number): fc.Arbitrary<string> {
	return fc
		.array(fc.constantFrom(..."0123456789"), {
			minLength: length,
			maxLength: length,
		})
		.map((digits) => digits.join(""));
}

/** Texts near a message: written by a dialect, then damaged at one place. */
export function nearMessages(
	wordings: fc.Arbitrary<Wording>,
	write: (wording: Wording) => string,
): fc.Arbitrary<string> {
	return fc
		.tuple(
			wordings.map(write),
			fc.nat(),
			fc.nat(3),
			fc.oneof(anyString, fc.constantFrom(" ", ",", ":", "x", "")),
		)
		.map(([text, place, cut, patch]) => {
			const at = place % (text.length + 1);
			return text.slice(0, at) + patch.slice(0, 4) + text.slice(at + cut);
		});
}
