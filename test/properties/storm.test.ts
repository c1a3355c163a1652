import fc from "fast-check";
import { test } from "vitest";
import { checkDirect, checkStored } from "../support/faulty-network.ts";

const storm = { count: 8, probability: 0.08 };
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

test("whatever goes wrong, a driver hands over once what reached its modem, and answers it", {
	timeout: 30_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(
			seeds,
			fc.constantFrom("indication", "polling"),
			(seed, receive) => checkStored({ ...storm, seed }, receive),
		),
		{ numRuns: 10 },
	);
});

test("what comes directly is lost neither, and only the network sends it again", {
	timeout: 30_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(seeds, (seed) => checkDirect({ ...storm, seed })),
		{ numRuns: 5 },
	);
});
