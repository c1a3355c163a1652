import fc from "fast-check";
import { test } from "vitest";
import { models } from "../../src/models/models.ts";
import { applyLaw } from "../support/apply-law.ts";

test.each(models)(
	"$name: 1,000 plans applied over bad networks and killed at any step",
	async (model) => {
		await fc.assert(applyLaw(model), { numRuns: 1000 });
	},
);
