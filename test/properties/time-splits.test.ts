import fc from "fast-check";
import { expect, test } from "vitest";
import {
	configSchema,
	SCHEMA_VERSION,
} from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { clock, type PanelEvent } from "../../src/panel/state/event.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import {
	everyZonedPanel,
	type Moment,
	moments,
} from "../support/panel-events.ts";
import { expectSame } from "../support/same.ts";
import { NOON } from "../support/texting.ts";

const time: PanelEvent = { type: "time", by: clock };
const schema = configSchema(mz8);

/** Every state on the way, with the instant of each. */
function way(start: PanelState, events: readonly Moment[]) {
	let state = start;
	let now = NOON;
	return events.map(({ wait, event }) => {
		now += wait;
		state = transition(state, event, now).state;
		return { state, now };
	});
}

/** Law 9: advancing by a and then by b is advancing by a + b. */
test("it does not matter how often one looks while time passes", () => {
	fc.assert(
		fc.property(
			everyZonedPanel,
			moments,
			fc.nat(1e9),
			fc.nat(1e9),
			(house, events, a, b) => {
				const { state, now } = way(house, events).at(-1) ?? {
					state: house,
					now: NOON,
				};
				const split = transition(
					transition(state, time, now + a).state,
					time,
					now + a + b,
				);
				const whole = transition(state, time, now + a + b);
				expectSame("after both", split.state, whole.state);
			},
		),
		{ numRuns: 200 },
	);
});

test("looking at a panel between any two events changes nothing of what comes", () => {
	fc.assert(
		fc.property(everyZonedPanel, moments, (house, events) => {
			const looked = events.flatMap(({ wait, event }) => [
				{ wait: Math.floor(wait / 2), event: time },
				{ wait: wait - Math.floor(wait / 2), event },
			]);
			expectSame(
				"looked at",
				way(house, looked).at(-1)?.state,
				way(house, events).at(-1)?.state,
			);
		}),
		{ numRuns: 200 },
	);
});

test("whatever happens, the panel comes to a state that its file may have", () => {
	fc.assert(
		fc.property(everyZonedPanel, moments, (house, events) => {
			for (const { state } of way(house, events)) {
				const document = {
					schemaVersion: SCHEMA_VERSION,
					...state,
					model: mz8.name,
				};
				const read = schema.safeParse(document);
				expectSame("faults", read.error?.issues ?? [], []);
				expectSame("the document", read.data, document);
			}
		}),
		{ numRuns: 100 },
	);
});

test("no instant whatever makes the panel throw", () => {
	const instant = fc.oneof(
		fc.double(),
		fc.constantFrom(Number.MAX_SAFE_INTEGER, -8.64e15, 8.64e15, Number.NaN),
	);
	fc.assert(
		fc.property(everyZonedPanel, moments, instant, (house, events, now) => {
			let state = transition(house, time, now).state;
			for (const { event } of events)
				state = transition(state, event, now).state;
			expect(transition(state, time, now + 1e12).state.runtime.mode).toBeTypeOf(
				"string",
			);
		}),
		{ numRuns: 50 },
	);
});
