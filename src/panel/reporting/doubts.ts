import { DAY, MINUTE } from "../../time/units.ts";
import { FARTHEST } from "../state/deadlines.ts";
import type { Doubt, ReportDoubt } from "../state/leave.ts";
import type { Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/**
 * Pauses before something is sent again that may have arrived: a minute, then twice as
 * long each time, at most a day. An alarm is never given up, and a modem that tells no
 * results does not use up the credit. (inferred)
 */
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = DAY;
/** More tries change no pause. */
const MOST_TRIES = 99;

/** It was handed over once more, and what came of it was not told. */
export function doubted(before: Doubt | undefined, now: number): Doubt {
	const tries = Math.min((before?.tries ?? 0) + 1, MOST_TRIES);
	const pause = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
	return { tries, due: Math.min(now + pause, FARTHEST) };
}

/** What is in doubt of a report at a destination. */
export function doubtAt(
	{ doubts = [] }: Report,
	destination: number,
): ReportDoubt | undefined {
	return doubts.find((doubt) => doubt.destination === destination);
}

/** A report that may have arrived at a destination. */
export function withDoubtAt(
	report: Report,
	destination: number,
	now: number,
): Report {
	const { doubts = [] } = report;
	const before = doubtAt(report, destination);
	const others = doubts.filter((doubt) => doubt !== before);
	return {
		...report,
		doubts: [...others, { ...doubted(before, now), destination }],
	};
}

/** How many of what waits to leave may have arrived. */
export function countInDoubt({ outbox, notices, outgoing }: Waiting): number {
	const reports = outbox.filter(({ doubts = [] }) => doubts.length > 0);
	const texts = [...notices, ...outgoing].filter(
		({ doubt }) => doubt !== undefined,
	);
	return reports.length + texts.length;
}

/** When what may have arrived is to be sent again next; null where nothing may. */
export function nextDoubt(
	{ runtime: { outbox, notices, outgoing } }: PanelState,
	now: number,
): number | null {
	const doubts = [
		...outbox.flatMap(({ doubts = [] }) => doubts),
		...[...notices, ...outgoing].flatMap(({ doubt }) => doubt ?? []),
	];
	return doubts.reduce<number | null>(
		(next, { due }) =>
			due > now && (next === null || due < next) ? due : next,
		null,
	);
}

/**
 * The modem has told what came of something: it may tell so of what is in doubt, which
 * waits no longer. The next pause is longer all the same.
 */
export function modemTold(state: PanelState, now: number): PanelState {
	if (nextDoubt(state, now) === null) return state;
	const { runtime } = state;
	const sooner = <T extends Doubt>(doubt: T): T =>
		doubt.due > now ? { ...doubt, due: now } : doubt;
	return {
		...state,
		runtime: { ...runtime, ...doubtsOf(runtime, sooner) },
	};
}

/** What waits to leave, with each of its doubts as `change` makes it. */
export function doubtsOf(
	{ outbox, notices, outgoing }: Waiting,
	change: <T extends Doubt>(doubt: T) => T,
): Waiting {
	const one = <T extends { readonly doubt?: Doubt | undefined }>(
		thing: T,
	): T =>
		thing.doubt === undefined
			? thing
			: { ...thing, doubt: change(thing.doubt) };
	return {
		outbox: outbox.map((report) =>
			report.doubts === undefined
				? report
				: { ...report, doubts: report.doubts.map(change) },
		),
		notices: notices.map(one),
		outgoing: outgoing.map(one),
	};
}

type Waiting = Pick<PanelState["runtime"], "outbox" | "notices" | "outgoing">;
