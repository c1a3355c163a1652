import { type Cause, phoneOf } from "../state/event.ts";
import { senderKey } from "../state/sender.ts";
import type { PanelState } from "../state/state.ts";

/** Most unlisted senders that are kept; the oldest entry makes room. */
const UNKNOWN_CAPACITY = 20;

/** Remembers an unlisted sender, where the option says so. */
export function unknownSender(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { remote, runtime } = state;
	const key = senderKey(by);
	// A number in the form that adds it to the list; a name as it is.
	const from = key.startsWith("name ") ? phoneOf(by) : key;
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
