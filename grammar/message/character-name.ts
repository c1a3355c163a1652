/** With their article; characters that do not show, or show as what they are not. */
const names: { readonly [character: string]: string } = {
	"\t": "a tab",
	"\n": "a line break",
	"\r": "a line break",
	" ": "a space",
	".": "a full stop",
};

/** The same, told with their number. */
const numbered: { readonly [character: string]: string } = {
	"\u0000": "a NUL",
	"\u001b": "an escape character",
	"\u00a0": "a no-break space",
	"\u00ad": "a soft hyphen",
	"\u200b": "a zero-width space",
	"\u200c": "a zero-width non-joiner",
	"\u200d": "a zero-width joiner",
	"\u2028": "a line separator",
	"\u202f": "a narrow no-break space",
	"\u2060": "a word joiner",
	"\u3000": "an ideographic space",
	"\ufeff": "a byte order mark",
};

/**
 * A character as people are told of it: `;`, `a line break`, `： (U+FF1A)`,
 * `a no-break space (U+00A0)`.
 * @param character one code point
 */
export function characterName(character: string): string {
	const name = names[character];
	if (name !== undefined) return name;
	if (/^[!-~]$/.test(character)) return character;
	const code = character.codePointAt(0)?.toString(16).toUpperCase() ?? "";
	const number = `U+${code.padStart(4, "0")}`;
	const special = numbered[character];
	if (special !== undefined) return `${special} (${number})`;
	return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
		? `${character} (${number})`
		: number;
}
