import type { PanelState } from "../state/state.ts";
import { HEARD_CAPACITY, timesOf, withTime } from "./hourly-count.ts";

/** Most answers to questions that one sender gets in an hour. */
export const ANSWERS = 10;
/** Most lines of help that one sender gets in an hour. */
export const HELP_LINES = 3;

/**
 * How many courtesies a sender had in the hour up to `now`. A courtesy is an answer
 * to a question or a line of help. Two panels could send them to each other for
 * ever, so their limit is lower than that of texts.
 */
export function courtesiesLately(
	{ runtime }: PanelState,
	to: string,
	now: number,
): number {
	return timesOf(runtime.guard.courtesies, to, now).length;
}

/** Counts a courtesy. */
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
