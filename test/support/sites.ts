/** Sites by chance, and what plans for them come to. */
import fc from "fast-check";
import type { Model } from "../../src/models/model.ts";
import { asTyped } from "../../src/panel/state/phone-number.ts";
import { resting } from "../../src/panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../src/panel/state/state.ts";
import { thingIn, valueIn } from "../../src/plan/messages/known-panel.ts";
import type { Site, SiteSetting, Thing } from "../../src/plan/site/site.ts";
import { siteRules } from "../../src/plan/site/site-rules.ts";
import { siteForm } from "../../src/plan/site/site-schema.ts";
import { DirectPanel } from "../../src/simulation/direct-panel.ts";
import { aStateOf } from "./states.ts";

/** A panel as it is found, and a site that names parts of another that it could be. */
export interface Renewal {
	readonly found: PanelState;
	readonly site: Site;
}

/**
 * Pairs out of a few states: to make two states for each run would take longer than
 * all that is done with them.
 * @param most settings and absences that the site names
 */
export function aRenewalOf(
	model: Model,
	most = Number.POSITIVE_INFINITY,
): fc.Arbitrary<Renewal> {
	const states = fc
		.sample(aStateOf(model), STATES)
		.map((state) => withRuntime(state, resting));
	return fc
		.record({
			found: fc.constantFrom(...states),
			other: fc.constantFrom(...states),
			seed: fc.nat(),
			share: fc.constantFrom(0.2, 0.6, 1),
			turns: fc.boolean(),
		})
		.map(({ found, other, seed, share, turns }) => {
			const to = turns ? withCodesOf(found, other, seed) : other;
			const site = siteFrom(model, found, to, seed, share, most);
			// A model's declarations are too long to read in a failure.
			const said = { ...site, model: model.name };
			const shown = () => JSON.stringify({ said, found }, null, 1);
			return { found, site, [fc.toStringMethod]: shown };
		})
		.filter(
			({ site: { settings, absent }, site }) =>
				settings.length + absent.length > 0 && siteRules(site).length === 0,
		);
}

const STATES = 12;

/** The state with codes of another, so that they go round. */
function withCodesOf(
	from: PanelState,
	state: PanelState,
	seed: number,
): PanelState {
	const turned = <T>(list: readonly T[]): readonly T[] => {
		const by = list.length === 0 ? 0 : Math.abs(seed) % list.length;
		return [...list.slice(by), ...list.slice(0, by)];
	};
	const pins = turned(from.users.map(({ pin }) => pin));
	const codes = turned(from.credentials.accessCodes.map(({ code }) => code));
	return {
		...state,
		users: from.users.map((user, at) => ({
			...user,
			pin: pins[at] ?? user.pin,
		})),
		credentials: {
			...state.credentials,
			accessCodes: from.credentials.accessCodes.map((each, at) => ({
				...each,
				code: codes[at] ?? each.code,
			})),
		},
	};
}

/** What of one state a site names, by chance, and what of the other is to go. */
function siteFrom(
	model: Model,
	found: PanelState,
	to: PanelState,
	seed: number,
	share: number,
	most: number,
): Site {
	let dice = Math.imul(seed, 2_654_435_761) >>> 0;
	const falls = (probability: number) => {
		dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) >>> 0;
		return dice / 2 ** 32 < probability;
	};
	const settings: SiteSetting[] = [];
	const absent: Thing[] = [];
	for (const { path: part, isList, members } of siteForm(model).parts)
		for (const id of isList ? numbersIn(part, found, to) : [null]) {
			const thing = { part, id };
			if (settings.length + absent.length >= most) continue;
			if (thingIn(to, thing) === undefined) {
				if (id !== 1 && falls(share)) absent.push(thing);
				continue;
			}
			for (const member of members) {
				const value = valueIn(to, thing, member);
				if (value !== undefined && falls(share) && settings.length < most)
					settings.push({ thing, member, value, reference: null });
			}
		}
	return { model, number: null, settings, absent };
}

function numbersIn(part: string, ...states: readonly PanelState[]) {
	const numbers = Array.from({ length: 99 }, (_, at) => at + 1);
	return numbers.filter((id) =>
		states.some((state) => thingIn(state, { part, id }) !== undefined),
	);
}

/** Sends messages to a simulated panel; what it has then, and what it answered. */
export function carriedOut(
	model: Model,
	state: PanelState,
	texts: readonly string[],
): { readonly state: PanelState; readonly replies: readonly string[] } {
	const panel = new DirectPanel(
		{ model, number: "+15550100", numbering: asTyped },
		state,
		0,
	);
	const replies = texts.map((text) => {
		panel.text("+15550101", text);
		return panel.sent.map((each) => each.text).join();
	});
	return { state: panel.state, replies };
}
