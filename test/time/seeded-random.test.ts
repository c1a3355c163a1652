import { expect, test } from "vitest";
import { seededRandom } from "../../src/time/seeded-random.ts";

function drawn(seed: number, count: number): number[] {
	const random = seededRandom(seed);
	return Array.from({ length: count }, random);
}

test("a seed always gives the same numbers, those of Mulberry32", () => {
	expect(drawn(1, 3)).toEqual([
		0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
	]);
	expect(drawn(1, 3)).toEqual(drawn(1, 3));
	expect(drawn(2 ** 32 + 1, 3)).toEqual(drawn(1, 3));
	expect(drawn(2, 3)).not.toEqual(drawn(1, 3));
});

test("the numbers spread evenly from 0 to less than 1", () => {
	const tenths = Array<number>(10).fill(0);
	for (const number of drawn(7, 10_000)) {
		const tenth = Math.floor(number * 10);
		tenths[tenth] = (tenths[tenth] ?? 0) + 1;
	}
	expect(tenths).toHaveLength(10);
	expect(tenths.every((count) => count > 900 && count < 1100)).toBe(true);
});
