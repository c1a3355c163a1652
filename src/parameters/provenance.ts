/**
 * Where a command or a behaviour comes from: printed for this model (`manual`),
 * printed for another model of this maker with the same message shape (`family`),
 * seen at a panel (`observed`), our reading (`inferred`), or added by us (`extension`).
 */
export type Provenance =
	| "manual"
	| "family"
	| "observed"
	| "inferred"
	| "extension";

/** From the best attested to the least, counted from 0. */
export const provenanceRank: { readonly [P in Provenance]: number } = {
	manual: 0,
	family: 1,
	observed: 2,
	inferred: 3,
	extension: 4,
};
