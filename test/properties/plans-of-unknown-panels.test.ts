import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import { factoryAccess } from "../../src/plan/access.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import {
	allowances,
	forRealPanel,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
} from "../../src/plan/site/site.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { factorySubject } from "../../src/views/subject.ts";
import { aRenewalOf } from "../support/sites.ts";

/*
 * Of a panel that is not known a plan cannot be rehearsed. It holds no message that
 * every panel of the model refuses all the same.
 */
const manners = [forSimulator(allowances), forRealPanel([], allowances)];

/** Settings for which the plan has neither a message nor a word, and messages that are wrong. */
function judged(site: Site, rules: (typeof manners)[number]) {
	const { model } = site;
	const beginning = { state: null, access: factoryAccess(model) };
	const { messages, elsewhere } = makePlan(site, beginning, rules);
	const told = new Set([
		...messages.flatMap(({ thing, covers }) =>
			covers.map((member) => `${pathOfThing(thing)}.${member}`),
		),
		...elsewhere.map(({ path }) => path),
	]);
	return {
		wrong: messages.filter(
			({ text }) => !checkMessage(factorySubject(model), text).ok,
		),
		untold: site.settings.map(pathOfSetting).filter((path) => !told.has(path)),
	};
}

describe.each(models)("$name", (model) => {
	test("no message of a plan is refused by every panel", () => {
		const { code } = factoryAccess(model);
		fc.assert(
			fc.property(
				aRenewalOf(model),
				fc.constantFrom(...manners),
				fc.boolean(),
				({ site }, rules, repeats) => {
					// A user is to have the code under which the messages are sent.
					const settings = site.settings.map((setting) =>
						repeats &&
						setting.thing.part === "users" &&
						setting.member === "pin"
							? { ...setting, value: code }
							: setting,
					);
					expect(judged({ ...site, settings }, rules)).toEqual({
						wrong: [],
						untold: [],
					});
				},
			),
		);
	});
});
