import type { Provenance } from "../../parameters/provenance.ts";

/** Whose word it is that a message is right, or that it is wrong: the first words of an answer. */
export type MessageVerdict = (typeof verdictWords)[Provenance] | "wrong";

export const verdictWords = {
	manual: "by the manual",
	family: "by a sister's manual",
	observed: "seen at a panel",
	inferred: "by our reading",
	extension: "only here",
} as const satisfies { readonly [P in Provenance]: string };

/** @param provenance null for a message of no known command: what is right of those is ours alone */
export function verdictOf(
	ok: boolean,
	provenance: Provenance | null,
): MessageVerdict {
	return ok ? verdictWords[provenance ?? "extension"] : "wrong";
}

const fromBest = [
	"manual",
	"family",
	"observed",
	"inferred",
	"extension",
] as const satisfies readonly Provenance[];

/** Of some provenances the one that is worth least: that of all of them together. */
export function leastOf(provenances: readonly Provenance[]): Provenance {
	return fromBest.findLast((each) => provenances.includes(each)) ?? "extension";
}

/** Whether a maker has printed it. */
export function isPrinted(provenance: Provenance): boolean {
	return provenance === "manual" || provenance === "family";
}

/** Whether a real panel is known to understand it: what `--strict` accepts. */
export function isAttested(provenance: Provenance): boolean {
	return isPrinted(provenance) || provenance === "observed";
}
