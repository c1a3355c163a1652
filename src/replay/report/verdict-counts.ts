import type { Provenance } from "../../parameters/provenance.ts";
import { verdictWords } from "../../views/words/verdict.ts";

/** Conversations that hold, by the message of theirs that is worst attested. */
export type Verdicts = { readonly [V in Provenance | "none"]: number };

export const noVerdicts: Verdicts = {
	manual: 0,
	family: 0,
	observed: 0,
	inferred: 0,
	extension: 0,
	none: 0,
};

export function addedVerdicts(a: Verdicts, b: Verdicts): Verdicts {
	return {
		manual: a.manual + b.manual,
		family: a.family + b.family,
		observed: a.observed + b.observed,
		inferred: a.inferred + b.inferred,
		extension: a.extension + b.extension,
		none: a.none + b.none,
	};
}

const words = { ...verdictWords, none: "without a command" } as const;

const verdictNames = [
	"manual",
	"family",
	"observed",
	"inferred",
	"extension",
	"none",
] as const;

/** `; held 2 by the manual, 1 only here`; "" where none passed. */
export function verdictsText(verdicts: Verdicts): string {
	const told = verdictNames
		.filter((verdict) => verdicts[verdict] > 0)
		.map((verdict) => `${verdicts[verdict]} ${words[verdict]}`);
	return told.length === 0 ? "" : `; held ${told.join(", ")}`;
}
