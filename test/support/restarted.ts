/** A panel's state as its file gives it back to a process that starts again. */
import type { PanelState } from "../../src/panel/state/state.ts";

/**
 * The state after a step, as JSON has it. What a step leaves as it was is not written
 * and read again.
 * @param before the state in front of the step, as JSON has it
 */
export function restarted(before: PanelState, after: PanelState): PanelState {
	const { runtime: was, ...rest } = before;
	const { runtime, ...programmed } = after;
	return {
		...throughJson(programmed, rest),
		runtime: throughJson(runtime, was),
	};
}

/** Part by part, in the order of the parts. */
function throughJson<T extends object>(after: T, before: T): T {
	const old = new Map<string, unknown>(Object.entries(before));
	return Object.fromEntries(
		Object.entries(after).map(([name, part]) => [
			name,
			old.get(name) === part ? part : JSON.parse(JSON.stringify(part)),
		]),
	) as T;
}
