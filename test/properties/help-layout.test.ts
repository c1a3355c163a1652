/** What spares the help its layout for any script lays out ASCII as that does. */
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import asciiWidth from "../../scripts/ascii-width.mjs";
import asciiWrap from "../../scripts/ascii-wrap.mjs";

const ascii = fc.string({ unit: "grapheme-ascii", maxLength: 80 });

test("a text of ASCII is as wide as string-width says", () => {
	fc.assert(
		fc.property(ascii, (text) => {
			expect(asciiWidth(text)).toBe(stringWidth(text));
		}),
	);
});

test("a text of ASCII that fits is what wrap-ansi makes of it", () => {
	fc.assert(
		fc.property(
			ascii.map((text) => text.trim()),
			fc.nat(20),
			(text, room) => {
				const columns = text.length + room;
				expect(asciiWrap(text, columns, { hard: true })).toBe(
					wrapAnsi(text, columns, { hard: true }),
				);
			},
		),
	);
});
