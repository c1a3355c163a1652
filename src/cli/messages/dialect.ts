import { howMany } from "../../how-many.ts";
import { languageNames } from "../../models/language-files.ts";
import { placeIn, readLanguageText } from "../../models/language-text.ts";
import { addLanguage, knownModel } from "../../models/models.ts";
import { languageOverview } from "../../views/languages/language-overview.ts";
import {
	type Neighbour,
	neighboursOf,
	neighbourText,
} from "../../views/languages/neighbours.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { languageTextIn } from "../line/language-option.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const dialect = defineVerb({
	withoutPanel: true,
	examples: [
		[
			"dialect list",
			"other makers' languages, and how much of each is printed",
		],
		[
			"dialect check my-panel.json",
			"what is wrong with a file, and where; and which commands are one slip apart",
		],
	],
	actions: {
		check: { words: ["FILE", "my-panel.json"] },
		list: { instead: "it lists all" },
	},
	options: (yargs) =>
		yargs.positional("file", {
			type: "string",
			describe: "check: the file of a language",
		}),
	async run({ action, file = "", json }) {
		if (action === "list") {
			const overviews = languageNames.map((name) =>
				languageOverview(knownModel(name, (rule) => new UsageError(rule))),
			);
			if (json) print(overviews);
			else
				for (const { name, title, commands, printed, replies } of overviews)
					print(
						`${name.padEnd(16)}  ${title}\n${" ".repeat(18)}${howMany(commands, "command")}, ${printed} printed; ${howMany(replies, "reply", "replies")} printed`,
					);
			return ExitCode.ok;
		}
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
		...{ command: command.spec.word, class: command.row.class, text },
		becomes: {
			...{ command: other.spec.word, class: other.row.class, text: slip.text },
		},
	};
}
