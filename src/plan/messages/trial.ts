import type { ModelCommand } from "../../models/model.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import { local } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import { resting } from "../../panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { Arguments } from "../../parameters/command-spec.ts";

/** What a message would do to a panel. */
export interface Trial {
	/** At rest, whatever the panel does while it is programmed. */
	readonly state: PanelState;
	readonly changes: readonly Change[];
	readonly refusal: Refusal | null;
}

/** Tries a message out on a panel at rest. */
export function tried(
	state: PanelState,
	{ spec }: ModelCommand,
	args: Arguments,
): Trial {
	const event = spec.toEvent?.(args);
	if (event === undefined)
		throw new TypeError(`${spec.word} describes a part, and has no event`);
	const outcome = transition(state, { ...event, by: local }, 0);
	const after = withRuntime(outcome.state, resting);
	return {
		state: after,
		changes: changes(state, after),
		refusal: outcome.refusal,
	};
}
