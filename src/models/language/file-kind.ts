import type { PieceForm } from "../../../grammar/families/envelope.ts";
import { type Kind, Misfit, type Value } from "../../parameters/kind.ts";
import { choice, foldedChoice } from "../../parameters/kinds/choice.ts";
import { date } from "../../parameters/kinds/date.ts";
import { digitSet } from "../../parameters/kinds/digit-set.ts";
import { digits } from "../../parameters/kinds/digits.ts";
import { glued } from "../../parameters/kinds/glued.ts";
import { integer } from "../../parameters/kinds/integer.ts";
import { letters } from "../../parameters/kinds/letters.ts";
import { list } from "../../parameters/kinds/list.ts";
import { padded } from "../../parameters/kinds/padded.ts";
import { phone } from "../../parameters/kinds/phone.ts";
import { alphanumeric, textWithout } from "../../parameters/kinds/text.ts";
import { tuple } from "../../parameters/kinds/tuple.ts";
import type { KindFile } from "./kind-schema.ts";

/** What a kind depends on besides itself. */
export interface LanguageAlphabet {
	/** Capitals and small letters are alike. */
	readonly fold: boolean;
	/** Characters that separate in the messages, and so stand in no text. */
	readonly excluded: string;
	/** Those of them that separate parameters. */
	readonly between: string;
	/** Words that begin something else where a blank stands in front of them. */
	readonly words?: readonly string[];
}

/** The kind that a file describes. */
export function kindOf(
	file: KindFile,
	alphabet: LanguageAlphabet,
): Kind<Value> {
	const { fold, excluded } = alphabet;
	if ("integer" in file) return integer(...ranged(file.integer));
	if ("padded" in file)
		return padded(file.padded.width, ...ranged(file.padded.ranges));
	if ("choice" in file) return oneOf(file.choice, fold);
	if ("constant" in file) return oneOf([file.constant], fold);
	if ("digits" in file) return digits(...file.digits);
	if ("alphanumeric" in file) {
		const [min, max] = file.alphanumeric;
		return alphanumeric(max, min);
	}
	if ("letters" in file) return letters(...file.letters);
	if ("text" in file) return textWithout(file.text, excluded, alphabet.words);
	if ("phone" in file) return phone(file.phone);
	if ("set" in file) return digitSet(file.set, fold);
	if ("date" in file) return anyDate(file.date);
	if ("glued" in file)
		return glued(file.glued.word, kindOf(file.glued.of, alphabet), fold);
	// What separates the parts of a value stands in none of them.
	const within = (between: string): LanguageAlphabet => ({
		...alphabet,
		excluded: excluded + between,
	});
	if ("tuple" in file) {
		const { between, parts, least } = file.tuple;
		return tuple(
			between,
			parts.map((part) => kindOf(part, within(between))),
			least,
		);
	}
	const { between, max, of, least } = file.list;
	return list(between, max, kindOf(of, within(between)), least);
}

/** What a parameter of that kind looks like, as far as reading has to know. */
export function pieceFormOf(file: KindFile): PieceForm {
	if ("integer" in file) {
		const [, largest] = extremes(file.integer.flat());
		return { characters: "0-9", length: [1, String(largest).length] };
	}
	if ("padded" in file)
		return {
			characters: "0-9",
			length: [file.padded.width, file.padded.width],
		};
	if ("choice" in file) return { oneOf: file.choice };
	if ("constant" in file) return { oneOf: [file.constant] };
	if ("digits" in file) return { characters: "0-9", length: file.digits };
	if ("alphanumeric" in file)
		return { characters: "0-9A-Za-z", length: file.alphanumeric };
	if ("letters" in file) return { characters: "A-Za-z", length: file.letters };
	if ("text" in file) return { text: true };
	if ("phone" in file)
		return { characters: "+0-9", length: [1, file.phone + 1] };
	if ("set" in file)
		return { characters: file.set, length: [1, file.set.length] };
	if ("date" in file) {
		const lengths = extremes(file.date.map(({ length }) => length));
		const signs = file.date.join("").replace(/y+|m+|d+|h+|M+/g, "");
		return {
			characters: `0-9${signs}`,
			length: lengths,
		};
	}
	if ("glued" in file) return { characters: "0-9A-Za-z+", length: [1, 60] };
	if ("tuple" in file)
		return {
			characters: `0-9A-Za-z+${file.tuple.between}`,
			length: [1, 60],
		};
	return { characters: `0-9A-Za-z+${file.list.between}`, length: [1, 160] };
}

/** The smallest and the largest of some numbers. */
function extremes(numbers: readonly number[]): readonly [number, number] {
	const sorted = numbers.toSorted((a, b) => a - b);
	return [sorted[0] ?? 0, sorted.at(-1) ?? 0];
}

function ranged(
	ranges: readonly (readonly [number, number])[],
): [readonly [number, number], ...(readonly [number, number])[]] {
	const [first = [0, 0] as const, ...others] = ranges;
	return [first, ...others];
}

function oneOf(texts: readonly string[], fold: boolean): Kind<string> {
	const options = texts.map((text) => ({ text, value: text, meaning: "" }));
	const kind = fold ? foldedChoice(options) : choice(options);
	return {
		...kind,
		rule:
			texts.length === 1 ? `always ${texts[0]}` : `one of ${texts.join(", ")}`,
	};
}

/** A date in any of some patterns; the first is written. */
function anyDate(patterns: readonly string[]): Kind<string> {
	const kinds = patterns.map(date);
	const [first = date("yymmdd")] = kinds;
	return {
		...first,
		rule: `a date like ${patterns.join(" or ")}, MM minutes`,
		read(text) {
			for (const each of kinds) {
				const value = each.read(text);
				if (!(value instanceof Misfit)) return value;
			}
			return first.read(text);
		},
	};
}
