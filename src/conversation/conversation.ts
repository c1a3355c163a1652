import { durationText } from "../time/duration.ts";
import { instantText } from "../time/instant.ts";

/**
 * Messages, events and replies in time. A transcript and a line of JSON are two
 * forms of this record. Plain data; null is what the author left out.
 */
export interface Conversation {
	readonly id: string;
	/** Name or alias of a model. */
	readonly model: string | null;
	/** A panel-config.json to start from, relative to the corpus' file. */
	readonly config: string | null;
	readonly seed: number | null;
	/** Where what it claims is printed. */
	readonly source: string | null;
	readonly tags: readonly string[];
	readonly steps: readonly Step[];
}

export type Step = Doing | Claim | ChannelLine | Comment;

/** A step that may make the panel send something. */
export type Doing = Sms | Wait | At | Event;

export interface Sms {
	readonly type: "sms";
	/** `{{name}}` stands for what was captured under that name. */
	readonly text: string;
	/** The sender, "" when withheld; null is the default phone. */
	readonly from: string | null;
	readonly replies: ExpectedReplies;
}

/** Time passes. */
export interface Wait {
	readonly type: "wait";
	readonly milliseconds: number;
	readonly replies: ExpectedReplies;
}

/**
 * Time passes until that instant, in milliseconds since 1970-01-01T00:00:00Z. As
 * the first step it says when the conversation begins.
 */
export interface At {
	readonly type: "at";
	readonly instant: number;
	readonly replies: ExpectedReplies;
}

/** Something happens at the panel, in the step language. */
export interface Event {
	readonly type: "event";
	readonly text: string;
	readonly replies: ExpectedReplies;
}

/** What leaves the panel in a step: null is no claim, an empty list is silence. */
export type ExpectedReplies = readonly Reply[] | null;

export interface Reply {
	/** Null is the sender of the message that is answered, else the default phone. */
	readonly to: string | null;
	/** See pattern.ts. */
	readonly pattern: string;
}

/** What a field of the state is to be. */
export interface Claim {
	readonly type: "claim";
	/** Lists by id: `users.1.name`. */
	readonly path: string;
	/** A JSON value; null also for what is not there. */
	readonly value: unknown;
}

/** A rule of the network between phone and panel. */
export interface ChannelLine {
	readonly type: "channel";
	readonly rule: string;
}

export interface Comment {
	readonly type: "comment";
	readonly text: string;
}

/** Whether a step may make the panel send something. */
export function isDoing(step: Step): step is Doing {
	return (
		step.type === "sms" ||
		step.type === "wait" ||
		step.type === "at" ||
		step.type === "event"
	);
}

/** The time of a step as both forms write it. */
export function timeText(step: Wait | At): string {
	return step.type === "wait"
		? durationText(step.milliseconds)
		: instantText(step.instant);
}

/** Waits are at most this many milliseconds: a hundred years of 365 days. */
export const LONGEST_WAIT = 100 * 365 * 86_400_000;
