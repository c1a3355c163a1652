import { recently } from "../../commands/plain/when.ts";
import { doubtAt, nextDoubt } from "../../panel/reporting/doubts.ts";
import { destinationsOf } from "../../panel/reporting/groups.ts";
import { dueNotices } from "../../panel/reporting/notices.ts";
import {
	dueReports,
	RETRY_PAUSE,
	roundsMatter,
} from "../../panel/reporting/reports.ts";
import { isSilentReport } from "../../panel/state/contact-id.ts";
import { clock, type PanelEvent } from "../../panel/state/event.ts";
import type { Doubt } from "../../panel/state/leave.ts";
import { find } from "../../panel/state/numbered.ts";
import type { Report } from "../../panel/state/runtime.ts";
import type { Destination, PanelState } from "../../panel/state/state.ts";
import { readReceiverUrl } from "../../receivers/receiver-address.ts";
import { MINUTE } from "../../time/units.ts";
import { noticeText } from "./notice-sms.ts";
import { reportSms } from "./report-sms.ts";

/** A text that leaves the panel. */
export interface Outgoing {
	readonly to: string;
	readonly text: string;
}

/** What leaves the panel, and what it is in the panel's memory. */
export type Leaving =
	| {
			readonly kind: "report";
			readonly id: number;
			readonly destination: number;
			/**
			 * Null where no text reaches the destination: it is a receiver's, or fails
			 * there.
			 */
			readonly sms: Outgoing | null;
			readonly doubt?: Doubt | undefined;
	  }
	| {
			readonly kind: "notice" | "answer";
			readonly id: number;
			readonly sms: Outgoing;
			/** Left out where it cannot have arrived already. */
			readonly doubt?: Doubt | undefined;
	  };

/** Numbers that could not be reached, and the instant from which on each is tried again. */
export type Unreached = ReadonlyMap<string, number>;

/** Everybody can be reached. */
export const nobody: Unreached = new Map();

/** What came of sending. */
export type Sending =
	| "sent"
	/** It can never go. */
	| "failed"
	/** It may go later: network away, modem busy. */
	| "later"
	/** It was handed over, and the modem never told what came of it: it may have gone. */
	| "in-doubt"
	/** The power went before it was out: it is as if nobody had tried. */
	| "withheld";

/**
 * Which way out a loop serves. Where no receiver is connected, a report to one fails
 * at once, and one loop serves all. Else texts have a loop, and each destination
 * that is a receiver has one of its own: a receiver that is slow holds up nobody.
 */
export type Way =
	| "all"
	| "texts"
	/** The receiver of the destination with this number. */
	| number;

/** Failures in a row after which one more tells nothing new of a destination. */
const FAILURES_THAT_SHOW = 99;

/**
 * What leaves the panel next; null where nothing does now. Without power nothing
 * does. Alarms go before answers, since somebody may be waiting for help:
 * reports, then notices, then answers and what scripts text. Two kinds of report
 * go last: a silent one, since a late answer would betray it to whoever forces
 * somebody to disarm, and one that has failed, since it may fail for long. Texts
 * to one number keep their order, and a number that cannot be reached holds up
 * nobody else. What may have arrived already goes behind all else, and holds up
 * nothing else to that number.
 *
 * @param now milliseconds since 1970
 * @param way what leaves by another way is another loop's
 */
export function next(
	state: PanelState,
	unreached: Unreached,
	now: number,
	way: Way = "all",
): Leaving | null {
	const { cutAt, outbox, notices, outgoing } = state.runtime;
	// Asked after every step of every replay, and nearly always in vain.
	if (outbox.length + notices.length + outgoing.length === 0) return null;
	if (cutAt !== null) return null;
	const reports = dueReports(state, now).filter(
		({ report, destination }) =>
			goesBy(way, destination) && !isHopeless(state, report, way),
	);
	if (typeof way === "number") {
		// Where one goes, what waits for another try goes before it: an end never
		// overtakes its beginning.
		const first =
			reports.length === 0
				? undefined
				: dueReports(state, Number.POSITIVE_INFINITY).find(({ destination }) =>
						goesBy(way, destination),
					);
		return first === undefined ? null : leavingReport(state, first);
	}
	const urgent = reports.find(({ report }) => !mayWait(state, report, way));
	if (urgent !== undefined) return leavingReport(state, urgent);
	const within = [...messages(state)].filter(
		({ sms }) => !isPaused(unreached.get(sms.to), now),
	);
	const message = within.find(({ doubt }) => doubt === undefined);
	if (message !== undefined) return dated(state, message, now);
	const last =
		reports.find(({ report }) => isSilentReport(report.event)) ?? reports[0];
	if (last !== undefined) return leavingReport(state, last);
	const again = within.find(({ doubt }) => (doubt?.due ?? now) <= now);
	return again === undefined ? null : dated(state, again, now);
}

type Message = Extract<Leaving, { readonly kind: "notice" | "answer" }>;

/** What is older does not pass for news. */
const LATE = 5 * MINUTE;

/**
 * A message for people that leaves long after what it tells begins with when that
 * was: `18:02: The house is disarmed.` What a program may read is as it always is.
 */
function dated(state: PanelState, message: Message, now: number): Message {
	const { notices, outgoing } = state.runtime;
	const waiting: readonly {
		readonly id: number;
		readonly at?: number | undefined;
	}[] = message.kind === "notice" ? notices : outgoing;
	const at = find(waiting, message.id)?.at ?? now;
	if (now - at < LATE) return message;
	const { to, text } = message.sms;
	const sms = { to, text: `${recently(state, at, now)}: ${text}` };
	return { ...message, sms };
}

function goesBy(way: Way, destination: Destination): boolean {
	if (way === "all") return true;
	if (way === "texts") return !isReceiver(destination);
	return destination.id === way && isReceiver(destination);
}

/** Whether a destination is a receiver of alarms, and no phone. */
export function isReceiver({ url, carrier }: Destination): boolean {
	return readReceiverUrl(url, carrier)?.ok ?? false;
}

/** Whether something can bring a report to a destination at all. */
function isWithinReach(
	state: PanelState,
	report: Report,
	destination: Destination,
	way: Way,
): boolean {
	return (
		reportSms(state, report, destination) !== null ||
		(way !== "all" && isReceiver(destination))
	);
}

/** Whether a report goes behind the answers. */
function mayWait(state: PanelState, report: Report, way: Way): boolean {
	if (isSilentReport(report.event) || report.rounds > 0) return true;
	// A destination that nothing reaches fails at once and holds up nothing.
	return destinationsOf(state, report).some(
		(destination) =>
			report.failed.includes(destination.id) &&
			isWithinReach(state, report, destination, way),
	);
}

function leavingReport(
	state: PanelState,
	{ report, destination }: ReturnType<typeof dueReports>[number],
): Leaving {
	return {
		kind: "report",
		id: report.id,
		destination: destination.id,
		sms: reportSms(state, report, destination),
		doubt: doubtAt(report, destination.id),
	};
}

/** What people are told and what is texted back, in the order in which it leaves. */
export function* messages(state: PanelState): Generator<Message> {
	for (const { notice, to } of dueNotices(state)) {
		const sms = { to, text: noticeText(state, notice) };
		yield { kind: "notice", id: notice.id, sms, doubt: notice.doubt };
	}
	for (const { id, to, text, doubt } of state.runtime.outgoing)
		yield { kind: "answer", id, sms: { to, text }, doubt };
}

/**
 * What sending makes of it.
 *
 * @returns what happens at the panel, null where nothing does, and who cannot be
 *   reached from now on
 */
export function after(
	leaving: Leaving,
	sending: Sending,
	unreached: Unreached,
	now: number,
): { readonly event: PanelEvent | null; readonly unreached: Unreached } {
	if (sending === "withheld") return { event: null, unreached };
	if (leaving.kind === "report") {
		// It has its own pause, in the panel's memory, behind its last destination.
		const { id: report, destination } = leaving;
		const type = reportOutcomes[sending];
		const bySms = leaving.sms !== null && sending === "sent";
		const told = { type, report, destination, ...(bySms ? { bySms } : {}) };
		return { event: { ...told, by: clock }, unreached };
	}
	const { to } = leaving.sms;
	const others = [...unreached].filter(([number]) => number !== to);
	if (sending === "later")
		return {
			event: null,
			unreached: new Map([...others, [to, now + RETRY_PAUSE]]),
		};
	return { event: settled(leaving, sending), unreached: new Map(others) };
}

const reportOutcomes = {
	sent: "report-sent",
	failed: "report-failed",
	later: "report-failed",
	"in-doubt": "report-in-doubt",
} as const satisfies Record<Exclude<Sending, "withheld">, PanelEvent["type"]>;

/**
 * When somebody who cannot be reached, or something that may have arrived, is to be
 * tried again next; null where nothing is.
 */
export function nextTry(
	state: PanelState,
	unreached: Unreached,
	now: number,
): number | null {
	const later = [...unreached.values()].filter((instant) =>
		isPaused(instant, now),
	);
	const doubt = nextDoubt(state, now);
	const instants = doubt === null ? later : [...later, doubt];
	return instants.length === 0 ? null : Math.min(...instants);
}

/** No pause is longer than it was made; a clock that was set back shows a longer one. */
function isPaused(until: number | undefined, now: number): boolean {
	return until !== undefined && until > now && until <= now + RETRY_PAUSE;
}

/**
 * Whether another try of a report changes nothing: nothing reaches any of its
 * destinations, each has failed often enough to show it, and no more rounds lead
 * to another group. It is tried no more until there is a destination that is
 * within reach.
 */
export function isHopeless(
	state: PanelState,
	report: Report,
	way: Way = "all",
): boolean {
	const { failing } = state.runtime;
	return (
		destinationsOf(state, report).every(
			(destination) =>
				failing.some(
					({ id, failures }) =>
						id === destination.id && failures >= FAILURES_THAT_SHOW,
				) && !isWithinReach(state, report, destination, way),
		) && !roundsMatter(state, report)
	);
}

function settled(
	{ kind, id }: Message,
	sending: "sent" | "failed" | "in-doubt",
): PanelEvent {
	return kind === "notice"
		? { type: `notice-${sending}`, notice: id, by: clock }
		: { type: `text-${sending}`, id, by: clock };
}
