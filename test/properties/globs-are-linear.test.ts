import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted } from "../../src/conversation/pattern.ts";

const none = new Map<string, string>();

/** Pieces of a pattern, and of the regular expression that says what it means. */
const piece = fc.oneof(
	fc.constantFrom("A", "B", "AB").map((text) => ({ glob: text, regex: text })),
	fc.constant({ glob: "...", regex: "[\\s\\S]*?" }),
	fc
		.constantFrom("a", "b", "c")
		.map((name) => ({ glob: `{{${name}}}`, name, regex: "" })),
);

test("a pattern matches, and captures, what the lazy regular expression does", () => {
	fc.assert(
		fc.property(
			fc.array(piece, { minLength: 1, maxLength: 7 }),
			fc.string({ unit: fc.constantFrom("A", "B"), maxLength: 12 }),
			(pieces, text) => {
				const seen = new Set<string>();
				const regex = pieces.map((each) => {
					if (!("name" in each)) return each.regex;
					if (seen.has(each.name)) return `\\k<${each.name}>`;
					seen.add(each.name);
					return `(?<${each.name}>[\\s\\S]+?)`;
				});
				const expected = new RegExp(`^${regex.join("")}$`).exec(text);
				const pattern = pieces.map(({ glob }) => glob).join("");
				const found = fitted(pattern, text, none);
				expect(found === null ? null : Object.fromEntries(found)).toEqual(
					expected === null ? null : { ...expected.groups },
				);
			},
		),
		{ numRuns: 3000 },
	);
});

test("a long pattern that does not match is given up at once", () => {
	const texts = ["A".repeat(5000), "AB".repeat(2500)];
	const names = Array.from({ length: 500 }, (_, at) => `{{n${at}}}A`);
	const begun = performance.now();
	for (const text of texts) {
		expect(fitted(`${"...A".repeat(500)}...ZZ`, text, none)).toBeNull();
		expect(fitted(`${names.join("")}ZZ`, text, none)).toBeNull();
	}
	expect(performance.now() - begun).toBeLessThan(1000);
});

test("a name that stands twice is tried for a while, then refused", () => {
	const pattern = "{{a}}{{b}}{{c}}{{d}}{{a}}{{b}}{{c}}{{d}}Z";
	expect(() => fitted(pattern, "A".repeat(200), none)).toThrow(
		"pattern: it was tried in 100000 ways; a name that stands twice needs more text around it",
	);
});
