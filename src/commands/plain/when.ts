import type { PanelState } from "../../panel/state/state.ts";
import { wallTime } from "../../panel/state/wall-clock.ts";
import { MINUTE } from "../../time/units.ts";

/** `21/11 22:30` in the panel's time zone. */
export function dayAndTime({ options }: PanelState, instant: number): string {
	const { day, month, hour, minute } = wallTime(instant, options.timeZone);
	return `${two(day)}/${two(month)} ${two(hour)}:${two(minute)}`;
}

/** `22:30` in the panel's time zone where it is of today, else with its day. */
export function recently(
	state: PanelState,
	instant: number,
	now: number,
): string {
	const whole = dayAndTime(state, instant);
	const [day = "", time = ""] = whole.split(" ");
	return dayAndTime(state, now).startsWith(day) &&
		Math.abs(now - instant) < WEEK
		? time
		: whole;
}

const WEEK = 604_800_000;

/** Whole minutes up to an instant, at least one. */
export function minutesUntil(instant: number, now: number): number {
	return Math.max(1, Math.ceil((instant - now) / MINUTE));
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}
