import { howMany } from "../../how-many.ts";
import { placeIn, readLanguageText } from "../../models/language-text.ts";
import { addLanguage } from "../../models/models.ts";
import { languageOverview } from "../../views/languages/language-overview.ts";
import {
	type Neighbour,
	neighboursOf,
	neighbourText,
} from "../../views/languages/neighbours.ts";
import { ExitCode } from "../line/exit-code.ts";
import { languageTextIn } from "../line/language-option.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const dialect = defineVerb({
	withoutPanel: true,
	examples: [
		[
			"dialect check my-panel.json",
			"what is wrong with a file, and where; and which commands are one slip apart",
		],
	],
	actions: {
		check: { words: ["FILE", "my-panel.json"] },
	},
	options: (yargs) =>
		yargs.positional("file", {
			type: "string",
			describe: "the file of a language",
		}),
	async run({ file = "", json }) {
		const text = languageTextIn(file);
		const { faults, file: language } = readLanguageText(text);
		if (faults !== null) {
			if (json) print({ ok: false, faults });
			else
				for (const { line, column, path, rule } of faults)
					complain(
						`${file}:${line}:${column}: ${path === "" ? "" : `${path}: `}${rule}`,
					);
			return ExitCode.input;
		}
		const model = addLanguage(language);
		const overview = languageOverview(model);
		const neighbours = neighboursOf(model);
		if (json) {
			print({
				ok: true,
				...overview,
				neighbours: neighbours.map(neighbourJson),
			});
			return ExitCode.ok;
		}
		print(
			`${overview.title} (${overview.name}): ${howMany(overview.commands, "command")}, all of them can be told apart`,
		);
		for (const neighbour of neighbours) {
			const at = language.commands.indexOf(neighbour.command.row);
			const { line, column } = placeIn(text, ["commands", at]);
			print(`${file}:${line}:${column}: ${neighbourText(neighbour)}`);
		}
		return ExitCode.ok;
	},
});

/** A message, and the dangerous one that a slip makes of it. */
function neighbourJson({ command, text, slip }: Neighbour) {
	const { command: other } = slip;
	return {
		command: command.spec.word,
		class: command.row.class,
		text,
		becomes: {
			command: other.spec.word,
			class: other.row.class,
			text: slip.text,
		},
	};
}
