import fc from "fast-check";
import type { Wording } from "../../grammar/message.ts";

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
