/**
 * What a panel answers to the messages of its model, by what comes of them; null
 * is silence. Templates stand as text, or read (see reply-template.ts). The
 * answer of a query is the query's own.
 */
export interface Replies<Template = string> {
	/** It is done, and durable. */
	readonly done: Template | null;
	/** A rule of the panel is against it. */
	readonly refused: Template | null;
	/** The command is known; what it is given does not fit. */
	readonly badValue: Template | null;
	/** The credentials are right; the model has no such command. */
	readonly unknownWord: Template | null;
	/** It is not built like a message of the model. */
	readonly unreadable: Template | null;
	/** It names another keyword, whatever its code. */
	readonly wrongKeyword: Template | null;
	/** It names another code, under the right keyword where there is one. */
	readonly wrongCode: Template | null;
}

/** What a command can answer in words of its own: `ARMED`. */
export type OwnReplies = Partial<
	Pick<Replies, "done" | "refused" | "badValue">
>;
