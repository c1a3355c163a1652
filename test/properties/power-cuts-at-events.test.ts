import { expect, test } from "vitest";
import { corpus } from "../support/corpus.ts";
import { checkCut, cutsOf, profiles } from "../support/power-cuts.ts";

// Each conversation with one of the profiles; the long tests have each with all.
test("at every event and deadline of every conversation, a power cut leaves what the restart profile says", async () => {
	let count = 0;
	for (const [at, held] of (await corpus()).entries()) {
		const profile = profiles[at % profiles.length] ?? "climax";
		for (const cut of cutsOf(held, profile)) {
			checkCut(profile, cut);
			count += 1;
		}
	}
	expect(count).toBeGreaterThan(5_000);
});
