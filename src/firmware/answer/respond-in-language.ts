import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import { callsOf, type Message } from "../../../grammar/message/message.ts";
import type { MessageLanguage } from "../../models/language/language.ts";
import { settingValues } from "../../models/language/language-settings.ts";
import {
	type LanguageTemplate,
	languageReplyText,
} from "../../models/language/reply-places.ts";
import { areStrangersShut, isSenderShut } from "../../panel/remote/guard.ts";
import { asTyped } from "../../panel/state/phone-number.ts";
import { bySms, keyOf } from "../../panel/state/sender.ts";
import { transition } from "../../panel/transition.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import { roleOf } from "./authorise.ts";
import { plainMessage } from "./plain-text.ts";
import { modeText, respondToCalls } from "./respond-to-calls.ts";
import type { ReceivedSms, Response } from "./response.ts";
import type { SilenceReason } from "./silence-reason.ts";
import { whyIgnored } from "./silence-reasons.ts";
import { type TextContext, unanswered } from "./text-context.ts";

/** A text to a panel of another maker, and how things stand when the panel hears it. */
export interface TextInLanguage extends TextContext {
	readonly language: MessageLanguage;
	/** Null where the text is no message of the language. */
	readonly message: Message | null;
}

/**
 * What a panel of another maker makes of a text: first whether it hears the sender,
 * then the code, then the commands. Pure and total.
 */
export function respondInLanguage(heard: TextInLanguage): Response {
	const { language, state, sms, sender, message, now } = heard;
	const unheard = (reason: SilenceReason, why?: Diagnostic): Response =>
		unanswered(heard, state, { reason, message, why });
	if (!isHeard(heard)) return unheard("unlisted", notHeard(heard));
	if (sender.person === undefined && areStrangersShut(state, now))
		return unheard("strangers");
	if (isSenderShut(state, sender.key, now)) return unheard("shut");
	const over = overLimit(language, sms.text, message);
	if (over !== null) return unheard("too-long", over);
	if (message === null) return unreadable(heard);
	if (
		roleOf(language, state.stored, message) === null &&
		!(message.code.text === "" && isTrusted(heard))
	)
		return turnedDown(heard, "code", language.replies.wrongCode);
	return respondToCalls({
		...heard,
		message,
		by: bySms(sender),
		isSender: (number) => isNumberOf(heard, number),
	});
}

/** With a right code in it, the language may have an answer to what it cannot read. */
function unreadable(heard: TextInLanguage): Response {
	const { language, state, sms } = heard;
	const code = language.dialect.codeIn(sms.text);
	if (code === null) return turnedDown(heard, "unreadable", null);
	const nothing = { text: "", start: 0, end: 0 };
	const roles = language.file.roles.map(({ keyword = "" }) =>
		roleOf(language, state.stored, {
			...plainMessage("", []),
			keyword: { ...nothing, text: keyword },
			code,
		}),
	);
	return roles.every((role) => role === null)
		? turnedDown(heard, "unreadable", null)
		: turnedDown(heard, "unreadable", language.replies.unreadable, {
				hasRightCode: true,
			});
}

/**
 * A text that is not obeyed. Unless its code is right it counts as a guess, so that
 * no answer tells who tries codes which of them is right.
 */
function turnedDown(
	heard: TextInLanguage,
	reason: "code" | "unreadable",
	template: LanguageTemplate | null,
	{ hasRightCode }: { readonly hasRightCode: boolean } = {
		hasRightCode: false,
	},
): Response {
	const { panel, language, sms, sender, message, now } = heard;
	const listed = sender.person !== undefined;
	const by = bySms(sender);
	const guesses =
		!hasRightCode && (message ?? language.dialect.codeIn(sms.text)) !== null;
	const state = guesses
		? transition(heard.state, { type: "wrong-code", listed, by }, now).state
		: heard.state;
	const why =
		reason === "code" && message?.code.text === ""
			? withoutCode(heard)
			: undefined;
	const response = unanswered(heard, state, { reason, message, why });
	const unasked =
		language.file.asked === true && message?.confirm === undefined;
	if (template === null || unasked || sender.from === "") return response;
	const reply = languageReplyText(template, {
		word: message?.word.text ?? "",
		echo: sms.text.trim(),
		fault: "",
		mode: modeText(language, state),
		parameters: {},
		settings: state.stored.language ?? {},
		open: [],
	});
	const { verdict } = response;
	if (verdict.type !== "silence") return response;
	return {
		...response,
		reply,
		verdict: {
			type: "error",
			message: message ?? plainMessage("", []),
			command: null,
			args: null,
			diagnostics: [whyIgnored(panel, sms, verdict)],
		},
	};
}

/** Whether the panel hears the sender: many hear only the numbers that they keep. */
function isHeard(heard: TextInLanguage): boolean {
	const { listed } = heard.language.file;
	if (listed === undefined) return true;
	const numbers = numbersIn(heard, listed);
	// Fresh from the factory it keeps none, and nobody could give it the first.
	return (
		numbers.length === 0 || numbers.some((number) => isNumberOf(heard, number))
	);
}

/** Whether the sender needs no code. */
function isTrusted(heard: TextInLanguage): boolean {
	const { trusted } = heard.language.file;
	return (
		trusted !== undefined &&
		heard.sender.from !== "" &&
		numbersIn(heard, trusted).some((number) => isNumberOf(heard, number))
	);
}

function numbersIn(
	{ state }: TextInLanguage,
	setting: string,
): readonly string[] {
	return settingValues(state.stored.language ?? {}, setting)
		.map(String)
		.filter((number) => number !== "");
}

function isNumberOf(
	{ panel: { numbering = asTyped }, language, sender }: TextInLanguage,
	number: string,
): boolean {
	const from = language.file.international === true ? `+${number}` : number;
	return keyOf({ from }, numbering) === sender.key;
}

function notHeard({ language, sms }: TextInLanguage): Diagnostic {
	const { listed = "" } = language.file;
	return whole(
		sms,
		"sender/unlisted",
		"sender: the panel keeps this number nowhere, and hears only those that it keeps",
		`config set stored.language.${listed}1 ${sms.from === "" ? "NUMBER" : sms.from}`,
	);
}

/** A sender who has to give a code, in a language in which some need none. */
function withoutCode({
	language,
	sms,
}: TextInLanguage): Diagnostic | undefined {
	const { trusted } = language.file;
	if (trusted === undefined) return undefined;
	return whole(
		sms,
		"sender/unlisted",
		"sender: only numbers that the panel keeps need no code",
		`config set stored.language.${trusted}1 ${sms.from === "" ? "NUMBER" : sms.from}`,
	);
}

/** Why a text is longer than the language allows; null where it is not. */
export function overLimit(
	{ file: { limits = {} } }: MessageLanguage,
	text: string,
	message: Message | null,
): Diagnostic | null {
	const said = message === null ? 0 : callsOf(message).length;
	if (limits.text !== undefined && text.length > limits.text)
		return whole(
			{ text },
			"language/limit",
			`message: at most ${limits.text} characters, this has ${text.length}`,
			null,
		);
	return limits.calls !== undefined && said > limits.calls
		? whole(
				{ text },
				"language/limit",
				`message: at most ${limits.calls} commands, this has ${said}`,
				null,
			)
		: null;
}

function whole(
	{ text }: Pick<ReceivedSms, "text">,
	code: DiagnosticCode,
	message: string,
	hint: string | null,
): Diagnostic {
	return { code, message, hint, parameter: null, start: 0, end: text.length };
}
