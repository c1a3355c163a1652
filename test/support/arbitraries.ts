/** Values of a kind of parameter, and values that do not fit it. */
import fc from "fast-check";
import type { Limits } from "../../src/derive/bound-command.ts";
import {
	type FieldGroup,
	mapFields,
	type ValuesOf,
} from "../../src/parameters/field-group.ts";
import {
	type Kind,
	Misfit,
	type Range,
	type Value,
} from "../../src/parameters/kind.ts";
import { hasWord } from "../../src/parameters/kinds/text.ts";
import { type ShapeView, viewShape } from "../../src/parameters/shape-view.ts";

/** How many code points are halves of characters. */
const SURROGATES = 0x800;

/**
 * Any character of Unicode, as a unit of texts. fast-check's own "binary" is the
 * same, and makes a table of all of them first, which takes a second.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
	.integer({ min: 0, max: 0x10_ffff - SURROGATES })
	.map(
		(at) => String.fromCodePoint(at < 0xd800 ? at : at + SURROGATES),
		(text) => {
			const point = typeof text === "string" ? text.codePointAt(0) : undefined;
			if (point === undefined || text !== String.fromCodePoint(point))
				throw new Error("no character");
			return point < 0xd800 ? point : point - SURROGATES;
		},
	);

/**
 * Values of a kind; the ends of its ranges come often.
 * @param narrow the kind that a model has in its place
 */
export function aValueOf<T extends Value>(
	kind: Kind<T>,
	narrow: Kind<Value> = kind,
): fc.Arbitrary<T> {
	return viewShape(texts, narrow.shape).map((text) => {
		const value = kind.read(text);
		if (value instanceof Misfit)
			throw new Error(`${JSON.stringify(text)} is not ${kind.rule}`);
		return value;
	});
}

/**
 * Values for every field of a group, under the fields' names. One in four is the
 * factory's, which may be one that the kind does not know.
 */
export function valuesOfAll<G extends FieldGroup>(
	group: G,
	limits: Limits = {},
): { readonly [N in keyof G]: fc.Arbitrary<ValuesOf<G>[N]> } {
	return mapFields(group, ({ kind, name, initial }) =>
		fc.oneof(
			{ weight: 3, arbitrary: aValueOf(kind, limits[name]) },
			{ weight: 1, arbitrary: fc.constant(initial) },
		),
	) as { readonly [N in keyof G]: fc.Arbitrary<ValuesOf<G>[N]> };
}

/**
 * Texts that a kind just about does not know: one above the range, one digit
 * too many, another character in the middle. None is blank: what a blank means
 * is the parameter's business, not the kind's.
 */
export function aMisfitOf(kind: Kind<Value>): fc.Arbitrary<string> {
	return viewShape(misfits, kind.shape);
}

const DIGITS = "0123456789";
const HEXADECIMAL = "0123456789abcdefABCDEF";
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Printable ASCII without comma, colon and blank. */
const WORD = range(0x21, 0x7e).filter((sign) => !",:".includes(sign));
const URL = range(0x21, 0x7e).filter((sign) => sign !== ",");
/** 23.038, without what no parameter can hold: comma, line ends, form feed, escape. */
const GSM7 = [
	..."@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+-./0123456789:;<=>?",
	..."¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
	..."^{}\\[~]|€",
];
/** Neither GSM-7 nor ASCII nor a digit to anybody but Unicode. */
const STRANGERS = ["ç", "٣", "😀", "\u00a0", "я", "\ud800", "\u0000"];

const texts: ShapeView<fc.Arbitrary<string>> = {
	integer: ({ ranges, step }) =>
		fc
			.oneof(...ranges.map((each) => stepsIn(each, step)))
			.map((number) => String(number)),
	choice: ({ options }) => fc.constantFrom(...options.map(({ text }) => text)),
	digits: ({ min, max }) => ofSigns(DIGITS, min, max),
	hexadecimal: ({ lengths }) =>
		fc.oneof(...lengths.map((length) => ofSigns(HEXADECIMAL, length, length))),
	text: ({ max, alphanumeric, min = 1, excluded = "", words = [] }) =>
		alphanumeric
			? ofSigns(DIGITS + LETTERS, min, max)
			: ofSigns(
					GSM7.filter((sign) => !excluded.includes(sign)),
					1,
					max,
				).filter((text) => text.trim() === text && !hasWord(text, words)),
	word: ({ max }) => ofSigns(WORD, 1, max),
	"time-of-day": () =>
		fc
			.tuple(
				fc.integer({ min: 0, max: 23 }),
				fc.integer({ min: 0, max: 59 }),
				fc.constantFrom(".", ":", "H"),
			)
			.map(
				([hour, minute, sign]) =>
					`${hour}${sign}${String(minute).padStart(2, "0")}`,
			),
	phone: ({ max }) =>
		fc
			.tuple(fc.constantFrom("", "+"), ofSigns(DIGITS, 1, max))
			.map(([plus, number]) => plus + number),
	padded: ({ width, ranges }) =>
		texts
			.integer({ type: "integer", ranges, step: 1 })
			.map((text) => text.padStart(width, "0")),
	tuple: ({ between, parts, least = parts.length }) =>
		fc
			.tuple(
				fc.integer({ min: least, max: parts.length }),
				...parts.map((part) => viewShape(texts, part)),
			)
			.map(([count, ...each]) => each.slice(0, count).join(between)),
	list: ({ between, max, of, least = 1 }) =>
		fc
			.array(viewShape(texts, of), {
				minLength: least,
				maxLength: Math.min(max, 5),
			})
			.map((each) => each.join(between)),
	glued: ({ word, of }) => viewShape(texts, of).map((text) => word + text),
	letters: ({ min, max }) => ofSigns(LETTERS, min, max),
	"digit-set": ({ signs }) =>
		fc.subarray([...signs], { minLength: 1 }).map((some) => some.join("")),
	date: ({ pattern }) =>
		fc
			.record({
				yyyy: fc.integer({ min: 2000, max: 2099 }),
				yy: fc.nat(99),
				mm: fc.integer({ min: 1, max: 12 }),
				dd: fc.integer({ min: 1, max: 28 }),
				hh: fc.nat(23),
				MM: fc.nat(59),
			})
			.map((numbers) =>
				pattern.replace(/yyyy|yy|mm|dd|hh|MM/g, (piece) =>
					String(numbers[piece as keyof typeof numbers]).padStart(
						piece.length,
						"0",
					),
				),
			),
	destination: ({ max }) =>
		fc.oneof(
			fc
				.tuple(
					fc.constantFrom("gsm", "sms", "ip", "tel", "x-1.2+a"),
					ofSigns(URL, 1, max - "x-1.2+a://".length),
				)
				.map(([scheme, rest]) => `${scheme}://${rest}`),
			fc
				.tuple(fc.constantFrom("", "+"), ofSigns(DIGITS, 3, 20))
				.map(([plus, number]) => plus + number),
		),
};

const misfits: ShapeView<fc.Arbitrary<string>> = {
	integer: ({ ranges, step }) => {
		const fits = (number: number) =>
			ranges.some(
				([min, max]) =>
					number >= min && number <= max && (number - min) % step === 0,
			);
		const beside = ranges
			.flatMap(([min, max]) => [min - 1, max + 1, min + 1, max - 1])
			.filter((number) => !fits(number));
		const longest = Math.max(...ranges.map(([, max]) => `${max}`.length));
		return fc.oneof(
			fc.constantFrom(...beside.map(String)),
			fc.constantFrom(
				...ranges.map(([min]) => `${min}`.padStart(longest + 1, "0")),
			),
			fc
				.tuple(
					fc.constantFrom(...ranges.map(([, max]) => `${max}`)),
					fc.constantFrom(...STRANGERS, ".", "-", " ", "x", "e0"),
				)
				.map(([number, sign]) => number + sign),
		);
	},
	choice: ({ options }) => {
		const known = options.map(({ text }) => text);
		return fc
			.constantFrom(...known)
			.chain((text) =>
				fc.constantFrom(
					`${text}${text}`,
					`0${text}`,
					`${text} `,
					text.toLowerCase(),
					...STRANGERS,
				),
			)
			.filter((text) => !known.includes(text));
	},
	digits: ({ min, max }) => ofWrongLength(DIGITS, [[min, max]], LETTERS),
	hexadecimal: ({ lengths }) =>
		ofWrongLength(
			HEXADECIMAL,
			lengths.map((length) => [length, length]),
			"ghGH",
		),
	text: ({ max, alphanumeric, min = 1, excluded = "," }) =>
		alphanumeric
			? ofWrongLength(DIGITS + LETTERS, [[min, max]], "ä -_.")
			: fc.oneof(
					ofWrongLength(LETTERS, [[1, max]], `${excluded}\n\r\f\u001b\``),
					ofSigns(LETTERS, 1, max - 1).map((text) => ` ${text}`),
					ofSigns(LETTERS, 1, max - 1).map((text) => `${text} `),
				),
	word: ({ max }) => ofWrongLength(WORD, [[1, max]], " ,:\t"),
	"time-of-day": () =>
		fc.oneof(
			fc.constantFrom(
				"25:00",
				"24:00",
				"12:60",
				"13PM",
				"0:05AM",
				"22",
				"2230",
			),
			fc.constantFrom(...STRANGERS, "-", ",").map((sign) => `22${sign}30`),
		),
	phone: ({ max }) => ofWrongLength(DIGITS, [[1, max]], "x. #"),
	padded: ({ width, ranges }) =>
		fc.oneof(
			ofWrongLength(DIGITS, [[width, width]], "x. "),
			fc
				.nat(10 ** width - 1)
				.filter((each) =>
					ranges.every(([min, max]) => each < min || each > max),
				)
				.map((each) => String(each).padStart(width, "0")),
		),
	tuple: ({ between, parts }) =>
		viewShape(texts, { type: "tuple", between, parts }).map(
			(text) => `${text}${between}0`,
		),
	list: ({ between, max, of }) =>
		viewShape(texts, of).map((text) =>
			Array.from({ length: max + 1 }, () => text).join(between),
		),
	glued: ({ word, of }) =>
		fc.oneof(
			viewShape(misfits, of).map((text) => word + text),
			viewShape(texts, of).map((text) => `#${text}`),
		),
	letters: ({ min, max }) => ofWrongLength(LETTERS, [[min, max]], "0ä -_."),
	"digit-set": ({ signs }) =>
		fc.constantFrom(...signs).map((sign) => sign + sign),
	date: ({ pattern }) =>
		fc.constantFrom(
			pattern.replace(/yyyy|yy|mm|dd|hh|MM/g, (piece) =>
				"9".repeat(piece.length),
			),
			"0",
			`${pattern}0`,
		),
	destination: ({ max }) =>
		fc.oneof(
			ofSigns(LETTERS, max, max).map((text) => `gsm://${text}`),
			ofSigns(DIGITS, 1, 2),
			ofSigns(DIGITS, 21, 30),
			fc.constantFrom("gsm:/1", "gsm://", "://1234", "GSM://1", "+", "12 34"),
			fc.constantFrom(...STRANGERS, " ", ",").map((sign) => `gsm://1${sign}2`),
		),
};

/** Texts that are a little too short or too long, or have another sign in them. */
function ofWrongLength(
	signs: string | readonly string[],
	lengths: readonly Range[],
	others: string,
): fc.Arbitrary<string> {
	const fits = (length: number) =>
		lengths.some(([min, max]) => length >= min && length <= max);
	const wrong = lengths
		.flatMap(([min, max]) => [min - 1, max + 1])
		.filter((length) => length > 0 && !fits(length));
	const [[min, max] = [1, 1]] = lengths;
	return fc.oneof(
		fc.constantFrom(...wrong).chain((length) => ofSigns(signs, length, length)),
		fc
			.tuple(
				ofSigns(signs, min, max),
				fc.constantFrom(...others, ...STRANGERS),
				fc.nat(),
			)
			.map(([text, other, seed]) => {
				const at = seed % text.length;
				return text.slice(0, at) + other + text.slice(at + 1);
			}),
	);
}

function ofSigns(
	signs: string | readonly string[],
	minLength: number,
	maxLength: number,
): fc.Arbitrary<string> {
	return fc.string({
		unit: fc.constantFrom(...signs),
		minLength,
		maxLength,
		size: "max",
	});
}

function stepsIn([min, max]: Range, step: number): fc.Arbitrary<number> {
	const steps = Math.floor((max - min) / step);
	return fc
		.oneof(fc.integer({ min: 0, max: steps }), fc.constantFrom(0, steps))
		.map((nth) => min + nth * step);
}

function range(first: number, last: number): readonly string[] {
	return Array.from({ length: last - first + 1 }, (_, at) =>
		String.fromCharCode(first + at),
	);
}
