import type { CharacterForm } from "./envelope.ts";

/** Blanks, as the source of a class of a regular expression. */
export const BLANKS = "[ \\t\\r\\n]";

/**
 * A list of characters as the inside of a class: a hyphen between two letters or
 * digits makes a range, everything else means itself.
 *
 * @param fold small letters count as capitals, and the other way round
 */
export function classOf(characters: string, fold: boolean): string {
	const ranges = characters.replace(
		/([0-9A-Za-z])-([0-9A-Za-z])|(.)/gs,
		(_, from, to, single) =>
			single === undefined ? `${from}-${to}` : escaped(single),
	);
	if (!fold) return ranges;
	const other = characters.replace(/[a-z]+|[A-Z]+/g, (letters) =>
		letters === letters.toUpperCase()
			? letters.toLowerCase()
			: letters.toUpperCase(),
	);
	return ranges + (other === characters ? "" : classOf(other, false));
}

/** The source of an expression for so many characters of a form. */
export function formSource(
	{ characters, length: [min, max] }: CharacterForm,
	fold: boolean,
): string {
	return `[${classOf(characters, fold)}]{${min},${max}}`;
}

/** A text as the source of an expression that matches it. */
export function literalSource(text: string, fold: boolean): string {
	return text.replace(/./gs, (character) =>
		fold && /[a-z]/i.test(character)
			? `[${character.toUpperCase()}${character.toLowerCase()}]`
			: escaped(character),
	);
}

/** Some texts, the longest first, as the source of an expression. */
export function oneOfSource(texts: readonly string[], fold: boolean): string {
	const longest = texts.toSorted((a, b) => b.length - a.length);
	return `(?:${longest.map((text) => literalSource(text, fold)).join("|")})`;
}

/** By its number, so that no character has a meaning in an expression. */
function escaped(character: string): string {
	return /[0-9A-Za-z]/.test(character)
		? character
		: `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
