import fc from "fast-check";
import { expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import {
	allowances,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { fewestMessages } from "../support/fewest-messages.ts";
import { aRenewalOf, carriedOut } from "../support/sites.ts";

const rules = forSimulator(allowances);

test.each(models)(
	"$name: no fewer messages than a plan has, tried many times",
	(model) => {
		fc.assert(
			fc.property(aRenewalOf(model, 4), ({ found, site }) => {
				const { before, after, messages } = makePlan(
					site,
					{ state: found },
					rules,
				);
				if (before === null || after === null) throw new Error("all is known");
				expect(fewestMessages(site, before, after, messages.length)).toBe(null);
			}),
			{ numRuns: 300 },
		);
	},
);

test.each(models)("$name: planning again is empty, many times", (model) => {
	fc.assert(
		fc.property(aRenewalOf(model), ({ found, site }) => {
			const { messages } = makePlan(site, { state: found }, rules);
			const texts = messages.map(({ text }) => text);
			const { state } = carriedOut(model, found, texts);
			expect(makePlan(site, { state }, rules).messages).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});
