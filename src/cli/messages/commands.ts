import { behaviours } from "../../derive/behaviour.ts";
import type { Model } from "../../models/model.ts";
import { allModels, models } from "../../models/models.ts";
import {
	commandJson,
	describeCommands,
	findCommands,
} from "../../views/describe-commands.ts";
import {
	foundCommands,
	foundText,
} from "../../views/languages/found-commands.ts";
import { isAttested } from "../../views/words/verdict.ts";
import { askedModel } from "../line/asked-model.ts";
import { chosenSubject } from "../line/chosen-subject.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const commands = defineVerb({
	examples: [
		["commands", "the model's commands"],
		["commands USRS", "one of them, field by field"],
		["commands delete user", "finds USRD"],
		["commands --search bypass", "which panels can do it, of all makers"],
		["commands --behaviour", "every rule of the panel with its source"],
	],
	apart: [
		["model", "config"],
		...["model", "strict", "config"].map(
			(each) => ["behaviour", each] as const,
		),
		["search", "config"],
	],
	options: (yargs) =>
		yargs
			.positional("word", {
				array: true,
				type: "string",
				describe: "a command word, or what you are looking for",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe: "the model; else the panel's file, else the default",
			})
			.option("search", {
				type: "string",
				requiresArg: true,
				describe: "look for it in the commands of every model",
			})
			.option("behaviour", {
				type: "boolean",
				default: false,
				describe: "what the panel does by itself, rule by rule, with sources",
			})
			.option("strict", {
				type: "boolean",
				default: false,
				describe:
					"only what is printed for the model or its family, or seen at a panel",
			}),
	async run({ word, model, strict, behaviour, search, config, json }, isTyped) {
		if (behaviour) {
			if (search !== undefined || (word ?? []).length > 0)
				throw new UsageError(
					"commands --behaviour has every rule, and takes no word",
				);
			if (json) print([...behaviours]);
			else
				for (const { rule, provenance, source, reason } of behaviours)
					print(
						`${rule}\n    ${provenance} (${source})${reason === "" ? "" : `: ${reason}`}`,
					);
			return ExitCode.ok;
		}
		if (search !== undefined) {
			if (word !== undefined && word.length > 0)
				throw new UsageError("commands --search WHAT, or commands WORD");
			const from = model === undefined ? allModels() : [askedModel(model)];
			const found = foundCommands(from, search).filter(
				({ command }) => !strict || isAttested(command.provenance),
			);
			if (found.length === 0)
				throw new UsageError(`no model has a command for ${search}`);
			print(
				json
					? found.map((each) => ({
							model: each.model.name,
							...commandJson(each.model, each.command),
						}))
					: foundText(found, outputWidth()),
			);
			return ExitCode.ok;
		}
		const subject = await chosenSubject(config, model, isTyped);
		const wanted = word?.join(" ") ?? "";
		const matches = findCommands(subject.model, wanted).filter(
			({ provenance }) => !strict || isAttested(provenance),
		);
		if (matches.length === 0)
			throw new UsageError(
				`${subject.model.name} has no command for ${wanted}; ${elsewhere(subject.model, wanted)}`,
			);
		print(
			json
				? matches.map((command) => commandJson(subject.model, command))
				: describeCommands(subject.model, wanted, matches, outputWidth()),
		);
		return ExitCode.ok;
	},
});

/** What other models have for it: `mz-8 has USRS (--model mz-8)`. */
function elsewhere(here: Model, wanted: string): string {
	const others = models.flatMap((model) => {
		const [found] = model === here ? [] : findCommands(model, wanted);
		return found === undefined
			? []
			: [`${model.name} has ${found.spec.word} (--model ${model.name})`];
	});
	return others.length === 0
		? "alarmpanel commands lists them"
		: others.join(", ");
}
