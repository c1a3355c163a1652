import type { Effect } from "../panel/state/effect.ts";
import type { Refusal } from "../panel/state/outcome.ts";
import { deed } from "./explain-entry.ts";

/** What came of something that happened at the panel; "" where nothing is to be told. */
export function describeOutcome({
	effects,
	refusal,
}: {
	readonly effects: readonly Effect[];
	readonly refusal: Refusal | null;
}): string {
	const done = effects.map(deed);
	if (refusal === null) return done.join("\n");
	const hint = refusal.hint === null ? "" : ` (${refusal.hint})`;
	return [...done, `refused: ${refusal.message}${hint}`].join("\n");
}
