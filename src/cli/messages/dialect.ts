import { languageNames } from "../../models/language-files.ts";
import { readLanguageText } from "../../models/language-text.ts";
import { addLanguage, knownModel } from "../../models/models.ts";
import { languageOverview } from "../../views/languages/language-overview.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { languageTextIn } from "../line/language-option.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

const actions = ["check", "list"] as const;

export const dialect = defineVerb({
	examples: [
		[
			"dialect list",
			"other makers' languages, and how much of each is printed",
		],
		["dialect check my-panel.json", "what is wrong with a file, and where"],
	],
	options: (yargs) =>
		yargs
			.positional("action", {
				type: "string",
				choices: actions,
				demandOption: true,
				describe: "check a file, or list what there is",
			})
			.positional("file", {
				type: "string",
				describe: "the file of a language",
			}),
	async run({ action, file, json }) {
		if (action === "list") {
			const overviews = languageNames.map((name) =>
				languageOverview(knownModel(name, (rule) => new UsageError(rule))),
			);
			if (json) print(overviews);
			else
				for (const { name, title, commands, printed, replies } of overviews)
					print(
						`${name.padEnd(16)}  ${title}\n${" ".repeat(18)}${commands} commands, ${printed} printed; ${replies} replies printed`,
					);
			return ExitCode.ok;
		}
		if (file === undefined)
			throw new UsageError("dialect check what? give a file");
		const { faults, file: language } = readLanguageText(languageTextIn(file));
		if (faults !== null) {
			if (json) print({ ok: false, faults });
			else
				for (const { line, column, path, rule } of faults)
					complain(
						`${file}:${line}:${column}: ${path === "" ? "" : `${path}: `}${rule}`,
					);
			return ExitCode.input;
		}
		const overview = languageOverview(addLanguage(language));
		if (json) print({ ok: true, ...overview });
		else
			print(
				`${overview.title} (${overview.name}): ${overview.commands} commands, all of them can be told apart`,
			);
		return ExitCode.ok;
	},
});
