import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import { wordForm } from "../commands/plain/word-form.ts";
import { bind } from "../derive/bind.ts";
import type { BoundCommand, Slot } from "../derive/bound-command.ts";
import { callWordingOf, composeSlots } from "../derive/compose.ts";
import { nearestName } from "../derive/nearest-name.ts";
import { blankEffect } from "../derive/usage.ts";
import { credentialsOf } from "../firmware/answer/authorise.ts";
import { neverDone } from "../firmware/answer/never-done.ts";
import { plainTextIn } from "../firmware/answer/plain-text.ts";
import type { ModelCommand } from "../models/model.ts";
import { confirmationOf } from "../panel/state/plain-words.ts";
import {
	type ConstantParameter,
	saysConstant,
} from "../parameters/parameter.ts";
import type { Provenance } from "../parameters/provenance.ts";
import { simulatedRefusals } from "./languages/simulated-refusals.ts";
import type { Subject } from "./subject.ts";
import { type MessageVerdict, verdictOf } from "./words/verdict.ts";

/** A message, its faults, and remarks for its writer. */
export interface Composed {
	readonly ok: true;
	readonly text: string;
	readonly verdict: MessageVerdict;
	readonly command: BoundCommand;
	readonly provenance: Provenance;
	readonly diagnostics: readonly Diagnostic[];
	readonly remarks: readonly string[];
}

/** Why no message can be written: an unknown word or field, or a value that no message can carry. */
export interface NotComposed {
	readonly ok: false;
	readonly reason: string;
}

/**
 * Writes a message from texts `field=value`. An empty value is a blank. A field
 * that is left out becomes a blank if a later field is given.
 */
export function composeMessage(
	{ model, state }: Subject,
	word: string,
	given: readonly string[],
): Composed | NotComposed {
	const command = commandSaid(model, word);
	if (command === undefined)
		return (
			plainWord({ model, state }, word) ??
			unknown(word, [...model.commands.keys()], "word")
		);
	const read = textsBySlot(command, given);
	if (!read.ok) return read;
	const { texts } = read;
	const last = command.slots.findLastIndex(
		({ name, parameter }) =>
			texts.has(name) ||
			(parameter.role === "constant" && parameter.due === true),
	);
	const filled = command.slots.slice(0, last + 1);
	const slots = filled.map(
		({ name, parameter }) =>
			texts.get(name) ?? (parameter.role === "constant" ? parameter.text : ""),
	);
	const gap = filled.find((_, at) => slots[at] === "");
	if (gap !== undefined && !model.dialect.hasBlanks)
		return {
			ok: false,
			reason: `${gap.name}: a message of ${model.name} cannot hold a blank; give it a value`,
		};
	const text = model.dialect.write({
		...credentialsOf(model, state, command),
		...callWordingOf(
			command,
			slots.length === 0 ? composeSlots(command, {}) : slots,
		),
	});
	const message = model.dialect.read(text);
	const never = message === null ? null : neverDone(model, message, text);
	const diagnostics =
		message === null
			? [model.dialect.explain(text)]
			: (bind(command, message).diagnostics ?? never?.diagnostics ?? []);
	const { provenance } = command;
	return {
		ok: true,
		text,
		command,
		provenance,
		diagnostics,
		verdict: verdictOf(diagnostics.length === 0, provenance),
		remarks: [
			...filled
				.filter(
					({ name, parameter }) =>
						parameter.role === "field" && !texts.has(name),
				)
				.map((slot) => `${slot.name}: left blank, which ${blankEffect(slot)}`),
			...(diagnostics.length > 0 ? [] : simulatedRefusals(never)),
		],
	};
}

/** The command of a word; whoever asks for one may write it in small letters. */
function commandSaid(
	{ commands }: Subject["model"],
	word: string,
): ModelCommand | undefined {
	const exact = commands.get(word);
	if (exact !== undefined) return exact;
	const alike = [...commands.values()].filter(
		({ spec }) => spec.word.toLowerCase() === word.toLowerCase(),
	);
	return alike.length === 1 ? alike[0] : undefined;
}

/** What was written, for programs. */
export function composedJson(composed: Composed | NotComposed) {
	if (!composed.ok) return composed;
	const { ok, text, verdict, command, provenance } = composed;
	return {
		ok,
		text,
		verdict,
		provenance,
		source: command.spec.source,
		diagnostics: composed.diagnostics,
		remarks: composed.remarks,
	};
}

/** What a slot always says, a blank among it; null for one that says what is wanted. */
function constantOf(
	slots: readonly Slot[],
	name: string,
): Pick<ConstantParameter, "text" | "fold"> | null {
	const parameter = slots.find((slot) => slot.name === name)?.parameter;
	if (parameter?.role === "unused") return { text: "" };
	return parameter?.role === "constant" ? parameter : null;
}

function textsBySlot(
	command: BoundCommand,
	given: readonly string[],
): NotComposed | { ok: true; texts: ReadonlyMap<string, string> } {
	const { slots } = command;
	const names = slots
		.filter(({ parameter }) => parameter.role === "field")
		.map(({ name }) => name);
	const texts = new Map<string, string>();
	for (const each of given) {
		const at = each.indexOf("=");
		if (at === -1)
			return notComposed(
				`${each}: write field=value; ${names.length === 0 ? `${command.spec.word} has no field` : `the fields are ${names.join(", ")}`}`,
			);
		const name = each.slice(0, at);
		const always = constantOf(slots, name);
		if (always === null && !names.includes(name))
			return unknown(name, names, "field");
		if (texts.has(name)) return notComposed(`${name} is given twice`);
		const value = each.slice(at + 1).trim();
		// `check` tells it, so that it may be said here, too.
		if (always !== null && !saysConstant(always, value))
			return notComposed(
				`${name}: it is always ${always.text || "blank"}, not ${value || "blank"}`,
			);
		if (command.phrase === undefined && value.includes(","))
			return notComposed(
				`${name}: a comma separates parameters and cannot be sent inside one`,
			);
		texts.set(name, always?.text ?? textOf(value, slots, name));
	}
	return { ok: true, texts };
}

/** The text to send for a value that a person wrote, such as `latch=on`. */
function textOf(value: string, slots: readonly Slot[], name: string): string {
	const shape = slots.find((slot) => slot.name === name)?.kind?.shape;
	if (shape?.type !== "choice") return value;
	const option = shape.options.find(
		({ text, value: kept, meaning }) =>
			text === value || kept === value || meaning === value,
	);
	return option?.text ?? value;
}

/**
 * A word that people text, who know what they want and their PIN; null for one that is
 * none.
 */
function plainWord(
	{ model, state: { remote } }: Pick<Subject, "model" | "state">,
	word: string,
): NotComposed | null {
	const said = plainTextIn(model, remote.aliases, word);
	if (said === null) return null;
	const { spec } = said.command;
	const by = confirmationOf(remote, spec.word);
	const own = by === "pin" ? ", with their own PIN" : "";
	return notComposed(
		`${spec.word} is a plain word and needs no composing: people on the list text it as ${wordForm(spec, by)}${own}`,
	);
}

function unknown(
	name: string,
	names: readonly string[],
	what: string,
): NotComposed {
	const nearest = nearestName(name, names);
	const meant = nearest === null ? "." : `; did you mean ${nearest}?`;
	const there = names.length === 0 ? "none" : names.join(", ");
	return notComposed(`there is no ${what} ${name}${meant} Known: ${there}`);
}

function notComposed(reason: string): NotComposed {
	return { ok: false, reason };
}
