import type { Diagnostic } from "../../grammar/diagnostic.ts";
import type { Message } from "../../grammar/message.ts";
import { type Change, changes } from "../panel/changes.ts";
import type { Effect } from "../panel/effect.ts";
import type { PanelState } from "../panel/state.ts";
import type { Arguments } from "../spec/command-spec.ts";
import type { Provenance } from "../spec/provenance.ts";
import type { Lacking, ReceivedSms, Response, Subscriber } from "./response.ts";

/** One step on the way of an SMS, as plain data: everything shown is told from these. */
export type JournalEntry =
	| { readonly step: "received"; readonly from: string; readonly text: string }
	| { readonly step: "read"; readonly message: Message }
	| {
			readonly step: "understood";
			readonly command: string;
			readonly provenance: Provenance;
			readonly args: Arguments;
	  }
	| { readonly step: "changed"; readonly changes: readonly Change[] }
	| { readonly step: "effects"; readonly effects: readonly Effect[] }
	| { readonly step: "answered"; readonly reply: string | null }
	/** Right credentials, something else wrong. */
	| {
			readonly step: "refused";
			readonly text: string;
			readonly word: string;
			readonly diagnostics: readonly Diagnostic[];
	  }
	/** No answer on purpose; the diagnostic says why, beside the wire. */
	| { readonly step: "ignored"; readonly diagnostic: Diagnostic };

/** The steps that led from a text to a response. */
export function journalOf(
	subscriber: Subscriber,
	before: PanelState,
	{ from, text }: ReceivedSms,
	{ state, effects, reply, verdict }: Response,
): readonly JournalEntry[] {
	const entries: JournalEntry[] = [{ step: "received", from, text }];
	if (verdict.message !== null)
		entries.push({ step: "read", message: verdict.message });
	if (verdict.type === "silence") {
		const diagnostic = whyIgnored(subscriber, { from, text }, verdict);
		entries.push({ step: "ignored", diagnostic });
	} else if (verdict.command !== null && verdict.args !== null) {
		const { spec, provenance } = verdict.command;
		entries.push({
			step: "understood",
			command: spec.word,
			provenance,
			args: verdict.args,
		});
	}
	if (verdict.type === "error")
		entries.push({
			step: "refused",
			text,
			word: verdict.message.word.text,
			diagnostics: verdict.diagnostics,
		});
	const changed = changes(before, state);
	if (changed.length > 0) entries.push({ step: "changed", changes: changed });
	if (effects.length > 0) entries.push({ step: "effects", effects });
	if (verdict.type !== "silence") entries.push({ step: "answered", reply });
	return entries;
}

/** Why a text is not answered. */
export function whyIgnored(
	{ model }: Subscriber,
	{ from, text }: ReceivedSms,
	{
		reason,
		message,
		lacking,
		why,
	}: Extract<Response["verdict"], { type: "silence" }>,
): Diagnostic {
	if (why !== undefined) return why;
	const whole = { start: 0, end: text.length, parameter: null };
	switch (reason) {
		case "unreadable":
			return model.dialect.explain(text);
		case "own-number":
			return {
				code: "sender/own-number",
				message: "sender: this is the panel's own number",
				hint: "a panel never answers itself; text it from another number",
				...whole,
			};
		case "repeat":
			return {
				code: "sender/repeat",
				message: "sender: the network delivers this text once more",
				hint: "a text is executed once",
				...whole,
			};
		case "too-often":
			return {
				code: "sender/too-often",
				message: "sender: more texts in an hour than one sender is heard with",
				hint: "the limit keeps two panels from talking to each other for ever",
				...whole,
			};
		case "no-power":
			return {
				code: "power/off",
				message: "power: the panel has none",
				hint: "power restore brings it back",
				...whole,
			};
		case "unlisted":
			return {
				code: "sender/unlisted",
				message: "sender: nobody's number, and no message of an installer",
				hint: `people add ${from} --name NAME --user 1 --can arm,disarm`,
				...whole,
			};
		case "disabled":
			return {
				code: "sender/disabled",
				message: "sender: this person is not let in at the moment",
				hint: `people enable ${from}`,
				...whole,
			};
		case "not-understood":
			return {
				code: "message/not-understood",
				message: "message: neither an installer's nor a plain word",
				hint: "HELP lists the words",
				...whole,
			};
		case "secret":
			return {
				code: "credentials/secret",
				message: "secret: not this panel's",
				hint: "config show --show-secrets names it",
				...whole,
			};
		case "script":
			return {
				code: "script/not-run",
				message: "script: it was not run",
				hint: "the event log says why",
				...whole,
			};
		case "late-code":
			return {
				code: "person/late-code",
				message:
					"one-time code: right, and more than 5 minutes after the question",
				hint: "text the word once more",
				...whole,
			};
		case "not-installer":
			return {
				code: "sender/not-installer",
				message:
					lacking?.person === undefined
						? "sender: nobody who may program, and it would change the mode"
						: `sender: ${lacking.person.name} may not program, and it would change the mode`,
				hint: lacking === undefined ? null : whatLetsIn(lacking),
				...whole,
			};
		case "shut":
			return {
				code: "sender/shut",
				message: "sender: too many wrong codes, not heard for a while",
				hint: "wait, or disarm at the keypad",
				...whole,
			};
		case "strangers":
			return {
				code: "sender/strangers",
				message:
					"sender: too many wrong codes of numbers that are nobody's; none of them is heard for a while",
				hint: "wait, text from a listed number, or disarm at the keypad",
				...whole,
			};
		case "keyword":
			return {
				code: "credentials/keyword",
				message: "P-Word: not this panel's",
				hint: "config show --show-secrets names it",
				...whole,
				...placed(message?.keyword),
			};
		case "code":
			return {
				code: "credentials/code",
				message: `${codeNames[model.credential]}: not this panel's`,
				hint: "config show --show-secrets names it",
				...whole,
				...placed(message?.code),
			};
	}
}

/** The command that would let a number in. */
function whatLetsIn({ from, person, right }: Lacking): string {
	if (from === "") return "a withheld number is nobody's";
	if (person === undefined)
		return `people add ${from} --name NAME --can ${right}`;
	if (!person.enabled) return `people enable ${from}`;
	// What is said of rights is all of them.
	return `people add ${from} --can ${[...person.can, right].join(",")}`;
}

function placed(part: { start: number; end: number } | undefined) {
	return part === undefined ? {} : { start: part.start, end: part.end };
}

const codeNames = {
	"installer-code": "installer code",
	"user-pin": "user PIN",
	"access-code": "access code",
} as const;
