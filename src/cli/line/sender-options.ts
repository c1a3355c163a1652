import type { Argv } from "yargs";
import { panelNumberFault } from "../../device/panel-number.ts";
import {
	DEFAULT_NUMBER,
	DEFAULT_PHONE,
} from "../../network/default-numbers.ts";
import { UsageError } from "./exit-code.ts";

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

/** @throws UsageError for what cannot be a panel's own number */
export function demandPanelNumber(number: string): void {
	const fault = panelNumberFault(number);
	if (fault !== null) throw new UsageError(`--number: ${fault}`);
}
