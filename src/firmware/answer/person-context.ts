import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Message } from "../../../grammar/message/message.ts";
import { phrasesIn } from "../../commands/plain/phrases/languages.ts";
import type {
	Asking,
	PlainCommand,
} from "../../commands/plain/plain-command.ts";
import { commandsByWord } from "../../commands/plain/words.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import type { Cause } from "../../panel/state/event.ts";
import { confirmationOf } from "../../panel/state/plain-words.ts";
import { languageOf, type Person } from "../../panel/state/remote-access.ts";
import { bySms } from "../../panel/state/sender.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import type { Response } from "./response.ts";
import type { TextContext } from "./text-context.ts";

/** A text of somebody listed, and how things stand when the panel hears it. */
export interface PersonContext extends TextContext {
	readonly person: Person;
}

/** What a text asks for, its arguments read. */
export interface Request {
	readonly message: Message;
	readonly command: BoundCommand<PlainCommand>;
	readonly args: Arguments;
}

/** What is said is made of this. */
export function askingOf({ state, now, person }: PersonContext): Asking {
	return {
		say: phrasesIn[languageOf(state.remote, person)],
		state,
		now,
		person,
		confirmedBy: (word) => confirmationOf(state.remote, word),
		words: commandsByWord,
	};
}

/** Whose doing it is. */
export function causeOf({ sender, person }: PersonContext): Cause {
	const by = bySms(sender);
	return person.user === 0 ? by : { ...by, user: person.user };
}

/** A text that is answered and does nothing, and why. */
export function declined(
	{ effects }: PersonContext,
	state: PanelState,
	reply: string,
	message: Message,
	command: BoundCommand<PlainCommand> | null,
	diagnostics: readonly Diagnostic[],
): Response {
	return {
		state,
		effects,
		reply,
		verdict: { type: "error", message, command, args: null, diagnostics },
	};
}

/** A reason that is about a whole message, or about a part of it. */
export function because(
	code: DiagnosticCode,
	message: string,
	hint: string | null,
	{ start, end }: { readonly start: number; readonly end: number },
): Diagnostic<DiagnosticCode> {
	return { code, message, hint, start, end, parameter: null };
}
