import type { Argv } from "yargs";

/** The phone that texts, unless another is named. */
export const DEFAULT_PHONE = "+15550101";
/** The panel's own number, unless another is named. */
export const DEFAULT_NUMBER = "+15550100";

/** Options of the verbs that hand texts to the panel. */
export function senderOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("from", {
			type: "string",
			default: DEFAULT_PHONE,
			describe: "number of the phone that texts",
			requiresArg: true,
		})
		.option("number", {
			type: "string",
			default: DEFAULT_NUMBER,
			describe: "the panel's own number; it never answers that one",
			requiresArg: true,
		});
}
