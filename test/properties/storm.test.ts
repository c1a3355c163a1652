import fc from "fast-check";
import { expect, test } from "vitest";
import { weather } from "../support/storm.ts";

const seed = fc.integer({ min: 1, max: 2 ** 31 });

test("whatever goes wrong, a driver hands over once what reached its modem, and answers it", {
	timeout: 30_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(
			seed,
			fc.constantFrom("indication", "polling"),
			async (seed, receive) => {
				const storm = { seed, count: 8, probability: 0.08 };
				const after = await weather({ ...storm, settings: { receive } });
				const { received, reached, answers, events } = after;
				expect(received.toSorted()).toEqual(reached.toSorted());
				expect(after.unanswered).toBe(0);
				expect(after.stored).toBe(after.orphans);
				expect(new Set(answers)).toEqual(
					new Set(reached.map((text) => `re: ${text}`)),
				);
				// An answer comes twice only where its result was not seen, which is told.
				const repeats = events.filter(({ type }) => type === "send-unseen");
				expect(answers.length).toBeGreaterThanOrEqual(reached.length);
				expect(answers.length).toBeLessThanOrEqual(
					reached.length + repeats.length,
				);
			},
		),
		{ numRuns: 10 },
	);
});

test("what comes directly is lost neither, and only the network sends it again", {
	timeout: 30_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(seed, async (seed) => {
			const storm = { seed, count: 8, probability: 0.08 };
			const after = await weather({
				...storm,
				settings: { receive: "direct" },
			});
			expect(new Set(after.received)).toEqual(new Set(after.reached));
			expect(after.unanswered).toBe(0);
			// Parts lie in the modem where they came while nobody was at its line.
			expect(after.stored).toBeLessThanOrEqual(after.orphans);
		}),
		{ numRuns: 5 },
	);
});
