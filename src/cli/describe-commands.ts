import type { Command } from "../commands/define.ts";
import { ruleOf } from "../derive/bind.ts";
import type { BoundCommand, Slot } from "../derive/bound-command.ts";
import { composeSlots } from "../derive/compose.ts";
import { blankEffect, usage } from "../derive/usage.ts";
import { credentialsOf } from "../firmware/authorise.ts";
import type { Model } from "../models/model.ts";
import { factoryState } from "../panel/state.ts";
import { provenanceText } from "./provenance-text.ts";

/** The commands of a model that a word, a synonym or a part of the help names. */
export function found(
	{ commands }: Model,
	wanted: string,
): readonly BoundCommand<Command>[] {
	const all = [...commands.values()];
	if (wanted === "") return all;
	const exact = all.filter(({ spec }) => spec.word === wanted.toUpperCase());
	if (exact.length > 0) return exact;
	const words = wanted.toLowerCase().split(/\s+/);
	return all.filter(({ spec }) => {
		const said = [spec.word, spec.help, ...spec.synonyms]
			.join(" ")
			.toLowerCase()
			.split(/[^a-z0-9?]+/);
		return words.every((word) => said.some((each) => each.startsWith(word)));
	});
}

/** One command in full, or several a line each. */
export function describeCommands(
	model: Model,
	wanted: string,
	matches: readonly BoundCommand<Command>[] = found(model, wanted),
): string {
	const [only] = matches;
	if (only === undefined) return `nothing found for ${wanted}`;
	if (matches.length === 1 && wanted !== "") return inFull(model, only);
	const width = Math.max(...matches.map((command) => usage(command).length));
	return [
		`${model.title} (${model.name}), ${model.dialect.shape}`,
		...matches.map(
			(command) =>
				`${usage(command).padEnd(width)}  ${command.provenance.padEnd(9)}  ${command.spec.help}`,
		),
	].join("\n");
}

function inFull(model: Model, command: BoundCommand<Command>): string {
	const { spec, slots } = command;
	const width = Math.max(0, ...slots.map(({ name }) => name.length));
	return [
		usage(command),
		spec.help,
		provenanceText(model, command),
		...slots.map((slot) => `  ${slot.name.padEnd(width)}  ${slotText(slot)}`),
		`example: ${exampleOf(model, command)}`,
	].join("\n");
}

function slotText(slot: Slot): string {
	const { label, parameter } = slot;
	const inferred =
		parameter.inferred === null ? "" : ` [inferred: ${parameter.inferred}]`;
	const blanks =
		parameter.role === "field" ? `; a blank ${blankEffect(slot)}` : "";
	return `${label}: ${ruleOf(slot)}${blanks}${inferred}`;
}

/** One command for programs. */
export function commandJson(model: Model, command: BoundCommand<Command>) {
	const { spec, provenance, slots } = command;
	return {
		word: spec.word,
		usage: usage(command),
		help: spec.help,
		provenance,
		source: spec.source,
		synonyms: spec.synonyms,
		parameters: slots.map((slot) => ({
			name: slot.name,
			label: slot.label,
			rule: ruleOf(slot),
			blank: blankEffect(slot),
			inferred: slot.parameter.inferred,
		})),
		example: exampleOf(model, command),
	};
}

/** The example as one would text it to a panel fresh from the factory. */
function exampleOf(model: Model, command: BoundCommand<Command>): string {
	const factory = factoryState(model.name, model.sections);
	return model.dialect.write({
		...credentialsOf(model, factory),
		word: command.spec.word,
		slots: composeSlots(command, command.spec.example),
	});
}
