import type { Argv } from "yargs";
import {
	DEFAULT_NUMBER,
	DEFAULT_PHONE,
} from "../../network/default-numbers.ts";

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
