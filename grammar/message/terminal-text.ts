/**
 * `text` without anything that would move a terminal's cursor, hide or turn
 * around what stands next to it: controls as their Unicode pictures, other
 * invisible characters and lone surrogates as U+FFFD. The zero width joiner
 * stays, because it holds emoji together.
 */
export function shown(text: string): string {
	return text.replace(UNPRINTABLE, (character) => {
		const code = character.charCodeAt(0);
		if (code < 32) return String.fromCharCode(0x2400 + code);
		return code === 127 ? "\u2421" : "\ufffd";
	});
}

const UNPRINTABLE = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * How many terminal columns one grapheme takes as `shown` prints it. An emoji
 * takes two, however many code points it is made of.
 */
export function columns(grapheme: string): number {
	const printed = shown(grapheme);
	if (printed === grapheme && EMOJI.test(grapheme)) return 2;
	let sum = 0;
	for (const character of printed) {
		if (NO_WIDTH.test(character)) continue;
		sum += WIDE.test(character) ? 2 : 1;
	}
	return sum;
}

const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;

/** Marks that take no room, the joiner, Hangul vowels and finals. */
const NO_WIDTH = /\u200d|[\p{Mn}\p{Me}\u1160-\u11ff]/u;

/**
 * East Asian Wide and Fullwidth of Unicode's Annex 11, in the ranges that
 * Markus Kuhn's wcwidth made customary, and the emoji.
 */
const WIDE =
	/[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
