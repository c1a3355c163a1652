import type { PanelState } from "../state/state.ts";
import { HEARD_CAPACITY, timesOf, withTime } from "./hourly-count.ts";

/** Most questions of one number that are answered in an hour. */
export const ANSWERS = 10;
/** Most lines of help that one number gets in an hour. */
export const HELP_LINES = 3;

/**
 * How many courtesies a number had in the hour up to `now`: answers to questions
 * and lines of help, which nobody misses who has had many. They are what two
 * panels would send each other for ever, so they end long before a sender is
 * heard too often.
 */
export function courtesiesLately(
	{ runtime }: PanelState,
	to: string,
	now: number,
): number {
	return timesOf(runtime.guard.courtesies, to, now).length;
}

/** Remembers a courtesy. */
export function courtesyShown(
	state: PanelState,
	to: string,
	now: number,
): PanelState {
	const { runtime } = state;
	const courtesies = withTime(runtime.guard.courtesies, to, now).slice(
		-HEARD_CAPACITY,
	);
	return {
		...state,
		runtime: { ...runtime, guard: { ...runtime.guard, courtesies } },
	};
}
