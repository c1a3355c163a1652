import { capitals } from "../../../grammar/message/characters.ts";
import { nearestName } from "../../derive/nearest-name.ts";
import type { Alias, PlainWord } from "../../panel/state/remote-access.ts";
import type { PlainCommand } from "./plain-command.ts";

type Words = ReadonlyMap<PlainWord, PlainCommand>;

/** The command of a phrase or of an alias, whatever its capitals and blanks. */
export function phraseNamed(
	words: Words,
	aliases: readonly Alias[],
	said: string,
): PlainCommand | undefined {
	const parts = capitals(said).split(/[ \t\r\n]+/);
	const found = leadingPhrase(words, aliases, parts);
	return found?.length === parts.length ? found.command : undefined;
}

/**
 * The longest phrase with which some words begin, and how many of them it takes.
 * An alias stands for its phrase and may be followed by what follows the phrase,
 * and by its further words: with SET for ARM, `SET FORCE` is ARM FORCE.
 */
export function leadingPhrase(
	words: Words,
	aliases: readonly Alias[],
	parts: readonly string[],
): { readonly command: PlainCommand; readonly length: number } | undefined {
	const own = plainPhrase(words, parts);
	if (own !== undefined) return own;
	for (const { alias, word } of aliases) {
		const { length } = alias.split(" ");
		if (parts.slice(0, length).join(" ") !== alias) continue;
		const meant = word.split(" ");
		const found = plainPhrase(words, [...meant, ...parts.slice(length)]);
		if (found !== undefined)
			return { ...found, length: found.length - meant.length + length };
	}
	return undefined;
}

/**
 * The phrase that some words were probably meant to begin with; null where they
 * are near to none. A short word is near to many, so it may have one wrong
 * letter only.
 */
export function nearestPhrase(
	words: Words,
	parts: readonly string[],
): string | null {
	const phrases = [...words.values()].flatMap(({ word, aliases }) => [
		word,
		...(aliases ?? []),
	]);
	for (let length = Math.min(2, parts.length); length > 0; length -= 1) {
		const said = parts.slice(0, length).join(" ");
		const longest = Math.max(0, ...parts.slice(0, length).map((p) => p.length));
		const wrongLetters = longest < 4 ? 0 : longest < 6 ? 1 : 2;
		const near = nearestName(said, phrases, wrongLetters);
		if (near !== null) return near;
	}
	return null;
}

/** The command that people look for under some words, in capitals: HOME for `NIGHT`. */
export function commandOfSynonym(
	words: Words,
	said: string,
): PlainCommand | undefined {
	return [...words.values()].find(({ synonyms }) =>
		synonyms.some((synonym) => capitals(synonym) === said),
	);
}

function plainPhrase(words: Words, parts: readonly string[]) {
	for (let length = Math.min(2, parts.length); length > 0; length -= 1) {
		const said = parts.slice(0, length).join(" ");
		for (const command of words.values())
			if (command.word === said || command.aliases?.includes(said))
				return { command, length };
	}
	return undefined;
}
