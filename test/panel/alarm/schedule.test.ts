import { expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import { nextDeadline } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const HOUR = 3600;
const atTen: Happening = {
	type: "set-schedule",
	schedule: { id: 1, hour: 22, minute: 0, mode: "away" },
};
const home = () => programmed(panelWithZones(["burglar"]), atTen);

test("at a time of day the panel arms, every day", () => {
	expect(nextDeadline(home())).toBe(NOON + 10 * HOUR * 1000);
	const state = stateAfter(home(), `${10 * HOUR + 30} nothing`);
	expect(logOf(state).slice(1)).toEqual([
		`${10 * HOUR} arming away`,
		`${10 * HOUR + 30} armed away`,
	]);
	expect(outboxOf(state)).toEqual(["3401 0"]);
	expect(nextDeadline(state)).toBe(NOON + 34 * HOUR * 1000);
});

test("it arms in spite of faults, because nobody is there to confirm", () => {
	const state = stateAfter(home(), "0 zone 1 open", `${10 * HOUR} nothing`);
	expect([state.runtime.mode, state.runtime.leftOut]).toEqual(["arming", [1]]);
});

test("a panel that is armed already is left as it is", () => {
	const state = stateAfter(
		home(),
		"0 keypad 1234 away",
		`${11 * HOUR} nothing`,
	);
	expect(logOf(state).slice(1)).toEqual(["0 arming away", "30 armed away"]);
});

test("another time zone moves the deadline, by whatever way it was set", () => {
	const options = { timeZone: "Europe/Berlin" };
	const told = programmed(home(), { type: "set-options", options });
	expect(nextDeadline(told)).toBe(NOON + 9 * HOUR * 1000);
	const edited = { ...home(), options: { ...home().options, ...options } };
	expect(nextDeadline(stateAfter(edited, "0 nothing"))).toBe(
		NOON + 9 * HOUR * 1000,
	);
});

test("a schedule that is taken away takes its deadline along", () => {
	const gone = programmed(home(), { type: "delete-schedule", schedule: 1 });
	expect([gone.schedules, nextDeadline(gone)]).toEqual([[], null]);
});

test("a time of day that passed without power is not made up for", () => {
	const state = stateAfter(
		home(),
		`${9 * HOUR} power cut`,
		`${11 * HOUR} power restore`,
	);
	expect(state.runtime.mode).toBe("disarm");
	expect(nextDeadline(state)).toBe(NOON + 34 * HOUR * 1000);
});

test("a time zone that does not exist is refused", () => {
	const state = programmed(home(), {
		type: "set-options",
		options: { timeZone: "Mars" },
	});
	expect(state.options.timeZone).toBe("UTC");
	expect(logOf(state).at(-1)).toBe("0 refused options options/time-zone");
});
