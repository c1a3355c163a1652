import { describe, expect, test } from "vitest";
import { armingPlanned } from "../../../src/panel/alarm/arm-at.ts";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON, PHONE } from "../../support/texting.ts";

const HOUR = 3600;
const empty = panelWithZones(["burglar"]);
const planned = by(empty, { type: "arm-at", hour: 22, minute: 30 });
const TIME = 10.5 * HOUR;

test("at the next such time the panel arms, once", () => {
	expect(armingPlanned(planned)).toBe(NOON + TIME * 1000);
	expect(planned.runtime.armAt).toEqual({ from: PHONE, user: 1 });
	const state = stateAfter(planned, `${TIME + 30} nothing`);
	expect(logOf(state)).toEqual([
		"0 arm-at 22:30",
		`${TIME} arming away`,
		`${TIME + 30} armed away`,
	]);
	expect(outboxOf(state)).toEqual(["3401 1"]);
	const disarmed = stateAfter(state, `${11 * HOUR} keypad 1234 disarm`);
	expect([armingPlanned(disarmed), disarmed.runtime.armAt]).toEqual([
		null,
		null,
	]);
	expect(stateAfter(disarmed, `${40 * HOUR} nothing`).runtime.mode).toBe(
		"disarm",
	);
});

test("the panel's time zone is meant", () => {
	const there = {
		...empty,
		options: { ...empty.options, timeZone: "Europe/Berlin" },
	};
	const state = by(there, { type: "arm-at", hour: 22, minute: 30 });
	expect(armingPlanned(state)).toBe(NOON + (TIME - HOUR) * 1000);
});

test("a time that is now is tomorrow's", () => {
	const state = by(empty, { type: "arm-at", hour: 12, minute: 0 });
	expect(armingPlanned(state)).toBe(NOON + 24 * HOUR * 1000);
});

test("a newer one takes the place of the one before", () => {
	const state = by(planned, { type: "arm-at", hour: 0, minute: 5 });
	expect(state.runtime.deadlines.map(({ kind, due }) => [kind, due])).toEqual([
		["arm-at", NOON + (12 * HOUR + 300) * 1000],
	]);
});

test("it arms in spite of faults", () => {
	const state = stateAfter(planned, "1 zone 1 open", `${TIME + 30} nothing`);
	expect([state.runtime.mode, state.runtime.leftOut]).toEqual(["away", [1]]);
});

test("during an alarm it does not arm, and the log says why", () => {
	const alarmed = stateAfter(
		panelWithZones(["fire"]),
		`${TIME - 10} zone 1 open`,
	);
	const waiting = by(alarmed, { type: "arm-at", hour: 22, minute: 30 });
	expect(logOf(stateAfter(waiting, `${TIME} nothing`)).at(-1)).toBe(
		`${TIME} refused away arming/alarm`,
	);
});

describe("a power cut", () => {
	test("that is over in time changes nothing", () => {
		const state = stateAfter(planned, "1 power cut", "2 power restore");
		expect(armingPlanned(state)).toBe(NOON + TIME * 1000);
	});

	test("in which the time passes drops it", () => {
		const state = stateAfter(
			planned,
			"1 power cut",
			`${TIME + 60} power restore`,
			`${TIME + 48 * HOUR} nothing`,
		);
		expect(state.runtime.mode).toBe("disarm");
		expect(logOf(state)).toContain(`${TIME + 60} arm-at-missed`);
	});
});

describe("cancelling", () => {
	test("takes it back", () => {
		const state = by(planned, { type: "cancel-arming" });
		expect([armingPlanned(state), state.runtime.armAt]).toEqual([null, null]);
		expect(logOf(state)).toEqual(["0 arm-at 22:30", "0 arm-at-cancelled"]);
	});

	test("ends an exit delay", () => {
		const arming = stateAfter(empty, "0 keypad 1234 away");
		expect(by(arming, { type: "cancel-arming" }).runtime.mode).toBe("disarm");
	});

	test("disarms no armed panel", () => {
		const armed = stateAfter(empty, "-30 keypad 1234 away", "0 nothing");
		expect(by(armed, { type: "cancel-arming" })).toBe(armed);
	});
});

/** The state after something that user 1 texted at noon. */
function by(state: PanelState, happening: Happening): PanelState {
	const cause = { via: "sms", from: PHONE, user: 1 } as const;
	return transition(state, { ...happening, by: cause }, NOON).state;
}
