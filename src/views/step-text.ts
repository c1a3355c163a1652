import type { Effect } from "../panel/state/effect.ts";
import type { Refusal } from "../panel/state/outcome.ts";
import type { LogEntry } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { effectText } from "./explain-entry.ts";
import { eventText } from "./words/event-words.ts";
import { listText, personText } from "./words/names.ts";

/** What came of a step, as far as people are told. */
interface Step {
	readonly refusal: Refusal | null;
	readonly effects: readonly Effect[];
	/** New entries of the event log. */
	readonly events: readonly LogEntry[];
	/** Ids of the people who are told. */
	readonly told: readonly number[];
}

/**
 * What came of something that happened at the panel, in one line: `burglar alarm:
 * 3 Kitchen; siren on; Anna and Ben are told`.
 * @param state as it is afterwards, for the names
 */
export function stepText(
	state: PanelState,
	{ refusal, effects, events, told }: Step,
): string {
	const names = told.map((id) => personText(state, id));
	const parts = [
		// That a zone has no device is why it is refused, and said once.
		...events
			.filter(({ event }) => event !== "no-device" || refusal === null)
			.map((entry) => eventText(state, entry)),
		...effects.map((effect) =>
			effect.type === "siren"
				? `siren ${effect.on ? "on" : "off"}`
				: effectText(effect),
		),
		...(names.length === 0
			? []
			: [`${listText(names)} ${names.length === 1 ? "is" : "are"} told`]),
		...(refusal === null
			? []
			: [
					`refused: ${refusal.message}${refusal.hint === null ? "" : ` (${refusal.hint})`}`,
				]),
	];
	return parts.length === 0
		? "done; the panel does nothing about it"
		: [...new Set(parts)].join("; ");
}
