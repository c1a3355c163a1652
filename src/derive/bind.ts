import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { Call, Part } from "../../grammar/message/message.ts";
import type { Span } from "../../grammar/message/span.ts";
import { howMany } from "../how-many.ts";
import type { Arguments } from "../parameters/command-spec.ts";
import type { DiagnosticCode } from "../parameters/diagnostic-codes.ts";
import { Misfit, type Value } from "../parameters/kind.ts";
import { type Blank, blank, saysConstant } from "../parameters/parameter.ts";
import type { BoundCommand, Slot } from "./bound-command.ts";
import { composeSlots } from "./compose.ts";
import { usage } from "./usage.ts";
import { wrongCharacter } from "./wrong-character.ts";

/** What binding a message to a command gives: arguments, or every fault. */
export type Binding =
	| { readonly args: Arguments; readonly diagnostics: null }
	| {
			readonly args: null;
			readonly diagnostics: readonly Diagnostic<DiagnosticCode>[];
	  };

/** Reads the slots of a message as a command's arguments. Total. */
export function bind(command: BoundCommand, message: Call): Binding {
	const args: { [name: string]: Value | Blank | undefined } = {};
	let diagnostics: Diagnostic<DiagnosticCode>[] | null = null;
	const { slots } = command;
	const parts = partsOf(command, message);
	for (let at = 0; at < slots.length; at += 1) {
		const slot = slots[at];
		if (slot === undefined) break;
		const part = parts[at];
		const argument = readSlot(slot, part);
		if (argument instanceof Misfit) {
			diagnostics ??= [];
			const isLast = at === slots.length - 1;
			diagnostics.push(
				misfitting(slot, argument, part ?? endOf(message), isLast),
			);
		} else if (slot.parameter.role === "field") args[slot.name] = argument;
	}
	for (let at = slots.length; at < parts.length; at += 1) {
		const part = parts[at];
		if (part === undefined || part.text === "") continue;
		diagnostics ??= [];
		diagnostics.push(surplus(command, at, part));
	}
	if (message.stray !== null) diagnostics = [stray(command, message.stray)];
	return diagnostics === null
		? { args, diagnostics }
		: { args: null, diagnostics: withConfusion(command, message, diagnostics) };
}

/** What the parts of a message are to a command, slot by slot. */
function partsOf(
	{ indexed, worded, rest, slots }: BoundCommand,
	{ word, index, slots: said }: Call,
): readonly Part[] {
	if (indexed === undefined && worded === undefined && rest === undefined)
		return said;
	const first = worded === true ? word : index;
	const parts = first === undefined ? said : [first, ...said];
	if (rest === undefined) return parts;
	const behind = slots.length - rest.slot - 1;
	const end = parts.length - behind;
	const taken = parts.slice(rest.slot, end);
	const start = taken[0]?.start;
	const last = taken.at(-1);
	if (start === undefined || last === undefined) return parts;
	const text = taken.map((part) => part.text).join(rest.between);
	const whole = { text, start, end: last.end };
	return [...parts.slice(0, rest.slot), whole, ...parts.slice(end)];
}

/** What the parts of a message do, slot by slot, as `bind` reads them. */
export interface SlotReading {
	readonly slot: Slot;
	readonly action: "set" | "keep" | "clear" | "absent";
	readonly part: Part;
}

/** For explaining: every slot of the command with what the message makes of it. */
export function slotReadings(
	command: BoundCommand,
	message: Call,
): readonly SlotReading[] {
	const parts = partsOf(command, message);
	return command.slots.map((slot, at): SlotReading => {
		const part = parts[at];
		if (part === undefined)
			return { slot, action: "absent", part: { text: "", ...endOf(message) } };
		if (part.text !== "") return { slot, action: "set", part };
		const { parameter } = slot;
		if (parameter.role !== "field") return { slot, action: "keep", part };
		if (parameter.policy === "clear") return { slot, action: "clear", part };
		return { slot, action: parameter.policy === "else" ? "set" : "keep", part };
	});
}

function readSlot(
	slot: Slot,
	part: Part | undefined,
): Value | Blank | undefined | Misfit {
	const { parameter, kind } = slot;
	if (parameter.role === "constant") {
		if (part === undefined) return parameter.due === true ? missing : undefined;
		if (part.text === "") return missing;
		return saysConstant(parameter, part.text)
			? parameter.text
			: otherThanConstant;
	}
	if (part === undefined)
		return parameter.role === "field" && parameter.policy === "required"
			? missing
			: undefined;
	if (part.text === "") {
		if (parameter.role !== "field") return undefined;
		if (parameter.policy === "required") return missing;
		return parameter.policy === "else"
			? (parameter.otherwise ?? undefined)
			: blank;
	}
	return kind === null ? usedThough : kind.read(part.text);
}

const missing = new Misfit("missing", "this is blank");
const otherThanConstant = new Misfit("constant", "this is something else");
const usedThough = new Misfit("unused", "this is not");

/** The rule of a slot in words that follow its label and a colon. */
export function ruleOf({ parameter, kind }: Slot): string {
	if (parameter.role === "constant") return `always ${parameter.text}`;
	return kind?.rule ?? "left blank";
}

function misfitting(
	slot: Slot,
	{ code, found, hint }: Misfit,
	part: Span | Part,
	isLast: boolean,
): Diagnostic<DiagnosticCode> {
	const { start, end } = part;
	const wrong =
		slot.kind === null || !("text" in part)
			? null
			: wrongCharacter(slot.kind, part.text, isLast);
	const told = wrong ?? { message: `${ruleOf(slot)}, ${found}`, hint };
	// Written out: V8 copies by spread slowly where there are as many shapes.
	return {
		code: `parameter/${code}`,
		parameter: slot.name,
		message: `${slot.label}: ${told.message}`,
		hint: told.hint,
		start: wrong === null ? start : start + wrong.start,
		end: wrong === null ? end : start + wrong.end,
	};
}

function surplus(
	{ spec, slots }: BoundCommand,
	at: number,
	{ start, end }: Part,
): Diagnostic<DiagnosticCode> {
	const count =
		slots.length === 0 ? "no parameters" : howMany(slots.length, "parameter");
	return {
		code: "parameter/surplus",
		message: `${spec.word} takes ${count}, this is number ${at + 1}`,
		hint: null,
		start,
		end,
		parameter: null,
	};
}

function stray(
	command: BoundCommand,
	{ start, end }: Part,
): Diagnostic<DiagnosticCode> {
	return {
		code: "message/stray",
		message:
			command.slots.length === 0
				? `the message ends behind ${command.spec.word}`
				: `a colon is due right behind ${command.spec.word}`,
		hint: `write ${usage(command)}`,
		start,
		end,
		parameter: null,
	};
}

/**
 * Says so where the message fits the form that another model has under the same
 * word, and writes out the form of this model.
 */
function withConfusion(
	command: BoundCommand,
	message: Call,
	diagnostics: readonly Diagnostic<DiagnosticCode>[],
): readonly Diagnostic<DiagnosticCode>[] {
	const { confusable } = command;
	const [first, ...rest] = diagnostics;
	if (confusable === null || first === undefined) return diagnostics;
	const other = bind(confusable.with, message);
	if (other.args === null) return diagnostics;
	const right = composeSlots(command, other.args).join(",");
	const hint = `${confusable.why}: ${command.spec.word}:${right}`;
	return [{ ...first, hint }, ...rest];
}

/** Where a parameter stands in a message, or would stand; the word for null. */
export function placeOf(
	command: BoundCommand,
	message: Call,
	parameter: string | null,
): Span {
	if (parameter === null) return message.word;
	const at = command.slots.findIndex(({ name }) => name === parameter);
	return partsOf(command, message)[at] ?? endOf(message);
}

/** The place right after a message, where a missing parameter would stand. */
function endOf(message: Call & { readonly code?: Part }): Span {
	const { word, index, ask, slots, code } = message;
	const ends = [index, ask, slots.at(-1), code].map((part) => part?.end ?? 0);
	const last = ends.reduce((most, end) => Math.max(most, end), word.end);
	return { start: last, end: last };
}
