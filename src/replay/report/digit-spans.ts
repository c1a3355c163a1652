import type { Span } from "../../../grammar/message/span.ts";

/**
 * Where digits stand in a text as people may write them: with blanks, dashes, dots and
 * signs that nobody sees between them, and in the digits of any script. A PIN that is
 * written so is refused, and is the PIN all the same.
 *
 * @param wanted runs of the digits 0 to 9; others are found nowhere
 */
export function digitSpans(
	text: string,
	wanted: readonly string[],
): readonly Span[] {
	const runs = wanted.filter((each) => /^[0-9]+$/.test(each));
	if (runs.length === 0) return [];
	return Array.from(text.matchAll(RUN), ({ 0: run, index }) => {
		const digits = Array.from(run.matchAll(/\p{Nd}/gu), (found) => ({
			value: decimalOf(found[0]),
			start: index + found.index,
			end: index + found.index + found[0].length,
		}));
		const said = digits.map(({ value }) => value).join("");
		return runs.flatMap((each) =>
			placesOf(said, each).flatMap((at) => {
				const [first, last] = [digits[at], digits[at + each.length - 1]];
				return first === undefined || last === undefined
					? []
					: [{ start: first.start, end: last.end }];
			}),
		);
	}).flat();
}

/** Digits and what stands between them. */
const RUN = /\p{Nd}(?:[\s\p{Pd}\p{Cf}\u2212./]*\p{Nd})*/gu;

/** Where a text stands in another one, from left to right, none over another. */
function placesOf(text: string, wanted: string): readonly number[] {
	const places: number[] = [];
	for (
		let at = text.indexOf(wanted);
		at !== -1;
		at = text.indexOf(wanted, at + wanted.length)
	)
		places.push(at);
	return places;
}

/** What a digit of any script stands for, as one of 0 to 9: scripts have theirs in a row. */
function decimalOf(digit: string): string {
	const point = digit.codePointAt(0) ?? 0;
	if (point <= 0x39) return digit;
	let first = point;
	while (isDigit(first - 1)) first -= 1;
	return String((point - first) % 10);
}

function isDigit(point: number): boolean {
	return /^\p{Nd}$/u.test(String.fromCodePoint(point));
}
