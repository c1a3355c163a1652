import type { Kind, Range, Value } from "../../parameters/kind.ts";
import { type ShapeView, viewShape } from "../../parameters/shape-view.ts";
import type { Random } from "../../time/seeded-random.ts";

/** A text that a kind knows, as people would send it: names are names, not noise. */
export function generatedText(kind: Kind<Value>, random: Random): string {
	return viewShape(texts, kind.shape)(random);
}

const texts: ShapeView<(random: Random) => string> = {
	integer:
		({ ranges, step }) =>
		(random) => {
			const [min, max] = oneOf<Range>(random, ranges);
			const steps = Math.floor((max - min) / step);
			// The ends of a range are where mistakes are.
			const nth = oneIn(random, 4)
				? oneOf(random, [0, steps])
				: integerTo(random, steps);
			return String(min + nth * step);
		},
	choice:
		({ options }) =>
		(random) =>
			oneOf(random, options).text,
	digits:
		({ min, max }) =>
		(random) =>
			signs(random, DIGITS, min + integerTo(random, max - min)),
	hexadecimal:
		({ lengths }) =>
		(random) =>
			signs(random, HEXADECIMAL, oneOf(random, lengths)),
	text:
		({ max, alphanumeric, min = 1, excluded = "" }) =>
		(random) =>
			[...oneOf(random, alphanumeric ? PLAIN_NAMES : NAMES)]
				.filter((sign) => !excluded.includes(sign))
				.join("")
				.slice(0, max)
				.trim()
				.padEnd(min, "x"),
	word:
		({ max }) =>
		(random) =>
			oneOf(random, PLAIN_NAMES).slice(0, max),
	"time-of-day": () => (random) =>
		`${integerTo(random, 23)}:${String(integerTo(random, 59)).padStart(2, "0")}`,
	phone:
		({ max }) =>
		(random) =>
			`+1555020${signs(random, DIGITS, 4)}`.slice(0, max),
	padded:
		({ width, ranges }) =>
		(random) =>
			texts
				.integer({ type: "integer", ranges, step: 1 })(random)
				.padStart(width, "0"),
	tuple:
		({ parts, between, least = parts.length }) =>
		(random) =>
			parts
				.slice(0, least + integerTo(random, parts.length - least))
				.map((part) => viewShape(texts, part)(random))
				.join(between),
	list:
		({ of, between, max, least = 1 }) =>
		(random) =>
			Array.from(
				{ length: least + integerTo(random, Math.min(max - least, 2)) },
				() => viewShape(texts, of)(random),
			).join(between),
	glued:
		({ word, of }) =>
		(random) =>
			word + viewShape(texts, of)(random),
	letters:
		({ min, max }) =>
		(random) =>
			signs(random, LETTERS, min + integerTo(random, Math.min(max - min, 5))),
	"digit-set":
		({ signs: all }) =>
		(random) =>
			[...all].filter(() => oneIn(random, 2)).join("") ||
			oneOf(random, [...all]),
	date:
		({ pattern }) =>
		(random) =>
			pattern.replace(/yyyy|yy|mm|dd|hh|MM/g, (piece) =>
				piece === "yyyy"
					? "2026"
					: String(1 + integerTo(random, 11)).padStart(2, "0"),
			),
	destination:
		({ max }) =>
		(random) =>
			destination(random).slice(0, max),
};

function destination(random: Random): string {
	const number = `+1555020${signs(random, DIGITS, 4)}`;
	const account = signs(random, DIGITS, 4);
	return oneOf(random, [
		`sms://${number}`,
		`gsm://${account}@${number}`,
		`ip://${account}@192.0.2.${integerTo(random, 255)}`,
		number,
	]);
}

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const HEXADECIMAL = "0123456789ABCDEF";
const PLAIN_NAMES = ["JOHN", "Anna", "Kitchen", "Cellar2", "HOUSE", "internet"];
/** All of them in the GSM 7-bit alphabet, and none with a blank at an end. */
const NAMES = [...PLAIN_NAMES, "Front Door", "Zoë", "Büro 1.OG", "Dad's shed"];

function signs(random: Random, of: string, count: number): string {
	let text = "";
	while (text.length < count) text += of[integerTo(random, of.length - 1)];
	return text;
}

/** From 0 to `most`, both included. */
export function integerTo(random: Random, most: number): number {
	return Math.floor(random() * (most + 1));
}

/** True once in so many times. */
export function oneIn(random: Random, times: number): boolean {
	return integerTo(random, times - 1) === 0;
}

/** @throws RangeError for an empty list */
export function oneOf<T>(random: Random, choices: readonly T[]): T {
	const choice = choices[integerTo(random, choices.length - 1)];
	if (choice === undefined) throw new RangeError("there is nothing to choose");
	return choice;
}
