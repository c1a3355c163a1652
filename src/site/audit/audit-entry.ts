/*
 * What an audit tells of a site, entry by entry. No entry holds a secret: texts have
 * references in their place, and values are compared by a MAC.
 */

import type { HowKnown } from "../../plan/how-known.ts";

/** What a text to the panel is for. */
export type TextPurpose =
	| "probe"
	/** Whether it answers under the credentials that a message gave it. */
	| "probe-new"
	/** Whether it answers under those from before. */
	| "probe-old"
	| "mode"
	| "message"
	| "reading";

/** A message of the plan, as the audit knows it. */
export interface AuditedMessage {
	/** With references in place of secrets. */
	readonly text: string;
	readonly word: string;
	/** Of the text as it is sent. */
	readonly mac: string;
	readonly settings: readonly AuditedSetting[];
	/** Of what lets messages in behind it; null where it changes nothing of that. */
	readonly access: string | null;
}

/** What a message makes right. */
export interface AuditedSetting {
	/** `users.1.pin`; a thing that goes has its own path, `users.3`. */
	readonly path: string;
	/** Of its value; null for a thing that goes. */
	readonly mac: string | null;
}

/** A run begins, or goes on where the last one stopped. */
export interface BegunEntry {
	readonly type: "begun";
	readonly resumed: boolean;
	readonly model: string;
	readonly number: string;
	/** What the plan starts from: `factory`, `unknown`, `audit`, a file. */
	readonly from: string;
	/** Names the key of all its MACs. */
	readonly key: string;
	/** Of what lets messages in at the start. */
	readonly access: string;
	readonly messages: readonly AuditedMessage[];
}

/** A text is about to be handed over. From here on it may be out. */
export interface SendingEntry {
	readonly type: "sending";
	readonly purpose: TextPurpose;
	/** Which message of the plan, from 0; null for any other text. */
	readonly message: number | null;
	readonly word: string;
	/** With references in place of secrets. */
	readonly text: string;
	/** When silence is silence, whatever becomes of handing over: milliseconds since 1970. */
	readonly until: number;
}

/** What the network made of the text. */
export interface HandedEntry {
	readonly type: "handed";
	readonly accepted: boolean;
	/** It may be out all the same. */
	readonly doubtful: boolean;
	readonly reason: string | null;
	readonly references: readonly number[];
	/** When silence is silence. */
	readonly until: number;
}

/** A text came from the panel. */
export interface HeardEntry {
	readonly type: "heard";
	/** As it came where it is an answer without secrets; else what it is. */
	readonly text: string;
	/** Tells repeats of the same SMS. */
	readonly identity: string;
	/** Which text of this run it answers, from 0; null for none. */
	readonly answers: number | null;
	/** Service-centre time, milliseconds since 1970; null where it is not known. */
	readonly sentAt: number | null;
	readonly as: /** The answer that was waited for. */
		| "answer"
		/** To an earlier text. */
		| "late"
		/** The network delivered the same SMS once more. */
		| "again"
		/** One more than texts are open: the panel got one of them twice. */
		| "second"
		/** No answer. */
		| "other";
	/** What it settles of a message; null where it settles nothing. In one entry with it, so that no kill comes between. */
	readonly settles: Settlement | null;
}

/** What is known of a message now. */
export interface Settlement {
	readonly message: number;
	readonly as: HowKnown | "refused" | "silent";
}

/** No text settles it, but that none came, or that none is to be waited for. */
export interface SettledEntry extends Settlement {
	readonly type: "settled";
}

/** What the panel has, by its own answer. */
export interface ReadBackEntry {
	readonly type: "read-back";
	readonly settings: readonly ReadSetting[];
}

export interface ReadSetting {
	readonly path: string;
	/** Whether it is what the site names. */
	readonly agrees: boolean;
}

/** How a run ends. */
export type RunOutcome =
	| "done"
	/** The panel answered ERROR. */
	| "refused"
	| "silent"
	/** It is armed, or about to be. */
	| "armed"
	/** It has another setting than was acknowledged. */
	| "differs"
	/** The network or the modem did not take a text. */
	| "unsent"
	/** A person, or a limit, stopped it. */
	| "stopped";

export interface EndedEntry {
	readonly type: "ended";
	readonly outcome: RunOutcome;
	/** One line for people. */
	readonly why: string;
}

export type AuditEntry =
	| BegunEntry
	| SendingEntry
	| HandedEntry
	| HeardEntry
	| SettledEntry
	| ReadBackEntry
	| EndedEntry;
