import type { Asking } from "./plain-command.ts";

/** That an entry delay runs and how long there is to disarm; "" where none does. */
export function entryDelayText({
	say,
	state,
	now,
}: Pick<Asking, "say" | "state" | "now">): string {
	const entry = state.runtime.deadlines.find(({ kind }) => kind === "entry");
	return entry === undefined
		? ""
		: say.entering(Math.ceil((entry.due - now) / 1000));
}
