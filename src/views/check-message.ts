import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import { callsOf, type Message } from "../../grammar/message/message.ts";
import { plain } from "../../grammar/plain/dialect.ts";
import { explain as explainScript } from "../../grammar/script/explain.ts";
import { isScriptCall, read as readScript } from "../../grammar/script/read.ts";
import type { Command } from "../commands/define.ts";
import { type SlotReading, slotReadings } from "../derive/bind.ts";
import type { BoundCommand } from "../derive/bound-command.ts";
import { authorise } from "../firmware/answer/authorise.ts";
import { interpret, interpretCall } from "../firmware/answer/interpret.ts";
import { type Never, neverDone } from "../firmware/answer/never-done.ts";
import {
	bindPlain,
	type PlainText,
	plainTextOf,
} from "../firmware/answer/plain-text.ts";
import type { PanelIdentity } from "../firmware/answer/response.ts";
import { whyIgnored } from "../firmware/answer/silence-reasons.ts";
import { respond } from "../firmware/respond.ts";
import type { Model } from "../models/model.ts";
import { latest } from "../panel/state/log.ts";
import { mayDo, type Right } from "../panel/state/remote-access.ts";
import { resting } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { LONGEST_TEXT, type Measure, measure } from "../sms/segments.ts";
import { simulatedRefusals } from "./languages/simulated-refusals.ts";
import { dangerousSlips, type Slip } from "./languages/slips.ts";
import { modelsKnowing } from "./languages/whose-panel.ts";
import { senderWithoutCode, withCredentialsOf } from "./message-credentials.ts";
import type { Subject } from "./subject.ts";
import { isAttested, type MessageVerdict, verdictOf } from "./words/verdict.ts";

/** What the panel would do with a message; nothing is sent. */
export interface CheckReport {
	readonly model: Model;
	readonly text: string;
	readonly verdict: MessageVerdict;
	readonly ok: boolean;
	/** By what it was judged: a panel's file, the shape of a model, a panel fresh from the factory. */
	readonly judged: Judge;
	readonly message: Message | null;
	readonly command: BoundCommand<Command> | null;
	readonly parameters: readonly SlotReading[];
	readonly sms: Measure;
	readonly diagnostics: readonly Diagnostic[];
	/** Other models of which it is a message, where it is none of this one. */
	readonly elsewhere: readonly Model[];
	/** Other commands that one slip of the thumb makes of it. */
	readonly slips: readonly Slip[];
	/** What a panel of the maker may do and the simulated one does not. */
	readonly remarks: readonly string[];
}

export type Judge = "panel" | "shape" | "factory";

export interface CheckSettings {
	/** Whether a command must be printed for the model or its family. */
	readonly strict: boolean;
	/** The number that sends it; null judges the text only. */
	readonly as: string | null;
	/** Milliseconds since 1970, at which the panel of a file would get it. */
	readonly now: number;
}

/** A report, and the panel as the message would leave it. */
export interface CheckedMessage {
	readonly report: CheckReport;
	readonly state: PanelState;
}

/** Judges a text by the subject. Nothing is changed, whatever the text. */
export function checkMessage(
	subject: Subject,
	text: string,
	{ strict = false, as = null, now = 0 }: Partial<CheckSettings> = {},
): CheckReport {
	const judge = subject.file === null ? "shape" : "panel";
	return judgedMessage(subject, text, { strict, as, now }, judge).report;
}

/**
 * Judges a text, and says how the panel would be afterwards. A message that is
 * wrong leaves it as it was.
 * @param judge `shape` looks at no user, PIN or credential
 */
export function judgedMessage(
	{ model, state }: Subject,
	text: string,
	{ strict, as, now }: CheckSettings,
	judge: Judge,
): CheckedMessage {
	if (text.length > LONGEST_TEXT) return tooLong(model, state, text, judge);
	const read = readText(model, state, text);
	const { message, command, never } = read;
	const instant = Math.max(now, latest(state));
	const question = { model, state, text, read, as, instant };
	const judged =
		judge === "shape" ? judgedByShape(question) : judgedByPanel(question);
	const diagnostics = [
		...judged.diagnostics,
		...(strict && command !== null ? notPrinted(command, message) : []),
	];
	const ok = diagnostics.length === 0;
	const verdict = verdictOf(ok, command?.provenance ?? null);
	const report: CheckReport = {
		model,
		text,
		verdict,
		ok,
		judged: judge,
		message,
		command,
		parameters:
			message === null || command === null
				? []
				: readingsOf(model, command, message),
		sms: measure(text),
		diagnostics,
		elsewhere: ok || command !== null ? [] : modelsKnowing(text, model),
		slips: ok ? dangerousSlips(model, text) : [],
		remarks: ok ? simulatedRefusals(never) : [],
	};
	return { report, state: ok ? judged.state : state };
}

/** A text as the model's language and the plain words read it. */
interface ReadText {
	/** In the model's own language; null where it is no message of it. */
	readonly installers: Message | null;
	/** In plain words; null where it begins with none. */
	readonly said: PlainText | null;
	/** Whichever of the two it is. */
	readonly message: Message | null;
	readonly command: BoundCommand<Command> | null;
	/** Why it cannot be read as its command's arguments; null where it can. */
	readonly unread: readonly Diagnostic[] | null;
	/** Why no panel of the model does it; null where it is no installer's message. */
	readonly never: Never | null;
}

function readText(model: Model, state: PanelState, text: string): ReadText {
	const installers = model.dialect.read(text);
	const shaped =
		installers === null ? null : interpret(model, installers, text);
	const said = shaped?.command == null ? plainly(model, state, text) : null;
	if (said !== null) {
		const { command, message } = said;
		const { diagnostics: unread } = bindPlain(said, text, (above) =>
			plainly(model, state, above),
		);
		return { installers, said, message, command, unread, never: null };
	}
	return {
		installers,
		said,
		message: installers,
		command: shaped?.command ?? null,
		unread: shaped?.diagnostics ?? null,
		never: installers === null ? null : neverDone(model, installers, text),
	};
}

/** A text that is judged, and when and by whom it would be sent. */
interface Question {
	readonly model: Model;
	readonly state: PanelState;
	readonly text: string;
	readonly read: ReadText;
	readonly as: CheckSettings["as"];
	readonly instant: number;
}

/** What the panel would do, as far as that decides about the next message. */
interface Judgement {
	readonly diagnostics: readonly Diagnostic[];
	readonly state: PanelState;
}

function judgedByShape({ model, state, text, read }: Question): Judgement {
	const { message, never, unread } = read;
	if (isScriptCall(text)) {
		const isRead = readScript(text) !== null;
		return { diagnostics: isRead ? [] : [explainScript(text)], state };
	}
	if (message === null)
		return { diagnostics: [model.dialect.explain(text)], state };
	return { diagnostics: never?.diagnostics ?? unread ?? [], state };
}

function judgedByPanel(question: Question): Judgement {
	const { state, text, read, as } = question;
	const { installers, said } = read;
	if (as !== null) return heard(question, as, state);
	if (installers !== null && said === null)
		return installersHeard(question, installers);
	// Without a sender the rights of one cannot be judged.
	if (said !== null) return judgedByShape(question);
	const right: Right = isScriptCall(text) ? "script" : "status";
	const answers = state.remote.people
		.filter((person) => mayDo(person, right))
		.map(({ numbers: [number = ""] }) => heard(question, number, calm(state)));
	const [first] = answers;
	const done = answers.find((each) => each.diagnostics.length === 0);
	if (done !== undefined) return done;
	return isScriptCall(text) && first !== undefined
		? first
		: judgedByShape(question);
}

/** Credentials first; then what else is wrong, as if they had been right. */
function installersHeard(question: Question, message: Message): Judgement {
	const { model, state, text } = question;
	const programmer = state.remote.people.find((each) => mayDo(each, "program"));
	const known = senderWithoutCode(model, state, message);
	if (known !== null) return heard(question, known, calm(state));
	const sender = programmer?.numbers[0] ?? "";
	const authority = authorise(model, state, message);
	if (authority === "granted") return heard(question, sender, calm(state));
	const sms = { from: sender, text };
	const wrong = (["keyword", "code"] as const)
		.filter(
			(reason) => authority === `wrong-${reason}` || authority === "wrong-both",
		)
		.map((reason) =>
			whyIgnored(numberless(model), sms, { type: "silence", reason, message }),
		);
	const right = withCredentialsOf(model, calm(state), message);
	const { diagnostics } = heard(question, sender, right);
	return { diagnostics: [...wrong, ...diagnostics], state };
}

/** A dry run of the panel. */
function heard(
	{ model, state, text, instant }: Question,
	from: string,
	by: PanelState,
): Judgement {
	const panel = numberless(model);
	const sms = { from, text };
	const { verdict, state: after } = respond(panel, by, sms, instant);
	if (verdict.type === "silence")
		return { diagnostics: [whyIgnored(panel, sms, verdict)], state };
	const diagnostics = verdict.type === "error" ? verdict.diagnostics : [];
	return { diagnostics, state: after };
}

/** A panel without a number of its own: nobody's message comes from it. */
function numberless(model: Model): PanelIdentity {
	return { model, number: "" };
}

/** A text that no SMS can carry is not read; its beginning is shown. */
function tooLong(
	model: Model,
	state: PanelState,
	text: string,
	judge: Judge,
): CheckedMessage {
	const shown = text.slice(0, LONGEST_TEXT);
	const sms = { from: "", text: shown };
	const silence = {
		type: "silence",
		reason: "too-long",
		message: null,
	} as const;
	const diagnostics = [whyIgnored(numberless(model), sms, silence)];
	const verdict = verdictOf(false, null);
	const report: CheckReport = {
		model,
		text: shown,
		verdict,
		ok: false,
		judged: judge,
		message: null,
		command: null,
		parameters: [],
		sms: measure(shown),
		diagnostics,
		elsewhere: [],
		slips: [],
		remarks: [],
	};
	return { report, state };
}

/** What the fields of a message do; of several commands, one after the other. */
function readingsOf(
	model: Model,
	command: BoundCommand,
	message: Message,
): readonly SlotReading[] {
	if (message.more === undefined) return slotReadings(command, message);
	return callsOf(message).flatMap((call) => {
		const { command: said } = interpretCall(model, call);
		return said === null ? [] : slotReadings(said, call);
	});
}

/** The panel without its lockouts: the text is judged, not its sender. */
function calm(state: PanelState): PanelState {
	const { guard } = resting;
	return { ...state, runtime: { ...state.runtime, guard } };
}

/** The text as plain words; null where it begins with none. */
function plainly(
	model: Model,
	{ remote }: PanelState,
	text: string,
): PlainText | null {
	const message = plain.read(text);
	return message && plainTextOf(model, remote.aliases, message);
}

/** Under --strict a command must be printed for the model or its family, or seen at a panel. */
function notPrinted(
	{ spec, provenance }: BoundCommand,
	message: Message | null,
): readonly Diagnostic[] {
	if (isAttested(provenance) || message === null) return [];
	const { start, end } = message.word;
	return [
		{
			code: "message/not-printed",
			message: `${spec.word}: ${provenance}, printed in no manual of this maker`,
			hint: null,
			start,
			end,
			parameter: null,
		},
	];
}
