/** Who is forced while nothing gets out leaves what the own code leaves: how often and when other reports are tried, too. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
	after,
	next,
	nextTry,
	nobody,
	type Sending,
	type Unreached,
} from "../../src/firmware/outbox/next.ts";
import { withoutDuress } from "../../src/firmware/outbox/without-duress.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { clock, type PanelEvent } from "../../src/panel/state/event.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { statusOf } from "../../src/panel/status.ts";
import { nextDeadline, transition } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { isTellableEvent } from "../../src/simulation/discreet/silence.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";
import { fresh, NOON } from "../support/texting.ts";
import { watchedParts } from "../support/watched-panel.ts";

const [centre] = watchedParts.reporting.destinations;
const house: PanelState = {
	...fresh(mz8),
	users: panelWithPeople.users,
	remote: panelWithPeople.remote,
	...watchedParts,
	reporting: {
		...watchedParts.reporting,
		destinations: [
			...watchedParts.reporting.destinations,
			...(centre === undefined
				? []
				: [{ ...centre, id: 2, group: 2, url: "sms://+15550177" }]),
		],
	},
};

/** What becomes of every text at a time. */
const network = fc.array(
	fc.record({
		seconds: fc.integer({ min: 1, max: 400 }),
		sending: fc.constantFrom<Sending>("sent", "later", "later", "in-doubt"),
	}),
	{ maxLength: 12 },
);
const deed = fc.record({
	wait: fc.integer({ min: 0, max: 200 }),
	step: fc.constantFrom(
		...["keypad CODE disarm", "keypad CODE away", "mqtt CODE disarm"],
		...["zone 1 open", "zone 1 close", "zone 4 trip", "mains fail"],
		...["mains restore", "battery low", "battery good", "gsm lost"],
		...["gsm found", "power cut", "power restore"],
	),
});

/** All that is told of an evening, with the texts that leave or are tried in it. */
function told(
	deeds: readonly { readonly wait: number; readonly step: string }[],
	weather: readonly { readonly seconds: number; readonly sending: Sending }[],
	code: string,
) {
	const all: unknown[] = [];
	let state = house;
	let now = NOON;
	let unreached: Unreached = nobody;
	const happen = (event: PanelEvent) => {
		const before = state;
		({ state } = transition(state, event, now));
		const activity = { id: 1, at: now, type: "event", event, state } as const;
		const outcome = { effects: [], refusal: null };
		if (isTellableEvent({ ...activity, outcome }, before))
			all.push([
				now - NOON,
				event.type,
				"destination" in event ? event.destination : null,
			]);
	};
	const sendingAt = () => {
		let over = NOON;
		for (const { seconds, sending } of weather) {
			over += seconds * 1000;
			if (now < over) return sending;
		}
		return "sent";
	};
	const sendDue = () => {
		for (;;) {
			const leaving = next(state, unreached, now);
			if (leaving === null) return;
			const left = after(leaving, sendingAt(), unreached, now);
			unreached = left.unreached;
			if (left.event !== null) happen(left.event);
		}
	};
	const passTo = (end: number) => {
		for (;;) {
			sendDue();
			const due = [nextDeadline(state), nextTry(state, unreached, now)].filter(
				(at): at is number => at !== null && at > now && at <= end,
			);
			if (due.length === 0) break;
			now = Math.min(...due);
			happen({ type: "time", by: clock });
		}
		now = end;
	};
	for (const { wait, step } of deeds) {
		passTo(now + wait * 1000);
		const read = readTypedEvent(step.replace("CODE", code));
		if (!read.ok) throw new Error(step);
		happen(read.event);
		all.push(statusOf(withoutDuress(state), now), withoutDuress(state));
	}
	passTo(now + 600_000);
	all.push(statusOf(withoutDuress(state), now), withoutDuress(state));
	return { all, state };
}

test("while nothing gets out, what is told says not which code it was", () => {
	let calls = 0;
	fc.assert(
		fc.property(
			fc.array(deed, { maxLength: 10 }),
			network,
			(deeds, weather) => {
				const [own, forced] = ["1234", "9898"].map((code) =>
					told(deeds, weather, code),
				);
				expect(forced?.all).toEqual(own?.all);
				calls +=
					(forced?.state.runtime.reports ?? 0) -
					(own?.state.runtime.reports ?? 0);
			},
		),
		{ numRuns: 100 },
	);
	expect(calls).toBeGreaterThan(100);
});
