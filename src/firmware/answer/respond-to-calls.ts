import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import { type Call, callsOf } from "../../../grammar/message/message.ts";
import type { MessageLanguage } from "../../models/language/language.ts";
import type { LanguageCommand } from "../../models/language/language-command.ts";
import { deedOf } from "../../models/language/language-happenings.ts";
import {
	type LanguageReplies,
	type LanguageTemplate,
	languageReplyText,
} from "../../models/language/reply-places.ts";
import { target } from "../../panel/alarm/target-mode.ts";
import type { Effect } from "../../panel/state/effect.ts";
import { type Refusal, refusal } from "../../panel/state/outcome.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { Kind, Value } from "../../parameters/kind.ts";
import { blank } from "../../parameters/parameter.ts";
import { roleOf } from "./authorise.ts";
import { interpretCall } from "./interpret.ts";
import {
	loggedWord,
	type Order,
	refusalDiagnostic,
	withoutControl,
} from "./respond-to-installer.ts";
import type { Response, Verdict } from "./response.ts";

/** A message of another maker's language under the right code. */
export interface LanguageOrder extends Order {
	readonly language: MessageLanguage;
	/** Whether a number is the sender's. */
	isSender(number: string): boolean;
}

/** What came of one command. */
interface Result {
	readonly state: PanelState;
	readonly effects: readonly Effect[];
	readonly template: LanguageTemplate | null;
	readonly command: LanguageCommand | null;
	readonly args: Arguments | null;
	/** Empty where it was done. */
	readonly diagnostics: readonly Diagnostic[];
	readonly call: Call;
}

/**
 * Does what the commands of a message say, one after the other, and makes one reply
 * of theirs, as the language's file has it. Pure and total.
 */
export function respondToCalls(order: LanguageOrder): Response {
	const { file } = order.language;
	const calls = callsOf(order.message);
	const unheard = calls.some((call) => isControl(order, call))
		? withoutControl(order)
		: null;
	if (unheard !== null) return unheard;
	const results: Result[] = [];
	let state = order.state;
	for (const call of calls) {
		const result = resultOf({ ...order, state }, call);
		results.push(result);
		state = result.state;
		if (result.diagnostics.length > 0 && file.fault !== "each") break;
	}
	const fault = results.find(({ diagnostics }) => diagnostics.length > 0);
	if (
		fault !== undefined &&
		file.fault === "all-or-nothing" &&
		calls.length > 1
	)
		return concluded(order, [refused(order, order.state, fault)]);
	return concluded(order, results);
}

/** Whether a command that can be read arms, disarms or silences. */
function isControl({ panel, language }: LanguageOrder, call: Call): boolean {
	const { command, args } = interpretCall(panel.model, call);
	const { row } =
		language.commands.find(({ spec }) => spec.word === command?.spec.word) ??
		{};
	return (
		args !== null &&
		(row?.does ?? []).some((effect) => "mode" in effect || "mute" in effect)
	);
}

function concluded(order: LanguageOrder, results: readonly Result[]): Response {
	const { message, effects, sender, language } = order;
	const last = results.at(-1);
	const wrong = results.find(({ diagnostics }) => diagnostics.length > 0);
	const shown = wrong ?? results[0];
	const texts = results.map((result) => replyOf(order, result));
	const reply = joined(texts, language.file);
	const asked =
		language.file.asked !== true ||
		message.confirm !== undefined ||
		asks(results);
	const verdict: Verdict =
		wrong === undefined
			? {
					type: "done",
					message,
					command: shown?.command ?? null,
					args: shown?.args ?? null,
				}
			: {
					type: "error",
					message,
					command: shown?.command ?? null,
					args: shown?.args ?? null,
					diagnostics: wrong.diagnostics,
				};
	const { signed } = language.file;
	const signature =
		signed === undefined
			? ""
			: String(last?.state.stored.language?.[signed.setting] ?? "");
	const written =
		signature === "" ? reply : `${signature}${signed?.sign}${reply}`;
	return {
		state: last?.state ?? order.state,
		effects: [...effects, ...results.flatMap((result) => result.effects)],
		reply:
			sender.from === "" || !asked || reply === null || reply === ""
				? null
				: (written?.slice(0, language.file.limits?.reply) ?? null),
		verdict,
	};
}

/** The replies to several commands as one. */
function joined(
	texts: readonly (string | null)[],
	{ several }: MessageLanguage["file"],
): string | null {
	if (several === "last") return texts.at(-1) ?? null;
	const said = texts.filter((text) => text !== null);
	const digits =
		several === "digits" && said.every((text) => /^[0-9]$/.test(text));
	return said.join(digits ? "" : "\n");
}

/** A question is answered without being asked to, and what else the file names. */
function asks(results: readonly Result[]): boolean {
	return results.every(
		({ command }) =>
			command?.row.class === "asks" || command?.row.unasked === true,
	);
}

function resultOf(order: LanguageOrder, call: Call): Result {
	const { panel, language, state, message } = order;
	const {
		command: found,
		args,
		diagnostics,
	} = interpretCall(panel.model, call);
	const command =
		language.commands.find(({ spec }) => spec.word === found?.spec.word) ??
		null;
	const failed = (
		template: LanguageTemplate | null | undefined,
		why: readonly Diagnostic[],
	): Result =>
		refused(order, state, {
			state,
			effects: [],
			command,
			args,
			call,
			template: template ?? null,
			diagnostics: why,
		});
	if (command === null)
		return failed(language.replies.unknownWord, diagnostics ?? []);
	const { answers } = command;
	if (args === null) return failed(answers.badValue, diagnostics);
	const role = roleOf(language, state.stored, message, command.row.role);
	if (command.row.role !== undefined && role?.name !== command.row.role)
		return failed(answers.wrongRole ?? answers.refused, [
			refusalDiagnostic(command, call, wrongRole(command.row.role)),
		]);
	const deed = deedOf(language, command, args, state);
	if (deed.refusal !== null)
		return failed(answers.refused, [
			refusalDiagnostic(command, call, deed.refusal),
		]);
	const already = isAlready(command, state);
	let after = state;
	const effects: Effect[] = [];
	for (const happening of deed.happenings) {
		const outcome = transition(
			after,
			{ ...happening, by: order.by },
			order.now,
		);
		if (outcome.refusal !== null)
			return {
				...failed(answers.refused, [
					refusalDiagnostic(command, call, outcome.refusal),
				]),
				// What was counted for the next attempt stays: arming may be repeated.
				...(deed.happenings.length === 1 ? { state: outcome.state } : {}),
			};
		after = outcome.state;
		for (const effect of outcome.effects) effects.push(effect);
	}
	return {
		state: after,
		effects,
		command,
		args,
		call,
		template: templateFor(answers, already),
		diagnostics: [],
	};
}

/** The code is not of the role that may say a command. */
export function wrongRole(role: string): Refusal {
	return refusal(
		"language/role",
		`only the code of the ${role} may say this`,
		null,
	);
}

function templateFor(
	{ done, already }: LanguageReplies,
	isSo: boolean,
): LanguageTemplate | null {
	return isSo && already !== undefined ? already : done;
}

/** Whether a command that changes the mode asks for the one that there is. */
function isAlready({ row }: LanguageCommand, { runtime }: PanelState): boolean {
	return (row.does ?? []).some(
		(effect) =>
			"mode" in effect && effect.mode.replace(/-.*/, "") === target(runtime),
	);
}

/** A value as it is sent, without the word that always stands in front of it. */
function withoutWord({ shape, print }: Kind<Value>, value: Value): string {
	const text = print(value);
	return shape.type === "glued" ? text.slice(shape.word.length) : text;
}

/** The log says what was refused; nothing else changes. */
function refused(
	{ by, now }: LanguageOrder,
	state: PanelState,
	result: Result,
): Result {
	const word = loggedWord(result.command);
	const why = result.diagnostics[0]?.code ?? "";
	const after = transition(state, { type: "refuse", word, why, by }, now);
	return { ...result, state: after.state, effects: [] };
}

function replyOf(order: LanguageOrder, result: Result): string | null {
	const { template, call, state, command } = result;
	const { answers } = command?.row ?? {};
	const parameters = parametersOf(result);
	if (answers !== undefined && !order.isSender(parameters[answers] ?? ""))
		return null;
	return template === null
		? null
		: languageReplyText(template, {
				word: call.word.text,
				echo: order.sms.text.trim(),
				mode: modeText(order.language, state),
				fault: result.diagnostics.length === 0 ? "" : call.word.text,
				parameters,
				settings: state.stored.language ?? {},
				open: state.runtime.open,
			});
}

/** The panel's mode in the words of the language. */
export function modeText(
	{ file }: MessageLanguage,
	{ runtime }: PanelState,
): string {
	const mode = target(runtime);
	return file.modes?.[mode] ?? mode;
}

function parametersOf({ command, args, call }: Result): {
	readonly [name: string]: string;
} {
	if (command === null) return {};
	const texts: { [name: string]: string } = {};
	for (const { name, kind } of command.slots) {
		const said = args?.[name];
		texts[name] =
			said === undefined || said === blank || kind === null
				? ""
				: withoutWord(kind, said);
	}
	// A value that cannot be read is not repeated; the number of a word is.
	if (args === null && call.index !== undefined)
		texts[command.slots[0]?.name ?? ""] = call.index.text;
	return texts;
}
