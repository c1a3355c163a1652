import { expect, test } from "vitest";
import { corpus } from "../support/corpus.ts";
import { checkCut, cutsOf, profiles } from "../support/power-cuts.ts";

test.each(profiles)(
	"at every event and deadline of every conversation, a power cut leaves what %s says",
	async (profile) => {
		let count = 0;
		for (const held of await corpus())
			for (const cut of cutsOf(held, profile)) {
				checkCut(profile, cut);
				count += 1;
			}
		process.stdout.write(`${count} power cuts with ${profile}\n`);
		expect(count).toBeGreaterThan(5_000);
	},
);
