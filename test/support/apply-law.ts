/** What holds for every plan that is applied, whatever the network does and whenever the program is killed. */
import fc from "fast-check";
import { expect } from "vitest";
import { secretTexts } from "../../src/derive/secrets.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import type { Model } from "../../src/models/model.ts";
import type { Rule } from "../../src/network/channel-rule.ts";
import { changes } from "../../src/panel/state/changes.ts";
import { resting } from "../../src/panel/state/runtime.ts";
import { withRuntime } from "../../src/panel/state/state.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import {
	allowances,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { pathOfSetting } from "../../src/plan/site/site.ts";
import { MARGIN } from "../../src/site/apply/panel-exchange.ts";
import { isDone } from "../../src/site/audit/run-progress.ts";
import { HOUR, MINUTE, SECOND } from "../../src/time/units.ts";
import { NUMBER, PanelAtEnd } from "./applied.ts";
import { aRenewalOf } from "./sites.ts";

const VALIDITY = 15;

const aBadRule: fc.Arbitrary<Rule> = fc
	.record({
		effect: fc.oneof(
			fc.constant({ kind: "loss" } as const),
			fc.record({
				kind: fc.constantFrom("delay", "reorder", "duplicate"),
				// Also beyond the validity.
				duration: fc.constantFrom(
					20 * SECOND,
					3 * MINUTE,
					14 * MINUTE,
					16 * MINUTE,
					25 * MINUTE,
				),
			}),
		),
		way: fc.constantFrom({ to: NUMBER }, { from: NUMBER }, {}),
		probability: fc.constantFrom(0.05, 0.2, 0.4),
	})
	.map(({ effect, way, probability }) => ({ effect, ...way, probability }));

const aMishap = fc.record({
	rules: fc.array(aBadRule, { maxLength: 3 }),
	seed: fc.integer({ min: 1, max: 1_000_000 }),
	kills: fc.array(
		fc.record({
			steps: fc.integer({ min: 0, max: 60 }),
			away: fc.constantFrom(0, SECOND, 10 * MINUTE, HOUR),
		}),
		{ maxLength: 3 },
	),
	/** By how much the service centre's clock is ahead of ours. */
	ahead: fc.constantFrom(...[0, 0, 0, -HOUR, HOUR, -3 * MINUTE, 3 * MINUTE]),
});

const rules = forSimulator(allowances);

export function applyLaw(model: Model, most = 6) {
	return fc.asyncProperty(
		aRenewalOf(model, most),
		aMishap,
		async ({ found, site }, { rules: channel, seed, kills, ahead }) => {
			const plan = makePlan(site, { state: found }, rules);
			const access = credentialsOf(model, found);
			const end = new PanelAtEnd(plan, access, found, rules, {
				rules: channel,
				seed,
				ahead,
			});
			for (const { steps, away } of kills) {
				await end.apply(steps, VALIDITY);
				await end.pass(away);
			}
			for (let again = 0; again < 3; again++) {
				const ended = (await end.apply(Number.POSITIVE_INFINITY, VALIDITY))
					?.ended;
				if (ended?.outcome !== "silent") break;
				// Who asks under wrong credentials, as after each kill, is kept out for a while.
				await end.pass(24 * HOUR);
			}
			const { standings, ended } = end.progress;

			// The panel ends as wanted, or the run says what it does not know.
			const now = withRuntime(end.panel.state, resting);
			const first = standings.findIndex((each) => !isDone(each));
			const reached = first === -1 ? plan.messages.length : first;
			const possible = [reached, reached + 1].flatMap((count) => {
				if (count > plan.messages.length) return [];
				const state = plan.messages[count - 1]?.state ?? plan.before;
				return state === null ? [] : [changes(state, now).length];
			});
			expect(first === -1 ? possible[0] : Math.min(...possible)).toBe(0);
			expect(ended).not.toBeNull();
			if (ended?.outcome === "done") expect(reached).toBe(plan.messages.length);
			// Where no probe shows that our clock is some minutes ahead, an answer may be
			// taken for that to a text of before a kill: the message is sent again.
			const isClockKnown = model.probe !== null || ahead !== -3 * MINUTE;
			// A schedule may have armed it.
			if (channel.length === 0 && isClockKnown)
				expect(["done", "armed"], ended?.why).toContain(ended?.outcome);
			expect(ended?.outcome).not.toBe("differs");

			// No confirmed message is sent again.
			for (const { text, before } of end.handed) {
				const sent = plan.messages.findIndex(
					(message, at) =>
						message.text === text && !isDone(before.standings[at]),
				);
				const isOfPlan = plan.messages.some((each) => each.text === text);
				expect(isOfPlan && sent === -1).toBe(false);
			}

			// Nothing is sent while something may still be delivered.
			for (const { at, before } of end.handed)
				for (const { answered, until } of before.sent.slice(0, -1))
					expect(answered || until <= at).toBe(true);

			// No text is executed after its validity.
			for (const { at, text } of end.heard)
				expect(
					end.handed.some(
						(each) =>
							each.text === text &&
							each.at <= at &&
							at <= each.at + VALIDITY * MINUTE,
					),
				).toBe(true);
			expect(MARGIN).toBeGreaterThan(0);

			// The audit tells all that was sent, and no secret.
			const told = end.entries.filter(({ entry }) => entry.type === "sending");
			expect(told.length).toBeGreaterThanOrEqual(end.handed.length);
			const said = JSON.stringify(end.entries, (key, value) =>
				hidden.has(key) ? null : value,
			);
			// A P-Word may be a word that we use ourselves, as in users.1.name, or stand by
			// chance in a value that may be told, as in somebody's name.
			const secretOnes = [found, plan.after].flatMap((state) =>
				secretTexts(state),
			);
			const tellable = site.settings
				.flatMap((setting) => [pathOfSetting(setting), `${setting.value}`])
				.filter((text) => !secretOnes.includes(text))
				.join();
			const secrets = secretOnes
				.filter((secret) => secret.length >= 4 && !open.has(secret))
				.filter((secret) => !tellable.includes(secret));
			expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
		},
	);
}

/** Hexadecimal digits and instants, in which any four digits may stand by chance. */
const hidden: ReadonlySet<string> = new Set([
	...["mac", "access", "key", "identity", "until", "at", "sentAt", "number"],
]);

/** Of the factory. */
const open: ReadonlySet<string> = new Set(["PROG", "7982", "1234", "1111"]);
