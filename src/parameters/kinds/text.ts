import { isGsm7 } from "../../sms/gsm7.ts";
import { type Kind, Misfit } from "../kind.ts";

/**
 * One line of text that a GSM-7 reply can carry: names and the like. A comma
 * cannot stand in it, because no message shape has a way to quote one; blanks
 * at its ends do not survive the trimming of parameters.
 */
export function text(max: number): Kind<string> {
	return {
		shape: { type: "text", max, alphanumeric: false },
		rule: `1 to ${max} characters`,
		read(text) {
			if (text.length > max)
				return new Misfit("length", `this has ${text.length}`);
			if (/[\r\n\f\u001b]/.test(text)) return severalLines;
			if (text.includes(",")) return withComma;
			if (/^ | $/.test(text)) return openEnded;
			return isGsm7(text) ? text : notGsm7;
		},
		print: (value) => value,
	};
}

/**
 * As `text`, where other characters than a comma separate.
 *
 * @param excluded characters that no parameter of the message can hold
 * @param words behind a blank each of them would be something else than text
 */
export function textWithout(
	max: number,
	excluded: string,
	words: readonly string[] = [],
): Kind<string> {
	const whole = text(max);
	return {
		...whole,
		shape: {
			type: "text",
			max,
			alphanumeric: false,
			excluded,
			...(words.length === 0 ? {} : { words }),
		},
		read(given) {
			if (given === "") return nothing;
			if ([...given].some((sign) => excluded.includes(sign)))
				return withSeparator;
			if (words.length > 0 && hasWord(given, words)) return withWord;
			const others = whole.read(given.replaceAll(",", "."));
			return others instanceof Misfit ? others : given;
		},
	};
}

/** Whether one of some words stands in a text, with a number behind it or not. */
export function hasWord(text: string, words: readonly string[]): boolean {
	return text
		.split(/\s+/)
		.some((piece) => words.includes(piece.replace(/(?<![0-9])[0-9]+$/, "")));
}

/** Text of ASCII letters and digits only. */
export function alphanumeric(max: number, min = 1): Kind<string> {
	const length = min === max ? `${max}` : `${min} to ${max}`;
	return {
		shape: {
			type: "text",
			max,
			alphanumeric: true,
			...(min === 1 ? {} : { min }),
		},
		rule: `${length} letters or digits`,
		read(text) {
			if (text.length > max || (min > 1 && text.length < min))
				return new Misfit("length", `this has ${text.length}`);
			return /^[0-9A-Za-z]*$/.test(text) ? text : notAlphanumeric;
		},
		print: (value) => value,
	};
}

const notAlphanumeric = new Misfit(
	"alphanumeric",
	"this has other characters",
	"only A to Z, a to z and 0 to 9",
);
const severalLines = new Misfit("line", "this has a line break");
const withComma = new Misfit(
	"comma",
	"this has a comma",
	"no message can carry a comma inside a parameter",
);
const withSeparator = new Misfit(
	"separator",
	"this has a character that separates",
	"no message of this language can carry it inside a parameter",
);
const nothing = new Misfit("length", "this is empty");
const withWord = new Misfit(
	"separator",
	"this has a word in it that is a command or a value",
	"the panel would take it for one",
);
const openEnded = new Misfit("ends", "this begins or ends with a space");
const notGsm7 = new Misfit(
	"alphabet",
	"this has a character that the GSM 7-bit alphabet does not know",
	"plain letters, digits and most Western European accents can be sent",
);
