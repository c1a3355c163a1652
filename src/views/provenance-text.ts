import type { BoundCommand } from "../derive/bound-command.ts";
import type { Model } from "../models/model.ts";
import type { Provenance } from "../parameters/provenance.ts";

/** The source of a command, in a sentence. */
export function provenanceText(
	model: Model,
	{ provenance, spec }: BoundCommand,
): string {
	return `${verdicts[provenance](model)} (${spec.source})`;
}

const verdicts: { readonly [P in Provenance]: (model: Model) => string } = {
	manual: ({ title }) => `printed in the manual of ${title}`,
	family: () =>
		"not in this panel's manual: printed for another model of the same maker",
	observed: () => "printed in no manual: somebody saw it at a panel",
	inferred: () => "our reading: no manual prints it",
	extension: () => "our extension: no real panel knows it",
};
