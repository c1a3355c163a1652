import { HOUR } from "../../time/units.ts";
import type { Heard } from "../state/event.ts";
import type { HeardFrom } from "../state/runtime.ts";
import { senderKey } from "../state/sender.ts";
import { type PanelState, withRuntime } from "../state/state.ts";

/** Most senders whose texts are counted. */
export const HEARD_CAPACITY = 100;

/** How many texts of a sender the panel read in the hour up to `now`. */
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
	const heard = withTime(guard.heard, senderKey(by), now).slice(
		-HEARD_CAPACITY,
	);
	return withRuntime(state, {
		...state.runtime,
		guard: { ...guard, heard },
	});
}

/** Adds a time to a sender and moves it to the end; only the last hour is kept. */
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

/** The times of a sender in the hour up to `now`. */
export function timesOf(
	numbers: readonly HeardFrom[],
	from: string,
	now: number,
): readonly number[] {
	const known = numbers.find((each) => each.from === from);
	return known === undefined ? [] : withinHour(known.times, now);
}

/** Returns the same list where nothing is too old: the list may be long. */
function withinHour(times: readonly number[], now: number): readonly number[] {
	const first = times.findIndex((time) => time > now - HOUR);
	if (first === 0) return times;
	return first === -1 ? [] : times.slice(first);
}
