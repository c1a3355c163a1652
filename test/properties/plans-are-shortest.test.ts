import fc from "fast-check";
import { expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import {
	allowances,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { fewestMessages } from "../support/fewest-messages.ts";
import { aRenewalOf } from "../support/sites.ts";

test.each(models)(
	"$name: no fewer messages lead where a plan for four settings leads",
	(model) => {
		fc.assert(
			fc.property(aRenewalOf(model, 4), ({ found, site }) => {
				const plan = makePlan(site, { state: found }, forSimulator(allowances));
				const { length } = plan.messages;
				const { before, after } = plan;
				if (before === null || after === null) throw new Error("all is known");
				expect(fewestMessages(site, before, after, length)).toBe(null);
			}),
			{ numRuns: 25 },
		);
	},
);
