import { plain } from "../../grammar/plain/dialect.ts";
import type { Command } from "../commands/define.ts";
import { wordForm } from "../commands/plain/word-form.ts";
import { ruleOf } from "../derive/bind.ts";
import type { BoundCommand, Slot } from "../derive/bound-command.ts";
import { composeSlots } from "../derive/compose.ts";
import { blankEffect, usage } from "../derive/usage.ts";
import { credentialsOf } from "../firmware/answer/authorise.ts";
import type { Model } from "../models/model.ts";
import { plainWordsOf } from "../models/plain-words.ts";
import {
	type PlainWordRow,
	plainWordRows,
} from "../panel/state/plain-words.ts";
import type { Confirmation } from "../panel/state/remote-access.ts";
import { factoryState } from "../panel/state/state.ts";
import { provenanceText } from "./provenance-text.ts";

/** Finds commands of a model by word, synonym or a part of the help. */
export function findCommands(
	model: Model,
	wanted: string,
): readonly BoundCommand<Command>[] {
	const all = [...model.commands.values(), ...plainWordsOf(model).values()];
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
	matches: readonly BoundCommand<Command>[] = findCommands(model, wanted),
): string {
	const [only] = matches;
	if (only === undefined) return `nothing found for ${wanted}`;
	if (matches.length === 1 && wanted !== "") return inFull(model, only);
	const width = Math.max(...matches.map((command) => usage(command).length));
	const line = (command: BoundCommand) =>
		`${usage(command).padEnd(width)}  ${command.provenance.padEnd(9)}  ${command.spec.help}`;
	const words = matches.filter((command) => rowOf(model, command) !== null);
	const others = matches.filter((command) => !words.includes(command));
	const people = `${others.length === 0 ? "" : "\n"}People on the panel's list, ${plain.shape}`;
	return [
		...(others.length === 0
			? []
			: [`${model.title} (${model.name}), ${model.dialect.shape}`]),
		...others.map(line),
		...(words.length === 0 ? [] : [people]),
		...words.map(line),
	].join("\n");
}

/** The remote access rule of a plain word; null for an installer's command. */
function rowOf(model: Model, command: BoundCommand): PlainWordRow | null {
	for (const [word, bound] of plainWordsOf(model))
		if (bound === command) return plainWordRows[word];
	return null;
}

/** Who may use a plain word, and its default confirmation. */
function remoteText(row: PlainWordRow | null): readonly string[] {
	if (row === null) return [];
	const { right, confirmation, delayed } = row;
	return [
		`for ${right === null ? "everybody on the list" : `people who may ${right}`}; ${confirmations[confirmation]}${delayed ? "; waits for the minimum delay" : ""}`,
	];
}

const confirmations: { readonly [C in Confirmation]: string } = {
	none: "done at once",
	pin: "needs the person's PIN, first or last",
	code: "is asked back for a one-time code",
};

function inFull(model: Model, command: BoundCommand<Command>): string {
	const { spec, slots } = command;
	const width = Math.max(0, ...slots.map(({ name }) => name.length));
	return [
		usage(command),
		spec.help,
		provenanceText(model, command),
		...remoteText(rowOf(model, command)),
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
	const { spec, provenance, slots, dialect } = command;
	return {
		word: spec.word,
		usage: usage(command),
		help: spec.help,
		provenance,
		dialect: dialect.name,
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

/** The example as a text to a panel fresh from the factory. */
function exampleOf(model: Model, command: BoundCommand<Command>): string {
	const word = [...plainWordsOf(model).values()].find(
		(bound) => bound === command,
	);
	if (word !== undefined) {
		const { confirmation } = plainWordRows[word.spec.word];
		return wordForm(word.spec, confirmation);
	}
	const factory = factoryState(model.name, model.sections);
	return model.dialect.write({
		...credentialsOf(model, factory),
		word: command.spec.word,
		slots: composeSlots(command, command.spec.example),
	});
}
