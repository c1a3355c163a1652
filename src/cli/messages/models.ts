import { allModels, modelsFoundBy } from "../../models/models.ts";
import {
	modelOverview,
	modelsText,
} from "../../views/languages/model-overview.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const models = defineVerb({
	withoutPanel: true,
	examples: [
		["models", "every panel whose messages are known"],
		["models king pigeon", "those of one maker, or of one product"],
	],
	options: (yargs) =>
		yargs.positional("word", {
			array: true,
			type: "string",
			describe: "how the maker, the product or the model is called",
		}),
	async run({ word, json }) {
		const wanted = word?.join(" ") ?? "";
		const found = wanted === "" ? allModels() : modelsFoundBy(wanted);
		if (found.length === 0)
			throw new UsageError(
				`no model is called ${wanted}; alarmpanel models lists all, and --dialect FILE reads one that you describe`,
			);
		const overviews = found.map(modelOverview);
		print(json ? overviews : modelsText(overviews, outputWidth()));
		return ExitCode.ok;
	},
});
