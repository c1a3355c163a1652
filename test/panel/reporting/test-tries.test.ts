import { expect, test } from "vitest";
import {
	type Cause,
	local,
	type PanelEvent,
} from "../../../src/panel/state/event.ts";
import { LOG_CAPACITY } from "../../../src/panel/state/log.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { panelWithPeople } from "../../support/panel-with-people.ts";
import { NOON } from "../../support/texting.ts";
import { watchedParts } from "../../support/watched-panel.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const mqtt = { via: "mqtt" } as const;
const house: PanelState = { ...panelWithPeople, ...watchedParts };

const report = (by: Cause): PanelEvent => ({
	type: "test-report",
	destination: 1,
	by,
});
const phone = (by: Cause): PanelEvent => ({
	type: "test-phone",
	person: 1,
	text: "A test.",
	by,
});

/** A state whose log has forgotten all that was in it. */
function flooded(state: PanelState, now: number): PanelState {
	let present = state;
	for (let count = 0; count < LOG_CAPACITY; count += 1) {
		const act = { type: "act", act: "test", by: mqtt } as const;
		present = transition(present, act, now).state;
	}
	expect(present.runtime.log.every(({ event }) => event === "test")).toBe(true);
	return present;
}

test.each([
	["a destination", report, "test/again"],
	["a phone", phone, "person/tested"],
])(
	"%s is tested once a minute, whatever pushes that out of the log",
	(_, event, code) => {
		const first = transition(house, event(local), NOON);
		expect(first.refusal).toBeNull();
		const full = flooded(first.state, NOON);
		expect(
			transition(full, event(local), NOON + MINUTE - 1).refusal?.code,
		).toBe(code);
		expect(transition(full, event(local), NOON + MINUTE).refusal).toBeNull();
	},
);

test("ten tests a day go out over MQTT, whatever pushes them out of the log", () => {
	let state = house;
	let now = NOON;
	const codes = Array.from({ length: 12 }, () => {
		const outcome = transition(state, report(mqtt), now);
		state = flooded(outcome.state, now);
		now += MINUTE;
		return outcome.refusal?.code ?? null;
	});
	expect(codes).toEqual([
		...Array(10).fill(null),
		...["test/too-many", "test/too-many"],
	]);
	// Who is at the machine is not limited by it, and does not use it up.
	expect(transition(state, report(local), now).refusal).toBeNull();
	const again = (event: PanelEvent, at: number) =>
		transition(state, event, at).refusal?.code ?? null;
	expect(again(report(mqtt), NOON + DAY - 1)).toBe("test/too-many");
	expect(again(report(mqtt), NOON + DAY)).toBeNull();
	// A clock that is set keeps nobody waiting, and lets nobody in.
	for (const difference of [-DAY, DAY]) {
		const set = { type: "clock-set", difference, by: local } as const;
		state = transition(state, set, now + difference).state;
		now += difference;
		expect(again(report(mqtt), now)).toBe("test/too-many");
	}
	expect(again(report(mqtt), NOON + DAY)).toBeNull();
	expect(state.runtime.guard.tests).toHaveLength(10);
});
