import { characterName } from "../../../grammar/message/character-name.ts";
import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import {
	foreignLetter,
	SPACE_LIKE,
	UNSEEN,
} from "../../../grammar/message/lookalike.ts";
import type { Part } from "../../../grammar/message/message.ts";
import { shellWord } from "../../../grammar/message/shell-word.ts";
import type { Span } from "../../../grammar/message/span.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import { LONGEST_TEXT } from "../../sms/segments.ts";
import { notFourDigits, plainTextIn } from "./plain-text.ts";
import type {
	Lacking,
	PanelIdentity,
	ReceivedSms,
	Silence,
} from "./response.ts";
import type { SilenceReason } from "./silence-reason.ts";

/** A text that is not answered. */
interface Ignored {
	readonly model: PanelIdentity["model"];
	readonly sms: ReceivedSms;
	readonly verdict: Silence;
}

interface Reason {
	readonly code: DiagnosticCode;
	readonly message: string;
	readonly hint: string | null;
	/** The part that it is about; the whole text where it is left out. */
	readonly at?: Span | undefined;
}

/** Why a text is not answered. */
export function whyIgnored(
	{ model }: PanelIdentity,
	sms: ReceivedSms,
	verdict: Silence,
): Diagnostic {
	const { reason } = verdict;
	if (verdict.why !== undefined) return verdict.why;
	// Who texts a plain word to a panel that knows nobody means no installer message.
	const isPlain = () => plainTextIn(model, [], sms.text) !== null;
	if (reason === "unreadable" && !isPlain())
		return model.dialect.explain(sms.text);
	const told = reason === "unreadable" ? "unlisted" : reason;
	const { at, ...why } = reasons[told]({ model, sms, verdict });
	const { start, end } = at ?? { start: 0, end: sms.text.length };
	return { ...why, start, end, parameter: null };
}

const reasons: {
	readonly [R in Exclude<SilenceReason, "unreadable">]: (
		ignored: Ignored,
	) => Reason;
} = {
	"own-number": () => ({
		code: "sender/own-number",
		message: "sender: this is the panel's own number",
		hint: "a panel never answers itself; text it from another number",
	}),
	repeat: () => ({
		code: "sender/repeat",
		message: "sender: the network delivered this text twice",
		hint: "a text is executed once",
	}),
	"too-often": () => ({
		code: "sender/too-often",
		message:
			"sender: over the limit of texts that one sender may send in an hour",
		hint: "the limit stops two panels that answer each other",
	}),
	"too-long": () => ({
		code: "message/too-long",
		message: `message: longer than ${LONGEST_TEXT} characters, the most that SMS can carry`,
		hint: null,
	}),
	"no-power": () => ({
		code: "power/off",
		message: "power: the panel has none",
		hint: "power restore brings it back",
	}),
	unlisted: ({ sms: { from } }) =>
		from === ""
			? {
					code: "sender/withheld",
					message:
						"sender: withheld, and so nobody's; this is no installer message",
					hint: "let the phone show its number",
				}
			: {
					code: "sender/unlisted",
					message: "sender: not on the list, and this is no installer message",
					hint: `people add ${shellWord(from)} --name NAME --user 1 --can arm,disarm`,
				},
	disabled: ({ sms: { from } }) => ({
		code: "sender/disabled",
		message: "sender: this person is switched off",
		hint: `people enable ${shellWord(from)}`,
	}),
	"not-understood": ({ model, sms: { text } }) => ({
		code: "message/not-understood",
		...(unseenIn(model, text) ??
			wrongPinInFront(model, text) ??
			foreignLetter(text) ?? {
				message: "message: neither an installer message nor a plain word",
				hint: "HELP lists the words",
			}),
	}),
	secret: () => ({
		code: "credentials/secret",
		message: "secret: not this panel's",
		hint: "config show --show-secrets names it",
	}),
	script: () => ({
		code: "script/not-run",
		message: "script: it was not run",
		hint: "the event log says why",
	}),
	"late-code": () => ({
		code: "person/late-code",
		message: "one-time code: right, but more than 5 minutes after the question",
		hint: "text the word once more",
	}),
	"not-installer": ({ verdict: { lacking } }) => ({
		code: "sender/not-installer",
		message:
			lacking?.person === undefined
				? "sender: may not program, so it may not change the mode"
				: `sender: ${lacking.person.name} may not program, and so may not change the mode`,
		hint: lacking === undefined ? null : whatLetsIn(lacking),
	}),
	shut: () => ({
		code: "sender/shut",
		message: "sender: too many wrong codes; the panel ignores it for a while",
		hint: "wait, or disarm at the keypad",
	}),
	strangers: () => ({
		code: "sender/strangers",
		message:
			"sender: too many wrong codes from unlisted numbers; the panel ignores them all for a while",
		hint: "wait, text from a listed number, or disarm at the keypad",
	}),
	keyword: ({ verdict: { message } }) => ({
		code: "credentials/keyword",
		...notTheKeyword(message?.keyword),
	}),
	code: ({ model, verdict: { message } }) => ({
		code: "credentials/code",
		message: `${codeNames[model.credential]}: not this panel's`,
		hint: "config show --show-secrets names it",
		at: message?.code,
	}),
};

/** An installer's message but for characters that nobody sees: they are the reason. */
function unseenIn(
	{ dialect }: Ignored["model"],
	text: string,
): Omit<Reason, "code"> | null {
	const plainly = text.replace(SPACE_LIKE, " ").replace(UNSEEN, "");
	const isInstallers =
		dialect.read(text) === null && dialect.read(plainly) !== null;
	if (!isInstallers) return null;
	const { message, hint, start, end } = dialect.explain(text);
	return { message, hint, at: { start, end } };
}

/** Digits in front of a plain word that are no PIN. */
function wrongPinInFront(
	model: Ignored["model"],
	text: string,
): Omit<Reason, "code"> | null {
	const [all = "", digits = ""] = /^\s*([0-9]+)\s+/.exec(text) ?? [];
	const isPin = digits === "" || digits.length === 4;
	if (isPin || plainTextIn(model, [], text.slice(all.length)) === null)
		return null;
	const start = text.indexOf(digits);
	const end = start + digits.length;
	const { message, hint } = notFourDigits({ text: digits, start, end });
	return { message, hint, at: { start, end } };
}

/** A P-Word is compared as it is: what stands in it by mistake is named. */
function notTheKeyword(keyword: Part | undefined): Omit<Reason, "code"> {
	const message = "P-Word: not this panel's";
	const hint = "config show --show-secrets names it";
	const sign = /[^A-Za-z0-9]/u.exec(keyword?.text ?? "");
	if (keyword !== undefined && sign !== null) {
		const start = keyword.start + sign.index;
		return {
			message: `${message}, this is ${characterName(sign[0])}`,
			hint,
			at: { start, end: start + sign[0].length },
		};
	}
	return {
		message,
		hint: /[a-z]/.test(keyword?.text ?? "")
			? `capitals and small letters are different; ${hint}`
			: hint,
		at: keyword,
	};
}

/** The command that would let a number in. */
function whatLetsIn({ from, person, right }: Lacking): string {
	if (from === "") return "a withheld number is nobody's";
	if (person === undefined)
		return `people add ${shellWord(from)} --name NAME --can ${right}`;
	if (!person.enabled) return `people enable ${shellWord(from)}`;
	// What is said of rights is all of them.
	return `people add ${shellWord(from)} --can ${[...person.can, right].join(",")}`;
}

/** What the code in a message's head is called. */
export const codeNames = {
	"installer-code": "installer code",
	"user-pin": "user PIN",
	"access-code": "access code",
	"language-code": "code",
} as const;
