import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { createColors } from "picocolors";
import { expect, test } from "vitest";
import { shellWord } from "../../../grammar/message/shell-word.ts";
import { terminalSafe, terminalSafeJson } from "../../../src/cli/line/print.ts";
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

test("JSON says the same to a program, and orders a terminal nothing", () => {
	const text = "a\u0085\u009b2J\u202eb\u{e0001}\n\t\u00ad";
	expect(terminalSafeJson({ text })).toBe(
		'{"text":"a\\u0085\\u009b2J\\u202eb\\udb40\\udc01\\n\\t\\u00ad"}',
	);
	fc.assert(
		fc.property(
			fc.dictionary(
				fc.string({ unit: anyCharacter }),
				fc.string({ unit: anyCharacter }),
			),
			(value) => {
				const printed = terminalSafeJson(value, "\t");
				expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
				expect(printed.replaceAll(/[\n\t]/g, "")).not.toMatch(
					/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
				);
			},
		),
	);
});

test("only the printer writes what is said on stdout", () => {
	const root = new URL("../../../src/cli/", import.meta.url).pathname;
	const writers = readdirSync(root, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.filter((name) =>
			readFileSync(`${root}${name}`, "utf8").includes("process.stdout.write("),
		);
	// A corpus and a schema are files of ours.
	expect(writers.sort()).toEqual([
		"line/print.ts",
		"line/stdout.ts",
		"messages/config.ts",
	]);
});
