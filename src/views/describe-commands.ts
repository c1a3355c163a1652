import { plain } from "../../grammar/plain/dialect.ts";
import type { Command } from "../commands/define.ts";
import { wordForm } from "../commands/plain/word-form.ts";
import { ruleOf } from "../derive/bind.ts";
import type { BoundCommand, Slot } from "../derive/bound-command.ts";
import { callWordingOf, composeSlots } from "../derive/compose.ts";
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
import { isFoundBy } from "./words/search.ts";
import { tableWidth, wrapped } from "./words/wrapped.ts";

/** Finds commands of a model by word, synonym or a part of the help. */
export function findCommands(
	model: Model,
	wanted: string,
): readonly BoundCommand<Command>[] {
	const own = [...model.commands.values()];
	const all = [...own, ...plainWordsOf(model).values()];
	if (wanted === "") return all;
	const isExact = ({ spec }: BoundCommand) =>
		spec.word.toLowerCase() === wanted.toLowerCase();
	const exact = all.filter(isExact);
	// Another maker's words are what is asked for: a plain word does not hide them.
	const hides = model.language === null || own.some(isExact);
	if (exact.length > 0 && hides) return exact;
	return all.filter(
		(command) => isExact(command) || isFoundBy(wanted, command.spec),
	);
}

/** The longest form that stands in the first column. */
const LONGEST_USAGE = 30;

/** The form, with the name by which `compose` knows it where that is another. */
function namedForm(command: BoundCommand): string {
	const form = usage(command);
	return command.phrase === undefined ? form : `${command.spec.word}  ${form}`;
}

/** A form in lines of at most so many columns, broken behind commas. */
function wrappedForm(form: string, columns: number): string {
	return wrapped(form.replaceAll(",", ", "), columns, 4).replaceAll(", ", ",");
}

/**
 * One command in full, or several a line each.
 * @param columns that a line may take
 */
export function describeCommands(
	model: Model,
	wanted: string,
	matches: readonly BoundCommand<Command>[] = findCommands(model, wanted),
	columns = tableWidth(undefined),
): string {
	const [only] = matches;
	if (only === undefined) return `nothing found for ${wanted}`;
	if (matches.length === 1 && wanted !== "")
		return inFull(model, only, columns);
	const width = Math.min(
		LONGEST_USAGE,
		Math.max(...matches.map((command) => namedForm(command).length)),
	);
	const line = (command: BoundCommand) => {
		const form = namedForm(command);
		// A long form has lines of its own, so that the table stays narrow.
		const first = form.length <= width ? form.padEnd(width) : " ".repeat(width);
		const indent = width + 2 + 9 + 2;
		const row = `${first}  ${command.provenance.padEnd(9)}  ${command.spec.help}`;
		const whole = wrapped(row, columns, indent);
		return form.length <= width
			? whole
			: `${wrappedForm(form, columns)}\n${whole}`;
	};
	const words = matches.filter((command) => rowOf(model, command) !== null);
	const others = matches.filter((command) => !words.includes(command));
	const people = `${others.length === 0 ? "" : "\n"}People on the panel's list, ${plain.shape}`;
	return [
		...(others.length === 0
			? []
			: [
					wrapped(
						`${model.title} (${model.name}), ${model.dialect.shape}`,
						columns,
						4,
					),
				]),
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

function inFull(
	model: Model,
	command: BoundCommand<Command>,
	columns: number,
): string {
	const { spec, slots } = command;
	const width = Math.max(0, ...slots.map(({ name }) => name.length));
	const prose = (text: string) => wrapped(text, columns);
	return [
		wrappedForm(usage(command), columns),
		prose(spec.help),
		prose(provenanceText(model, command)),
		...remoteText(rowOf(model, command)).map(prose),
		...slots.map((slot) =>
			wrapped(
				`  ${slot.name.padEnd(width)}  ${slotText(slot)}`,
				columns,
				width + 4,
			),
		),
		// It is to be copied, so it is not broken.
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
			role: slot.parameter.role,
			choices: choicesOf(slot),
			secret: slot.secret,
			blank: blankEffect(slot),
			inferred: slot.parameter.inferred,
		})),
		example: exampleOf(model, command),
	};
}

/** The texts that a slot takes, each with its meaning; null where there are too many to name. */
function choicesOf({ kind }: Slot) {
	return kind?.shape.type === "choice"
		? kind.shape.options.map(({ text, meaning }) => ({ text, meaning }))
		: null;
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
		...credentialsOf(model, factory, command),
		...callWordingOf(command, composeSlots(command, command.spec.example)),
	});
}
