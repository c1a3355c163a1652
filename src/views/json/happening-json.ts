import type { PanelState } from "../../panel/state/state.ts";
import { instantText } from "../../time/instant.ts";

/**
 * What changed between a state of a panel and a later one, for programs: the new
 * entries of its event log, its mode and its siren. One object each; times are
 * the panel's.
 */
export function happeningJson(
	before: PanelState,
	after: PanelState,
): readonly object[] {
	const last = before.runtime.log.at(-1)?.sequence ?? 0;
	const { log, mode, siren } = after.runtime;
	return [
		...log
			.filter(({ sequence }) => sequence > last)
			.map((entry) => ({ event: { ...entry, at: instantText(entry.at) } })),
		...(mode === before.runtime.mode ? [] : [{ mode }]),
		...(siren === before.runtime.siren ? [] : [{ siren }]),
	];
}
