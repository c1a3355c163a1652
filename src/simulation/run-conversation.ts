import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import { isAsClaimed, pathFault, valueAt } from "../conversation/claim.ts";
import {
	type Conversation,
	type Doing,
	isDoing,
} from "../conversation/conversation.ts";
import { corpusDiagnostic } from "../conversation/corpus-fault.ts";
import { SlowPatternError } from "../conversation/glob.ts";
import {
	type Captures,
	type FindRegex,
	filled,
	noCaptures,
} from "../conversation/pattern.ts";
import {
	readEvent as panelEvent,
	type ReadEvent,
} from "../conversation/read-event.ts";
import { fits, senderOf } from "../conversation/replies.ts";
import { beginningOf } from "../conversation/timeline.ts";
import { whyIgnored } from "../firmware/answer/silence-reasons.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Model } from "../models/model.ts";
import { DEFAULT_NUMBER } from "../network/default-numbers.ts";
import { hasRegulars } from "../panel/alarm/schedule.ts";
import { clock } from "../panel/state/event.ts";
import { asTyped, type Numbering } from "../panel/state/phone-number.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
import { type Provenance, provenanceRank } from "../parameters/provenance.ts";
import { writeSent } from "./conversation-digest.ts";
import type { DigestInput } from "./digest-input.ts";
import {
	DirectPanel,
	type HeardText,
	type PanelInVirtualTime,
} from "./direct-panel.ts";
import type { Observer } from "./observer.ts";
import { type ChannelDeed, PanelOnNetwork } from "./panel-on-network.ts";
import type { Quirk } from "./quirk.ts";
import {
	channelSeed,
	effectsText,
	needsNetwork,
	noChannel,
	type RunChannel,
	ruleOf,
} from "./run-channel.ts";
import { writeStateDifference } from "./state-difference.ts";

/** The panel that a conversation begins with. */
export interface StartingPanel {
	readonly model: Model;
	readonly state: PanelState;
	/** How the panel's country writes phone numbers. */
	readonly numbering?: Numbering;
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
	readonly state: PanelState;
	/** Of its understood messages, the one that is worst attested; null without any. */
	readonly weakest: Provenance | null;
}

export interface RunOptions {
	readonly readEvent?: ReadEvent | undefined;
	readonly channel?: RunChannel | undefined;
	/** Told what the panel does. It changes no result. */
	readonly observer?: Observer;
	/** Finds the regular expressions of expected replies. */
	readonly find?: FindRegex | undefined;
	/** Answers in which a real panel differs; used without a channel only. */
	readonly quirks?: readonly Quirk[] | undefined;
	/** Gets what the panel sent, and how its state changed. */
	readonly digestInput?: DigestInput;
	/** Told after each step what left the panel in it. */
	readonly onStep?: (
		step: number,
		sent: readonly Outgoing[],
		state: PanelState,
	) => void;
}

/**
 * Runs a conversation with a panel of its own, in virtual time. Pure but for
 * `onStep`, the observer and the digest's input.
 */
export function runConversation(
	conversation: Conversation,
	{ model, state: initial, numbering = asTyped }: StartingPanel,
	{
		readEvent = panelEvent,
		channel = noChannel,
		digestInput,
		observer,
		quirks = [],
		find,
		onStep,
	}: RunOptions = {},
): Ran {
	const { steps } = conversation;
	const identity = { model, number: DEFAULT_NUMBER, numbering };
	const failures: Failure[] = [];
	let now = beginningOf(steps);
	let state = started(initial, now);
	let captures = noCaptures;
	/** The message of the last step that does something; null where that is no message. */
	let lastText: string | null = null;
	let last: HeardText | null = null;
	let weakest: Provenance | null = null;
	const air = needsNetwork(conversation, channel)
		? new PanelOnNetwork(
				identity,
				state,
				now,
				channel.rules,
				channelSeed(conversation, channel.seed),
				observer,
			)
		: null;
	const panel = air ?? new DirectPanel(identity, state, now, observer, quirks);

	// No closures here: making them for each of a million conversations takes more
	// time and memory than their work.
	for (let at = 0; at < steps.length; at += 1) {
		const step = steps[at];
		if (step === undefined) continue;
		if (isDoing(step)) {
			lastText = step.type === "sms" ? filled(step.text, captures) : null;
			now = timeAfter(step, now);
			const sent = done(step, lastText, now, panel, readEvent);
			state = panel.state;
			last = panel.heard ?? (air === null ? last : null);
			if (last !== null && step.type === "sms")
				weakest = weaker(weakest, last.response);
			if (digestInput !== undefined) writeSent(sent, digestInput);
			const fit = fitOf(step, sent, captures, find);
			if (fit === null || "slow" in fit) {
				const why =
					fit?.slow ??
					reasonOf(identity, last) ??
					channelReason(air?.channelDeeds ?? [], lastText);
				failures.push({ step: at, kind: "replies", got: sent, why, state });
			} else captures = fit;
			onStep?.(at, sent, state);
		} else if (step.type === "claim") {
			const value = valueAt(state, step.path);
			const claimed =
				typeof step.value === "string"
					? filled(step.value, captures)
					: step.value;
			const fault = value === null ? pathFault(state, step.path) : null;
			if (fault !== null || !isAsClaimed(claimed, value)) {
				const why =
					pathReason(step.path, fault) ??
					reasonOf(identity, last) ??
					channelReason(air?.channelDeeds ?? [], lastText);
				failures.push({ step: at, kind: "state", got: { value }, why, state });
			}
			onStep?.(at, nothing, state);
		} else if (step.type === "channel") air?.follow(ruleOf(step.rule));
	}
	if (digestInput !== undefined)
		writeStateDifference(initial, state, digestInput);
	return {
		failures,
		state,
		weakest,
	};
}

/** @param before of the messages so far */
function weaker(
	before: Provenance | null,
	{ verdict }: HeardText["response"],
): Provenance | null {
	if (verdict.type === "silence" || verdict.command === null) return before;
	const { provenance } = verdict.command;
	return before === null || provenanceRank[provenance] > provenanceRank[before]
		? provenance
		: before;
}

function pathReason(path: string, fault: string | null): Why | null {
	if (fault === null) return null;
	const span = { start: 0, end: path.length };
	return {
		text: path,
		diagnostic: corpusDiagnostic("path", fault, null, span),
	};
}

/** The captures after a step, or null; or that a pattern takes too long. */
function fitOf(
	step: Doing,
	sent: readonly Outgoing[],
	captures: Captures,
	find: FindRegex | undefined,
): Captures | { readonly slow: Why } | null {
	try {
		return fits(step.replies, sent, senderOf(step), captures, find);
	} catch (error) {
		if (!(error instanceof SlowPatternError)) throw error;
		const text = step.replies?.map(({ pattern }) => pattern).join(" ") ?? "";
		const { message } = error;
		const span = { start: 0, end: text.length };
		return {
			slow: { text, diagnostic: corpusDiagnostic("slow", message, null, span) },
		};
	}
}

/** When a step is over. */
function timeAfter(step: Doing, now: number): number {
	if (step.type === "wait") return now + step.milliseconds;
	return step.type === "at" ? step.instant : now;
}

/**
 * Does a step at a panel.
 *
 * @param text the message, where it is one
 * @param now when the step is over
 * @returns what came to phones
 */
function done(
	step: Doing,
	text: string | null,
	now: number,
	panel: PanelInVirtualTime,
	readEvent: ReadEvent,
): readonly Outgoing[] {
	switch (step.type) {
		case "sms":
			panel.text(senderOf(step), text ?? step.text);
			break;
		case "wait":
		case "at":
			panel.advanceTo(now);
			break;
		case "event": {
			const reading = readEvent(step.text);
			if (!("event" in reading)) return nothing;
			panel.happen(reading.event);
		}
	}
	return panel.sent;
}

/** The state at the start: what the panel does by the clock counts from here. */
export function started(state: PanelState, now: number): PanelState {
	return hasRegulars(state)
		? transition(state, { type: "time", by: clock }, now).state
		: state;
}

const nothing: readonly Outgoing[] = [];

function reasonOf(
	identity: { readonly model: Model; readonly number: string },
	heard: HeardText | null,
): Why | null {
	if (heard === null) return null;
	const { from, text, response } = heard;
	const { verdict } = response;
	if (verdict.type === "silence")
		return {
			text,
			diagnostic: whyIgnored(identity, { from, text }, verdict),
		};
	const [diagnostic] = verdict.type === "error" ? verdict.diagnostics : [];
	return diagnostic === undefined ? null : { text, diagnostic };
}

/** What the channel did: it may explain why something else came. */
function channelReason(
	channelDeeds: readonly ChannelDeed[],
	message: string | null,
): Why | null {
	const [first] = channelDeeds;
	if (first === undefined) return null;
	const text = message ?? "the network";
	return {
		text,
		diagnostic: {
			code: `channel/${first.effects[0]?.kind}`,
			message: `channel: ${channelDeeds.map(effectsText).join("; ")}`,
			hint: null,
			parameter: null,
			start: 0,
			end: text.length,
		},
	};
}
