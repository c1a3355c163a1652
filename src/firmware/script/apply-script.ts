import { filledTemplate } from "../../commands/plain/filled-template.ts";
import { bind } from "../../derive/bind.ts";
import type { Template } from "../../panel/remote/answer-template.ts";
import type { Effect } from "../../panel/state/effect.ts";
import type { Happening } from "../../panel/state/event.ts";
import { plainWordRows } from "../../panel/state/plain-words.ts";
import { mayDo, type Right } from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import {
	askingOf,
	causeOf,
	type PersonContext,
} from "../answer/person-context.ts";
import type { CommandLine, ScriptLine, TextLine } from "./script-line.ts";
import { type Values, withValues } from "./script-variables.ts";

/** What came of the lines of a script: all of it, or nothing and why. */
export type Applied =
	| {
			readonly refused: null;
			readonly state: PanelState;
			readonly effects: readonly Effect[];
			/** Whether something was asked of the panel, and not only told. */
			readonly changes: boolean;
			/** Zones that it was about. */
			readonly zones: readonly number[];
	  }
	| { readonly refused: Refused };

export interface Refused {
	/** Counted from 1. */
	readonly line: number;
	readonly code: DiagnosticCode;
	readonly message: string;
}

interface Progress {
	readonly state: PanelState;
	readonly effects: readonly Effect[];
	/** That it was about; null for none. */
	readonly zone: number | null;
}

/**
 * Does one line after the other, each on what the ones before have made of the
 * panel. Where a line is refused, what they have made of it is thrown away.
 *
 * @param context whoever runs it: each line is this person's doing, and needs
 *   this person's right where a plain word would
 */
export function applyScript(
	context: PersonContext,
	lines: readonly ScriptLine[],
	values: Values,
): Applied {
	let { state } = context;
	const effects: Effect[] = [];
	const zones = new Set<number>();
	for (const [at, line] of lines.entries()) {
		const present = { ...context, state };
		const next =
			line.type === "text"
				? told(present, line, values)
				: carriedOut(present, line, values);
		if ("code" in next) return { refused: { line: at + 1, ...next } };
		if (next.zone !== null) zones.add(next.zone);
		state = next.state;
		for (const effect of next.effects) effects.push(effect);
	}
	return {
		refused: null,
		state,
		effects,
		changes: lines.some(({ type }) => type === "command"),
		zones: [...zones],
	};
}

/** Whether a line obeys the minimum delay between remote actions. */
export function isDelayed(line: ScriptLine): boolean {
	if (line.type === "text") return false;
	if (line.word !== null) return plainWordRows[line.word].delayed;
	const { args } = bind(line.command, line.message);
	const event = args === null ? undefined : line.command.spec.toEvent?.(args);
	return !(event?.type === "set-mode" && event.mode === "disarm");
}

function told(
	context: PersonContext,
	line: TextLine,
	values: Values,
): Progress {
	const { state, sms, now } = context;
	const template: Template = line.template.map((piece) =>
		piece.type === "literal"
			? { ...piece, text: withValues(piece.text, values) }
			: piece,
	);
	const event = {
		type: "queue-text",
		to: line.to ?? sms.from,
		text: filledTemplate(template, askingOf(context)),
		by: causeOf(context),
	} as const;
	return { ...transition(state, event, now), zone: null };
}

function carriedOut(
	context: PersonContext,
	{ command, message, word }: CommandLine,
	values: Values,
): Progress | Omit<Refused, "line"> {
	const { state, now, person } = context;
	const slots = message.slots.map((slot) => ({
		...slot,
		text: withValues(slot.text, values),
	}));
	// A blank that clears or deletes is written by the owner, never by a value.
	const unfit = slots.findIndex(
		({ text }, at) => text !== message.slots[at]?.text && !isOneParameter(text),
	);
	if (unfit !== -1)
		return {
			code: "script/value",
			message: `${command.slots[unfit]?.label ?? "value"}: one parameter, not blank and without commas`,
		};
	const { args, diagnostics } = bind(command, { ...message, slots });
	if (args === null) {
		const [first] = diagnostics;
		return {
			code: first?.code ?? "script/form",
			message: first?.message ?? "it cannot be read",
		};
	}
	const event = command.spec.toEvent?.(args);
	if (event === undefined)
		throw new TypeError(`${command.spec.word} has no event`);
	const right = word === null ? rightFor(event) : plainWordRows[word].right;
	if (right !== null && !mayDo(person, right))
		return {
			code: "person/right",
			message: `${command.spec.word}: ${person.name} does not have the right to ${right}`,
		};
	const outcome = transition(state, { ...event, by: causeOf(context) }, now);
	if (outcome.refusal !== null) return outcome.refusal;
	return {
		state: outcome.state,
		effects: outcome.effects,
		zone: typeof args.zone === "number" ? args.zone : null,
	};
}

/** What a plain word would need for the same; null is no more than to run scripts. */
function rightFor(event: Happening): Right | null {
	if (event.type === "set-mode")
		return event.mode === "disarm" ? "disarm" : "arm";
	return event.type === "set-zone" && event.bypass !== undefined
		? "bypass"
		: null;
}

/** As it could stand between two commas of a message. */
function isOneParameter(text: string): boolean {
	return text !== "" && text === text.trim() && !/[,\t\r\n]/.test(text);
}
