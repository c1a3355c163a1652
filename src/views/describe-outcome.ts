import type { Effect } from "../panel/state/effect.ts";
import type { Refusal } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import { effectText } from "./explain-entry.ts";
import { named } from "./words/event-words.ts";

/**
 * The effects or the refusal of an event, for people; "" for neither. The
 * siren is told by `describeHappening`.
 * @param state has the names of zones and users
 */
export function describeOutcome(
	{
		effects,
		refusal,
	}: {
		readonly effects: readonly Effect[];
		readonly refusal:
			| (Pick<Refusal, "message" | "hint"> & { readonly code: string })
			| null;
	},
	state: PanelState,
): string {
	const done = effects.filter(({ type }) => type !== "siren").map(effectText);
	if (refusal === null) return done.join("\n");
	const hint = refusal.hint === null ? "" : ` (${refusal.hint})`;
	const why =
		refusal.code === "arming/fault"
			? `in the way: ${refusal.message.replace(/^mode: /, "")}`
			: refusal.message;
	return [...done, `refused: ${named(state, why)}${hint}`].join("\n");
}
