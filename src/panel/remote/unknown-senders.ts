import type { PanelState } from "../state/state.ts";

/** Unknown senders that are remembered; the one heard of longest ago makes room. */
export const UNKNOWN_CAPACITY = 20;

/** Remembers a number that is nobody's, where that is wanted. */
export function unknownSender(
	state: PanelState,
	from: string,
	now: number,
): PanelState {
	const { remote, runtime } = state;
	if (!remote.recordUnknown || from === "") return state;
	const { unknown } = runtime.guard;
	const count = unknown.find((each) => each.from === from)?.count ?? 0;
	const others = unknown.filter((each) => each.from !== from);
	const entry = { from, at: now, count: count + 1 };
	return {
		...state,
		runtime: {
			...runtime,
			guard: {
				...runtime.guard,
				unknown: [...others, entry].slice(-UNKNOWN_CAPACITY),
			},
		},
	};
}
