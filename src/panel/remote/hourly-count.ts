import { HOUR } from "../../time/units.ts";
import { type Heard, senderOf } from "../state/event.ts";
import type { HeardFrom } from "../state/runtime.ts";
import { type PanelState, withRuntime } from "../state/state.ts";

/** Senders whose texts of the last hour are counted. */
export const HEARD_CAPACITY = 100;

/** How many texts a sender was heard with in the hour up to `now`. */
export function heardLately(
	{ runtime }: PanelState,
	from: string,
	now: number,
): number {
	return timesOf(runtime.guard.heard, from, now).length;
}

/** Counts a text that was heard. */
export function counted(
	state: PanelState,
	{ by }: Heard,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const heard = withTime(guard.heard, senderOf(by), now).slice(-HEARD_CAPACITY);
	return withRuntime(state, {
		...state.runtime,
		guard: { ...guard, heard },
	});
}

/** One more time of a number, which goes to the end; the last hour alone is kept. */
export function withTime(
	numbers: readonly HeardFrom[],
	from: string,
	now: number,
): readonly HeardFrom[] {
	const recent = numbers.flatMap((each) => {
		const times = withinHour(each.times, now);
		return times.length === 0 ? [] : [{ from: each.from, times }];
	});
	const mine = timesOf(recent, from, now);
	const others = recent.filter((each) => each.from !== from);
	return [...others, { from, times: [...mine, now] }];
}

/** The times of a number in the hour up to `now`. */
export function timesOf(
	numbers: readonly HeardFrom[],
	from: string,
	now: number,
): readonly number[] {
	const known = numbers.find((each) => each.from === from);
	return known === undefined ? [] : withinHour(known.times, now);
}

/** The same list where all of it is: without a limit a busy hour makes it long. */
function withinHour(times: readonly number[], now: number): readonly number[] {
	const first = times.findIndex((time) => time > now - HOUR);
	if (first === 0) return times;
	return first === -1 ? [] : times.slice(first);
}
