import fc from "fast-check";
import { test } from "vitest";
import { checkDirect, checkStored } from "../support/faulty-network.ts";

const storm = { count: 14, probability: 0.1 };
/** A seed is no simpler for being smaller: nothing is shrunk. */
const endOnFailure = true;
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

test("whatever goes wrong, a driver hands over once what reached its modem, and answers it", async () => {
	await fc.assert(
		fc.asyncProperty(
			seeds,
			fc.constantFrom("indication", "polling"),
			(seed, receive) => checkStored({ ...storm, seed }, receive),
		),
		{ numRuns: 300, endOnFailure },
	);
});

test("what comes directly is lost neither, and only the network sends it again", async () => {
	await fc.assert(
		fc.asyncProperty(seeds, (seed) => checkDirect({ ...storm, seed })),
		{ numRuns: 300, endOnFailure },
	);
});
