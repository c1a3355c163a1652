import { MINUTE } from "../../time/units.ts";
import { noticed } from "../reporting/notices.ts";
import type { RemoteDone } from "../state/event.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";

/**
 * When the next remote action may be carried out; null is now. The minimum delay
 * counts from the last action that was completed, whoever asked for it.
 */
export function nextRemoteAction(
	{ remote, runtime }: PanelState,
	now: number,
): number | null {
	const { lastRemote } = runtime;
	// A clock that was set back does not lock the panel up.
	if (lastRemote === null || now < lastRemote) return null;
	const next = lastRemote + remote.minimumDelay * MINUTE;
	return now < next ? next : null;
}

/** Remembers when a person's action was completed, and tells the others of it. */
export function remoteDone(
	state: PanelState,
	{ person: id, what, zones, delayed }: RemoteDone,
	now: number,
): Outcome {
	const { runtime } = state;
	const after = delayed
		? { ...state, runtime: { ...runtime, lastRemote: now } }
		: state;
	const by = find(state.remote.people, id)?.name ?? "";
	return done(
		noticed(
			after,
			"results",
			{ at: now, about: "done", what, subject: 0, zones, by },
			// Who asked has the answer.
			[id],
		),
	);
}
