import { capitals } from "../../../grammar/message/characters.ts";
import type { Message } from "../../../grammar/message/message.ts";
import { pword } from "../../../grammar/pword/dialect.ts";
import type { Command } from "../../commands/define.ts";
import { leadingPhrase } from "../../commands/plain/phrase.ts";
import type { PlainCommand } from "../../commands/plain/plain-command.ts";
import { commandsByWord } from "../../commands/plain/words.ts";
import { bind } from "../../derive/bind.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import type { Model } from "../../models/model.ts";
import { plainWordsOf } from "../../models/plain-words.ts";
import {
	readTemplate,
	type Template,
} from "../../panel/remote/answer-template.ts";
import type { PlainWord } from "../../panel/state/remote-access.ts";
import type {
	Below,
	DiagnosticCode,
} from "../../parameters/diagnostic-codes.ts";
import { interpret } from "../answer/interpret.ts";
import { plainMessage } from "../answer/plain-text.ts";
import { hasLooseDollar, variablesIn } from "./script-variables.ts";

/** A line of a script, its variables still in it. */
export type ScriptLine = CommandLine | TextLine;

/** One of the panel's own commands. */
export interface CommandLine {
	readonly type: "command";
	readonly message: Message;
	readonly command: BoundCommand<Command>;
	/** The same where it is a plain word, which says who may use it. */
	readonly word: PlainWord | null;
	readonly variables: readonly string[];
}

/** A text that goes out. */
export interface TextLine {
	readonly type: "text";
	/** Null is whoever runs the script. */
	readonly to: string | null;
	readonly template: Template;
	readonly variables: readonly string[];
}

/** What is wrong with a line, in words for whoever wrote it. */
export interface LineFault {
	readonly code: DiagnosticCode;
	readonly rule: string;
}

/**
 * Reads a line of a script. The forms are `TEXT SENDER …`, `TEXT +15550101 …`,
 * plain words, and the model's own commands as `WORD:p1,p2`, without keyword and
 * code, whatever the shape of its messages. What is both a plain word and one of
 * the model's is the plain word; with a colon it is the model's. A variable stands within one
 * parameter or within a text, and nowhere else.
 */
export function readScriptLine(
	model: Model,
	line: string,
): ScriptLine | LineFault {
	if (hasLooseDollar(line))
		return fault("dollar", "write $$ for a $: a single $ begins a variable");
	const parts = line.split(/[ \t\r\n]+/).filter((part) => part !== "");
	const [first = ""] = parts;
	if (first === "") return fault("empty", "there is nothing in it");
	if (first === ":cmd") return fault("script", "a script cannot start scripts");
	if (first === "TEXT") return textLine(line);
	const found = leadingPhrase(commandsByWord, [], parts.map(capitals));
	const command = found && plainWordsOf(model).get(found.command.word);
	const read =
		found === undefined || command === undefined
			? modelLine(model, line)
			: wordLine(command, parts.slice(found.length));
	return "rule" in read ? read : (misfit(read) ?? read);
}

function textLine(line: string): TextLine | LineFault {
	const [, to = "", text = ""] =
		/^TEXT\s+(\S+)\s+(\S[\s\S]*)$/.exec(line.trim()) ?? [];
	if (to === "")
		return fault("text", "write TEXT SENDER … or TEXT +15550101 …");
	if (to !== "SENDER" && !/^\+?[0-9]{3,20}$/.test(to))
		return fault(
			"text",
			"a text goes to SENDER or to a number, which is no variable",
		);
	const template = readTemplate(text);
	return typeof template === "string"
		? fault("placeholder", template)
		: {
				type: "text",
				to: to === "SENDER" ? null : to,
				template,
				variables: template.flatMap((piece) =>
					piece.type === "literal" ? variablesIn(piece.text) : [],
				),
			};
}

function wordLine(
	command: BoundCommand<PlainCommand>,
	rest: readonly string[],
): CommandLine | LineFault {
	const { spec } = command;
	// As in a text: who takes one thing takes all that follows.
	const slots =
		command.slots.length === 1 && rest.length > 1 ? [rest.join(" ")] : rest;
	const message = plainMessage(spec.word, slots);
	// The credit comes as an answer too.
	return spec.toEvent === undefined || spec.word === "CREDIT"
		? asksOnly(spec.word)
		: {
				type: "command",
				message,
				command,
				word: spec.word,
				variables: variablesIn(rest.join(" ")),
			};
}

function modelLine(model: Model, line: string): CommandLine | LineFault {
	// Any credentials do: they are not looked at.
	const text = `A 1 ${line}`;
	const message = pword.read(text);
	if (message === null || message.word.text === "")
		return fault(
			"form",
			"neither a plain word, nor a command as WORD:p1,p2, nor TEXT SENDER …",
		);
	const { command, diagnostics } = interpret(model, message, text);
	if (command === null)
		return fault("word", diagnostics?.[0]?.message ?? "no command");
	if (command.spec.toEvent === undefined) return asksOnly(command.spec.word);
	return {
		type: "command",
		message,
		command,
		word: null,
		variables: variablesIn(message.slots.map(({ text }) => text).join(" ")),
	};
}

/** What is wrong whatever its variables stand for; null where nothing is. */
function misfit({ command, message }: CommandLine): LineFault | null {
	const { diagnostics } = bind(command, message);
	const first = diagnostics?.find(({ parameter }) => {
		const at = command.slots.findIndex(({ name }) => name === parameter);
		return variablesIn(message.slots[at]?.text ?? "").length === 0;
	});
	return first === undefined ? null : { code: first.code, rule: first.message };
}

function asksOnly(word: string): LineFault {
	return fault(
		"question",
		`${word} only asks, and a script has nobody to answer; use TEXT SENDER`,
	);
}

function fault(code: Below<"script">, rule: string): LineFault {
	return { code: `script/${code}`, rule };
}
