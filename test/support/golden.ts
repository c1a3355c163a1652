/** Messages of other makers' panels as their manuals print them, or as we read them. */
import vectors from "../models/vectors/dialect-messages.json" with {
	type: "json",
};

export interface GoldenMessage {
	readonly dialect: string;
	/** With this code it is right; null where it needs none. */
	readonly code?: string | null;
	readonly message: string;
	/** What it says; null where it cannot be read. */
	readonly calls: readonly GoldenCall[] | null;
	readonly kw?: string;
	readonly confirm?: boolean;
	/** Names of the commands; left out where it is none. */
	readonly cmd?: readonly string[];
	readonly fault?: string;
	readonly wrongCode?: boolean;
	/** The reply; null is silence, `n/s` is printed nowhere. */
	readonly reply: string | null;
	/** What has to be so for the reply. */
	readonly given?: string;
}

export interface GoldenCall {
	readonly word: string;
	readonly index: string | null;
	readonly ask: boolean;
	readonly slots: readonly string[];
}

export const goldenMessages = vectors as readonly GoldenMessage[];
