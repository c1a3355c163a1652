import type { Diagnostic } from "../../grammar/diagnostic.ts";
import { DEFAULT_NUMBER, DEFAULT_PHONE } from "../device/default-numbers.ts";
import { whyIgnored } from "../firmware/journal.ts";
import { noticeText } from "../firmware/notice-sms.ts";
import { respond } from "../firmware/respond.ts";
import type { Response } from "../firmware/response.ts";
import type { Model } from "../models/model.ts";
import { clock } from "../panel/event.ts";
import { dueNotices } from "../panel/notices.ts";
import { asTyped, type Numbering } from "../panel/phone-number.ts";
import type { PanelState } from "../panel/state.ts";
import { transition } from "../panel/transition.ts";
import { holds, valueAt } from "./claim.ts";
import {
	type Conversation,
	type Doing,
	isDoing,
	type Replies,
} from "./conversation.ts";
import { conversationDigest } from "./digest.ts";
import { type ReadHappening, happening as today } from "./happening.ts";
import { type Captures, filled, fitted } from "./pattern.ts";
import { remembered } from "./remembered.ts";
import { beginningOf } from "./timeline.ts";

/** The panel that a conversation begins with. */
export interface Beginning {
	readonly model: Model;
	readonly state: PanelState;
	/** How the panel's country writes phone numbers. */
	readonly numbering?: Numbering;
}

/** Something that left the panel. */
export interface Outgoing {
	readonly to: string;
	readonly text: string;
}

/** A claim that does not hold. */
export interface Failure {
	/** Its step, counted from 0. */
	readonly step: number;
	readonly kind: "replies" | "state";
	/** What came: texts that left the panel, or a value of the state. */
	readonly got: readonly Outgoing[] | { readonly value: unknown };
	/** Why the panel refused or ignored the last message, where it did. */
	readonly why: Why | null;
	/** What the panel remembered then. */
	readonly state: PanelState;
}

export interface Why {
	/** The message. */
	readonly text: string;
	readonly diagnostic: Diagnostic;
}

/** What came of a conversation. */
export interface Ran {
	readonly failures: readonly Failure[];
	readonly digest: Uint8Array;
	readonly state: PanelState;
}

export interface RunOptions {
	readonly happening?: ReadHappening;
	/** Told after each step what left the panel in it; for recording. */
	readonly onStep?: (
		step: number,
		sent: readonly Outgoing[],
		state: PanelState,
	) => void;
}

/**
 * Holds a conversation with a panel of its own, in virtual time. Pure but for
 * `onStep`: the state stays in memory, and no message waits for anything.
 */
export function runConversation(
	{ id, steps }: Conversation,
	{ model, state: initial, numbering = asTyped }: Beginning,
	{ happening = today, onStep }: RunOptions = {},
): Ran {
	const subscriber = { model, number: DEFAULT_NUMBER, numbering };
	const failures: Failure[] = [];
	let account = field(id);
	let state = initial;
	let now = beginningOf(steps);
	let captures: Captures = none;
	let last: Heard | null = null;
	const why = () => (last === null ? null : reasonOf(subscriber, last));

	for (let at = 0; at < steps.length; at += 1) {
		const step = steps[at];
		if (step === undefined) continue;
		if (isDoing(step)) {
			const sent = withNotices(done(step));
			for (const { to, text } of sent) account += field(to) + field(text);
			account += "\n";
			const fit = fits(step.replies, sent, senderOf(step), captures);
			if (fit === null)
				failures.push({
					step: at,
					kind: "replies",
					got: sent,
					why: why(),
					state,
				});
			else captures = fit;
			onStep?.(at, sent, state);
		} else if (step.type === "claim") {
			const value = valueAt(state, step.path);
			const claimed =
				typeof step.value === "string"
					? filled(step.value, captures)
					: step.value;
			if (!holds(claimed, value))
				failures.push({
					step: at,
					kind: "state",
					got: { value },
					why: why(),
					state,
				});
			onStep?.(at, nothing, state);
		}
	}
	return {
		failures,
		digest: conversationDigest(account + remembered(initial, state)),
		state,
	};

	/** What people are told unasked goes out at once. */
	function withNotices(sent: readonly Outgoing[]): readonly Outgoing[] {
		const due = dueNotices(state);
		if (due.length === 0) return sent;
		const told = due.map(({ notice, to }) => ({
			to,
			text: noticeText(state, notice),
		}));
		for (const { notice } of due)
			state = transition(
				state,
				{ type: "notice-sent", notice: notice.id, by: clock },
				now,
			).state;
		return [...sent, ...told];
	}

	function done(step: Doing): readonly Outgoing[] {
		switch (step.type) {
			case "sms": {
				const from = senderOf(step);
				const text = filled(step.text, captures);
				const response = respond(subscriber, state, { from, text }, now);
				state = response.state;
				last = { text, response };
				return response.reply === null
					? nothing
					: [{ to: from, text: response.reply }];
			}
			case "wait":
				now += step.milliseconds;
				state = transition(state, time, now).state;
				return nothing;
			case "at":
				now = step.instant;
				state = transition(state, time, now).state;
				return nothing;
			case "event": {
				const reading = happening(step.text);
				if ("event" in reading)
					state = transition(state, reading.event, now).state;
				return nothing;
			}
		}
	}
}

/** Who is answered in a step. */
export function senderOf(step: Doing): string {
	return step.type === "sms" ? (step.from ?? DEFAULT_PHONE) : DEFAULT_PHONE;
}

const none: Captures = new Map();
const nothing: readonly Outgoing[] = [];
const time = { type: "time", by: clock } as const;

/** The captures after replies that are as expected, or null where they are not. */
function fits(
	expected: Replies,
	sent: readonly Outgoing[],
	sender: string,
	before: Captures,
): Captures | null {
	if (expected === null) return before;
	if (expected.length !== sent.length) return null;
	let captures = before;
	for (const [at, { to, pattern }] of expected.entries()) {
		const came = sent[at];
		if (came === undefined || came.to !== (to ?? sender)) return null;
		const fit = fitted(pattern, came.text, captures);
		if (fit === null) return null;
		captures = fit;
	}
	return captures;
}

interface Heard {
	readonly text: string;
	readonly response: Response;
}

function reasonOf(
	subscriber: { readonly model: Model; readonly number: string },
	{ text, response }: Heard,
): Why | null {
	const { verdict } = response;
	if (verdict.type === "silence")
		return {
			text,
			diagnostic: whyIgnored(subscriber, text, verdict),
		};
	const [diagnostic] = verdict.type === "error" ? verdict.diagnostics : [];
	return diagnostic === undefined ? null : { text, diagnostic };
}

/** With its length in front, so that two fields are never taken for one. */
function field(text: string): string {
	return `${text.length}:${text}`;
}
