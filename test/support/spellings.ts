/** All the ways in which a French number may be written. */
import * as fc from "fast-check";

/** What people put between digits. */
const between = [
	"",
	"",
	"",
	" ",
	"-",
	".",
	"/",
	"\u2010",
	"\u2013",
	"\u00a0",
	"(",
	")",
];

/**
 * Spellings of a number: international, with either prefix or with the national
 * prefix too, national, and without any, with punctuation between the digits.
 *
 * @param number in E.164, of France
 */
export function spellingsOf(number: string): fc.Arbitrary<string> {
	const rest = number.slice("+33".length);
	const forms = [
		`+33${rest}`,
		`0033${rest}`,
		`33${rest}`,
		`0${rest}`,
		rest,
		`+330${rest}`,
	];
	return fc
		.tuple(
			fc.constantFrom(...forms),
			fc.array(fc.constantFrom(...between), { minLength: 16, maxLength: 16 }),
		)
		.map(([form, signs]) =>
			[...form]
				.map(
					(digit, at) =>
						`${digit}${at === form.length - 1 ? "" : (signs[at] ?? "")}`,
				)
				.join(""),
		);
}
