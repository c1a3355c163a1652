import fc from "fast-check";
import { test } from "vitest";
import { models } from "../../src/models/models.ts";
import { applyLaw } from "../support/apply-law.ts";

test.each(models)(
	"$name: applied over a bad network and killed, the panel is as wanted or the run says what it does not know",
	async (model) => {
		await fc.assert(applyLaw(model), { numRuns: 12 });
	},
);
