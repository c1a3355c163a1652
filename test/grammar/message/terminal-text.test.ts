import { describe, expect, test } from "vitest";
import { columns, shown } from "../../../grammar/message/terminal-text.ts";

test("what cannot be seen or moves the cursor is shown, all else is kept", () => {
	expect(shown("a\0\t\r\n\x1b\x7f\x85\u200b\u202e\u2028\ud800\u00a0é漢")).toBe(
		"a␀␉␍␊␛␡�����\u00a0é漢",
	);
});

describe("a grapheme takes the columns that a terminal gives it", () => {
	test.each([
		["a letter", "a", 1],
		["a no-break space", "\u00a0", 1],
		["a letter with an accent of its own", "e\u0301", 1],
		["a mark alone", "\u0301", 0],
		["an ideograph", "漢", 2],
		["a full-width digit", "\uff11", 2],
		["a half-width katakana", "\uff76", 1],
		["a Hangul syllable", "\ud55c", 2],
		["a Hangul syllable in three letters", "\u1112\u1161\u11ab", 2],
		["an emoji", "\u{1f600}", 2],
		["an emoji by its variation selector", "\u2764\ufe0f", 2],
		["a family", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}", 2],
		["a flag", "\u{1f1e9}\u{1f1ea}", 2],
		["an emoji with a hidden tag, which is shown", "\u{1f3f4}\u{e0067}", 3],
		["a line break, shown as two pictures", "\r\n", 2],
		["a lone surrogate", "\ud800", 1],
	])("%s", (_, grapheme, expected) => {
		expect(columns(grapheme)).toBe(expected);
	});
});
