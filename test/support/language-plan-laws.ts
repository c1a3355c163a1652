/** The laws of plans, for other makers' panels: for so many runs. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { changes } from "../../src/panel/state/changes.ts";
import { resting } from "../../src/panel/state/runtime.ts";
import { withRuntime } from "../../src/panel/state/state.ts";
import { factoryAccess } from "../../src/plan/access.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import { valueIn } from "../../src/plan/messages/known-panel.ts";
import {
	allowances,
	forRealPanel,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { stepsOf } from "../../src/plan/plan.ts";
import { shownText } from "../../src/plan/shown-text.ts";
import { pathOfSetting } from "../../src/plan/site/site.ts";
import { rehearse } from "../../src/simulation/plans/rehearsal.ts";
import { measure } from "../../src/sms/segments.ts";
import { fewestLanguageMessages } from "./fewest-language-messages.ts";
import {
	aLanguageRenewalOf,
	aListRenewalOf,
	asNamed,
	isBetween,
	listsOf,
	planOf,
} from "./language-sites.ts";
import type { LanguageCase } from "./languages.ts";
import { carriedOut } from "./sites.ts";

const manners = [
	["the simulator", forSimulator(allowances)],
	["a real panel", forRealPanel([], allowances)],
] as const;

export function languagePlanLaws(
	languageCase: LanguageCase,
	numRuns: number,
): void {
	test.each(manners)(
		"a plan for %s makes a panel what the site names, and nothing else",
		(_, rules) => {
			fc.assert(
				fc.property(aLanguageRenewalOf(languageCase, 6), (renewal) => {
					const { found, site } = renewal;
					const plan = planOf(renewal, rules);
					const rehearsal = rehearse(plan);
					if (rehearsal === null) throw new Error("all is known");
					expect(rehearsal.refused).toEqual([]);
					for (const { text, more } of plan.messages)
						if (more.length > 0) expect(measure(text).parts).toBe(1);
					const after = withRuntime(rehearsal.state, resting);
					expect(changes(after, plan.after)).toEqual([]);

					const elsewhere = plan.elsewhere.map(({ path }) => path);
					const open = site.settings
						.filter(
							({ thing, member, value }) =>
								valueIn(after, thing, member) !== value,
						)
						.map(pathOfSetting);
					expect(elsewhere.toSorted()).toEqual(open.toSorted());

					const named = site.settings.map(pathOfSetting);
					const beside = changes(found, after)
						.map(({ path }) => path)
						.filter((path) => !named.includes(path));
					expect(beside).toEqual([]);

					const again = planOf({ found: after, site }, rules);
					expect(again.messages.map(({ text }) => text)).toEqual([]);
				}),
				{ numRuns },
			);
		},
	);

	test("after any of the first messages a plan leads to the same", () => {
		const [[, rules]] = manners;
		fc.assert(
			fc.property(
				aLanguageRenewalOf(languageCase, 4),
				fc.nat(),
				(renewal, nat) => {
					const { site } = renewal;
					const plan = planOf(renewal, rules);
					const sent = nat % (plan.messages.length + 1);
					const state = plan.messages[sent - 1]?.state ?? renewal.found;
					const rest = planOf({ found: state, site }, rules);
					expect(changes(rest.after, plan.after)).toEqual([]);
					expect(rest.messages.length).toBeLessThanOrEqual(
						plan.messages.length - sent,
					);
				},
			),
			{ numRuns },
		);
	});

	test("a plan shows no value that the site gives by a reference", () => {
		fc.assert(
			fc.property(aLanguageRenewalOf(languageCase, 6), ({ found, site }) => {
				const settings = site.settings.map((setting) => ({
					...setting,
					reference: `\${${setting.member.toUpperCase()}}`,
				}));
				const referring = { ...site, settings };
				const plan = planOf(
					{ found, site: referring },
					forSimulator(allowances),
				);
				// A shorter one stands in other words and numbers too.
				for (const message of plan.messages)
					for (const { member, value } of settings)
						if (message.covers.includes(member) && String(value).length >= 6)
							expect(shownText(plan, message)).not.toContain(String(value));
			}),
			{ numRuns },
		);
	});

	test("a plan for a panel of which nothing is known makes right what it says it does", () => {
		const { model } = languageCase;
		const rules = forRealPanel([], allowances);
		const access = factoryAccess(model);
		fc.assert(
			fc.property(aLanguageRenewalOf(languageCase, 6), ({ found, site }) => {
				const { messages } = makePlan(site, { state: null, access }, rules);
				const texts = messages.map(({ text }) => text);
				const { state } = carriedOut(model, found, texts);
				const covered = messages.flatMap(({ covers }) => covers);
				const wrong = site.settings.filter(
					({ thing, member, value }) =>
						covered.includes(member) && valueIn(state, thing, member) !== value,
				);
				expect(wrong.map(pathOfSetting), texts.join("\n")).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test("nothing is deleted or disarmed that nobody allowed", () => {
		fc.assert(
			fc.property(aLanguageRenewalOf(languageCase, 4), (renewal) => {
				const classes = planOf(renewal, forSimulator([])).messages.map(
					(message) => message.class,
				);
				expect(classes.filter((each) => each !== "sets")).toEqual([]);
			}),
			{ numRuns },
		);
	});
}

/** Dear: all commands are tried. */
export function fewestLaw(languageCase: LanguageCase, numRuns: number): void {
	test("no fewer commands lead where a plan for four settings leads", () => {
		fc.assert(
			fc.property(aLanguageRenewalOf(languageCase, 4), (renewal) => {
				const plan = planOf(renewal, forSimulator(allowances));
				if (plan.before === null || plan.after === null)
					throw new Error("all is known");
				expect(
					fewestLanguageMessages(
						languageCase,
						plan.before,
						plan.after,
						Math.min(4, plan.messages.flatMap(stepsOf).length),
					),
				).toBe(null);
			}),
			{ numRuns },
		);
	});
}

/** Dear: all commands are tried. Numbers change places, go, and come. */
export function fewestInListsLaw(
	languageCase: LanguageCase,
	numRuns: number,
): void {
	test.each(listsOf(languageCase))(
		"where up to three commands make the places of %s right, a plan does with no more",
		(list) => {
			const rules = forSimulator(allowances);
			fc.assert(
				fc.property(aListRenewalOf(languageCase, list), (renewal) => {
					const plan = planOf(renewal, rules);
					const { before } = plan;
					if (before === null || plan.after === null)
						throw new Error("all is known");
					const named = asNamed({ ...renewal, found: before });
					const most = 4;
					const count =
						changes(plan.after, named).length === 0
							? plan.messages.flatMap(stepsOf).length
							: most;
					expect(
						fewestLanguageMessages(
							languageCase,
							before,
							named,
							Math.min(most, count),
							(state) => isBetween(state, before, named),
						),
					).toBe(null);

					// Whoever stops behind a message and plans again comes as far, in as few.
					for (const [nth, { state }] of plan.messages.entries()) {
						if (state === null) throw new Error("all is known");
						const rest = planOf({ ...renewal, found: state }, rules);
						expect(changes(rest.after ?? state, plan.after)).toEqual([]);
						expect(rest.messages.length).toBeLessThan(
							plan.messages.length - nth,
						);
					}
				}),
				{ numRuns },
			);
		},
	);
}
