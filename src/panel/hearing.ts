import type { Heard } from "./event.ts";
import type { PanelState } from "./state.ts";

const HOUR = 3_600_000;

/** Texts that are remembered as done; a network repeats within minutes. */
export const SEEN_CAPACITY = 100;
/** Senders whose texts of the last hour are counted. */
export const HEARD_CAPACITY = 100;

/** Whether this very text was heard before: the network sends some twice. */
export function isRepeat(state: PanelState, fingerprint: string): boolean {
	return state.runtime.guard.seen.includes(fingerprint);
}

/** How many texts a sender was heard with in the hour up to `now`. */
export function heardLately(
	{ runtime }: PanelState,
	from: string,
	now: number,
): number {
	const times = runtime.guard.heard.find((each) => each.from === from)?.times;
	return times === undefined ? 0 : withinHour(times, now).length;
}

/** Remembers that a text was heard. */
export function heard(
	state: PanelState,
	{ by, fingerprint }: Heard,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const recent = guard.heard.flatMap(({ from, times }) => {
		const left = withinHour(times, now);
		return left.length === 0 ? [] : [{ from, times: left }];
	});
	const mine = recent.find(({ from }) => from === by.from)?.times ?? [];
	const others = recent.filter(({ from }) => from !== by.from);
	const seen =
		fingerprint === null
			? guard.seen
			: [...guard.seen, fingerprint].slice(-SEEN_CAPACITY);
	return {
		...state,
		runtime: {
			...state.runtime,
			guard: {
				...guard,
				seen,
				heard: [...others, { from: by.from, times: [...mine, now] }].slice(
					-HEARD_CAPACITY,
				),
			},
		},
	};
}

/** The same list where all of it is: without a limit a busy hour makes it long. */
function withinHour(times: readonly number[], now: number): readonly number[] {
	const first = times.findIndex((time) => time > now - HOUR);
	if (first === 0) return times;
	return first === -1 ? [] : times.slice(first);
}
