import fc from "fast-check";
import { createColors } from "picocolors";
import { expect, test } from "vitest";
import { shellWord } from "../../../grammar/message/shell-word.ts";
import { terminalSafe } from "../../../src/cli/line/print.ts";
import { anyCharacter } from "../../support/arbitraries.ts";

test("our colours and line ends are printed; everything else that a terminal obeys is shown", () => {
	const { green, red } = createColors(true);
	expect(
		terminalSafe(
			`${green("right")}: \u001b]0;title\u0007 \u001b[2J\u202egnp\r\n${red("x")}`,
		),
	).toBe(`${green("right")}: ␛]0;title␇ ␛[2J\ufffdgnp␍\n${red("x")}`);
});

test("whatever is printed, a terminal gets no control but line ends and our colours", () => {
	fc.assert(
		fc.property(fc.string({ unit: anyCharacter, maxLength: 12 }), (text) => {
			const printed = terminalSafe(text).replaceAll(
				/\u001b\[(2|22|31|32|33|39|38;5;16;48;5;231|0)m|\n/g,
				"",
			);
			expect(printed).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
		}),
	);
});

test.each([
	["+33612345678", "+33612345678"],
	["x;reboot", "'x;reboot'"],
	["$(id)", "'$(id)'"],
	["it's", "'it'\\''s'"],
	["", "''"],
	["a\nb", "'a␊b'"],
])("a shell reads %j as one word", (text, word) => {
	expect(shellWord(text)).toBe(word);
});
