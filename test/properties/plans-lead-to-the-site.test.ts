import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import { changes } from "../../src/panel/state/changes.ts";
import { resting } from "../../src/panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../src/panel/state/state.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import { thingIn, valueIn } from "../../src/plan/messages/known-panel.ts";
import {
	allowances,
	forRealPanel,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { pathOfSetting, pathOfThing } from "../../src/plan/site/site.ts";
import { aRenewalOf, carriedOut } from "../support/sites.ts";

const manners = [
	["the simulator", forSimulator(allowances)],
	["a real panel", forRealPanel([], allowances)],
] as const;

describe.each(models)("$name", (model) => {
	test.each(manners)(
		"a plan for %s makes a panel what the site names, and nothing else",
		(_, rules) => {
			fc.assert(
				fc.property(aRenewalOf(model), ({ found, site }) => {
					const plan = makePlan(site, { state: found }, rules);
					const texts = plan.messages.map(({ text }) => text);
					const { state, replies } = carriedOut(model, found, texts);
					const words = plan.messages.map(
						({ command }) => `${command.spec.word}:OK`,
					);
					expect(replies).toEqual(words);
					const after = withRuntime(state, resting);
					expect(changes(after, plan.after)).toEqual([]);

					const elsewhere = new Set(plan.elsewhere.map(({ path }) => path));
					const open = site.settings
						.filter(
							({ thing, member, value }) =>
								valueIn(after, thing, member) !== value,
						)
						.map(pathOfSetting);
					const there = site.absent
						.filter((thing) => thingIn(after, thing) !== undefined)
						.map(pathOfThing);
					expect(
						[...open, ...there].filter((path) => !elsewhere.has(path)),
					).toEqual([]);

					const named = site.settings.map(pathOfSetting);
					const things = [
						...site.absent,
						...site.settings
							.map(({ thing }) => thing)
							.filter((thing) => thingIn(found, thing) === undefined),
					].map(pathOfThing);
					const beside = changes(found, after)
						.map(({ path }) => path)
						.filter(
							(path) =>
								!named.includes(path) &&
								!things.some((thing) => path.startsWith(`${thing}.`)) &&
								!path.startsWith("remote.people."),
						);
					expect(beside).toEqual([]);

					const again = makePlan(site, { state: after }, rules);
					expect(again.messages.map(({ text }) => text)).toEqual([]);

					const circles = plan.messages.filter(({ forAWhile }) => forAWhile);
					const most =
						site.settings.length + site.absent.length + circles.length;
					expect(plan.messages.length).toBeLessThanOrEqual(most);
				}),
				{ numRuns: 25 },
			);
		},
	);

	test.each(manners)(
		"after any of the first messages for %s a plan has the others that are due",
		(manner, rules) => {
			fc.assert(
				fc.property(aRenewalOf(model), fc.nat(), ({ found, site }, nat) => {
					const { messages } = makePlan(site, { state: found }, rules);
					const sent = nat % (messages.length + 1);
					const texts = messages.map(({ text }) => text);
					const { state } = carriedOut(model, found, texts.slice(0, sent));
					const others = messages.slice(sent);
					// What a new thing has from the factory is sent to a real panel, of which
					// no manual says it; the state after the first messages shows it.
					const due = others.filter(
						({ command, text }) =>
							!isThere(model, state, `${command.spec.word}:OK`, text),
					);
					if (manner === "the simulator") expect(due).toEqual(others);
					const rest = makePlan(site, { state }, rules).messages;
					expect(rest.map(({ text }) => text).sort()).toEqual(
						due.map(({ text }) => text).sort(),
					);
				}),
				{ numRuns: 25 },
			);
		},
	);
});

/** Whether a message is done at once and changes nothing. */
function isThere(
	model: Model,
	state: PanelState,
	done: string,
	text: string,
): boolean {
	const { state: after, replies } = carriedOut(model, state, [text]);
	const before = withRuntime(state, resting);
	const changed = changes(before, withRuntime(after, resting));
	return replies[0] === done && changed.length === 0;
}
