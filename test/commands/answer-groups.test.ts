import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { groupsIn } from "../../src/commands/cr200/answer-groups.ts";
import { devQuery } from "../../src/commands/cr200/dev-query.ts";
import { pinQuery } from "../../src/commands/cr200/pin-query.ts";

afterEach(() => vi.restoreAllMocks());

/** The plain way, whose time grows with the square of the length. */
const GROUP = /\((\d+),(\d*),(.*?)\)(?=,\(|$)/gs;

test("groups are those of an expression that looks for them one by one", () => {
	const pieces = fc.constantFrom(..."(),1a\n", "),(", "(1,2,", "(1,,a)");
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 14 }), (written) => {
			const text = written.join("");
			const plain = [...text.matchAll(GROUP)].map(([, ...parts]) => parts);
			expect(groupsIn(text, /\((\d+),(\d*),/)).toEqual(plain);
		}),
		{ numRuns: 5000 },
	);
});

/** How many characters expressions were given to look through. */
function lookedThrough(read: () => unknown): number {
	let count = 0;
	const { exec } = RegExp.prototype;
	const spy = vi.spyOn(RegExp.prototype, "exec");
	spy.mockImplementation(function (this: RegExp, text) {
		count += text.length;
		return exec.call(this, text);
	});
	read();
	spy.mockRestore();
	return count;
}

test.each([
	["DEV?, groups", devQuery, "DEV?:1,6,", "(1,1,1,a),"],
	["DEV?, groups that do not end", devQuery, "DEV?:1,6,", "(1,1,1,a"],
	["PIN?, groups", pinQuery, "PIN?:", "(1,1234,a),"],
	["PIN?, groups that do not end", pinQuery, "PIN?:", "(1,1234,a"],
	["PIN?, groups within groups", pinQuery, "PIN?:", "),(1("],
])(
	"no part of an answer is looked through again: %s",
	(_, query, word, group) => {
		for (const groups of [10, 1000, 2000]) {
			const answer = word + group.repeat(groups);
			const count = lookedThrough(() => query.readings?.(answer));
			expect(count).toBeGreaterThanOrEqual(answer.length);
			// Once for the word, and once for each group.
			expect(count).toBeLessThanOrEqual(2 * answer.length);
		}
	},
);
