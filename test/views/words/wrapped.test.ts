import fc from "fast-check";
import { expect, test } from "vitest";
import { columns } from "../../../grammar/message/terminal-text.ts";
import { wrapped } from "../../../src/views/words/wrapped.ts";

test("words stand in lines of at most so many columns, later ones further in", () => {
	expect(wrapped("zone 3 is 正面玄関 and 裏口, and open", 14, 2)).toBe(
		["zone 3 is", "  正面玄関 and", "  裏口, and", "  open"].join("\n"),
	);
});

test("a word that is longer than a line has one of its own", () => {
	expect(wrapped("to gsm://1000@+15550177 now", 10)).toBe(
		["to", "gsm://1000@+15550177", "now"].join("\n"),
	);
});

test("for any words no line is wider than asked, and none could have taken the next word", () => {
	const unit = fc.constantFrom("a", "B", "7", "é", "e\u0301", "正", "👍");
	const word = fc.string({ unit, minLength: 1, maxLength: 12 });
	const words = fc.array(word, { minLength: 1, maxLength: 30 });
	const width = fc.integer({ min: 1, max: 40 });
	const indent = fc.integer({ min: 0, max: 4 });
	fc.assert(
		fc.property(words, width, indent, (typed, most, further) => {
			const lines = wrapped(typed.join(" "), most, further).split("\n");
			const bare = lines.map((line) => line.trimStart());
			expect(bare.join(" ")).toBe(typed.join(" "));
			for (const [at, line] of lines.entries()) {
				if (bare[at]?.includes(" "))
					expect(widthOf(line)).toBeLessThanOrEqual(most);
				const [next] = bare[at + 1]?.split(" ") ?? [];
				if (next !== undefined)
					expect(widthOf(`${line} ${next}`)).toBeGreaterThan(most);
			}
		}),
	);
});

function widthOf(line: string): number {
	return Array.from(line).reduce((sum, one) => sum + columns(one), 0);
}
