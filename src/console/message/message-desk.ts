import type { checkListJson } from "../../views/check-list.ts";
import type { composedJson } from "../../views/compose-message.ts";
import type { commandJson } from "../../views/describe-commands.ts";
import type { CheckJson } from "../../views/json/check-json.ts";
import type { modelJson } from "../../views/languages/model-json.ts";

/** What a model is, as `views/` tells it. */
export type ModelSummary = ReturnType<typeof modelJson>;
/** What a message would do, or what is wrong with it. */
export type MessageCheck = CheckJson;
/** A list of messages, judged in its order. */
export type ListCheck = ReturnType<typeof checkListJson>;
/** A command of a model, field by field. */
export type CommandEntry = ReturnType<typeof commandJson>;
/** A message that was written, or why none can be. */
export type ComposedMessage = ReturnType<typeof composedJson>;

/** What a message is written from. */
export interface WantedMessage {
	readonly model: string;
	readonly word: string;
	/** By name, as texts; `""` is a blank, what is left out is not said. */
	readonly fields: Readonly<Record<string, string>>;
	/** The P-Word; `""` for the factory's. Of no use where a language has none. */
	readonly keyword: string;
	/** The code in the message's head; `""` for the factory's. */
	readonly code: string;
}

/**
 * What can be asked about messages, with no panel at all. One implementation has
 * the languages in the page itself, the other asks the server. Nothing that is
 * asked is kept or sent elsewhere.
 */
export interface MessageDesk {
	/** Every model, the default first. */
	models(): Promise<readonly ModelSummary[]>;
	check(model: string, text: string): Promise<MessageCheck>;
	/** @param content messages, one a line; empty lines and `# comments` are none */
	checkList(model: string, content: string): Promise<ListCheck>;
	compose(wanted: WantedMessage): Promise<ComposedMessage>;
	/** Every command of a model, in the order of its declaration. */
	commands(model: string): Promise<readonly CommandEntry[]>;
}
