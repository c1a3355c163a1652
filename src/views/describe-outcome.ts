import type { Effect } from "../panel/state/effect.ts";
import type { Refusal } from "../panel/state/outcome.ts";
import { effectText } from "./explain-entry.ts";

/**
 * The effects or the refusal of an event, for people; "" for neither. The siren is
 * told by `describeHappening`.
 */
export function describeOutcome({
	effects,
	refusal,
}: {
	readonly effects: readonly Effect[];
	readonly refusal: Pick<Refusal, "message" | "hint"> | null;
}): string {
	const done = effects.filter(({ type }) => type !== "siren").map(effectText);
	if (refusal === null) return done.join("\n");
	const hint = refusal.hint === null ? "" : ` (${refusal.hint})`;
	return [...done, `refused: ${refusal.message}${hint}`].join("\n");
}
