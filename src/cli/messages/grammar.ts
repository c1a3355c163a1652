import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ebnf, railroadSvg } from "../../../grammar/diagrams.ts";
import { dialects as loaders } from "../../../grammar/dialects.ts";
import { FileWriteError } from "../../store/file-write-error.ts";
import { replaceUserFile } from "../../store/user-file.ts";
import { askedModel } from "../line/asked-model.ts";
import { ExitCode } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const grammar = defineVerb({
	withoutPanel: true,
	examples: [
		["grammar", "EBNF of every dialect"],
		["grammar --svg diagrams", "railroad diagrams that open in a browser"],
		["grammar --model tell-gate", "the language of another maker's panel"],
	],
	options: (yargs) =>
		yargs
			.option("svg", {
				type: "string",
				requiresArg: true,
				describe: "write railroad diagrams into this folder",
			})
			.option("model", {
				type: "string",
				array: true,
				requiresArg: true,
				describe: "the language of this model only; repeatable",
			}),
	async run({ svg, json, model }) {
		const dialects =
			model === undefined
				? await Promise.all(Object.values(loaders).map((load) => load()))
				: [...new Set([model].flat().map((name) => askedModel(name).dialect))];
		if (svg === undefined) {
			if (json)
				print(
					dialects.map((each) => ({
						name: each.name,
						shape: each.shape,
						ebnf: ebnf(each),
					})),
				);
			else for (const each of dialects) print(ebnf(each));
			return ExitCode.ok;
		}
		await mkdir(svg, { recursive: true }).catch((error) => {
			throw new FileWriteError(svg, error);
		});
		const files: string[] = [];
		for (const each of dialects) {
			const file = join(svg, `${each.name}.svg`);
			await replaceUserFile(file, railroadSvg(each));
			files.push(file);
		}
		if (json) print(files);
		else for (const file of files) print(file);
		return ExitCode.ok;
	},
});
