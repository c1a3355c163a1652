import type { Cause } from "./event.ts";
import type { LogEvent } from "./log-events.ts";
import { type SubjectOf, subjectText } from "./log-subject.ts";
import type { LogEntry, Runtime } from "./runtime.ts";
import { type PanelState, withRuntime } from "./state.ts";

/** Most entries in the log; the oldest make room. (inferred: no manual says) */
export const LOG_CAPACITY = 250;

/** Appends an entry to the event log. */
export function logged<E extends LogEvent>(
	state: PanelState,
	at: number,
	by: Cause,
	event: E,
	...subject: SubjectOf<E>
): PanelState {
	const { log } = state.runtime;
	const last = log.at(-1);
	const entry: LogEntry = {
		sequence: (last?.sequence ?? 0) + 1,
		at,
		event,
		about: subjectText(event, subject),
		by: causeText(by),
	};
	const kept = log.length < LOG_CAPACITY ? log : log.slice(1 - LOG_CAPACITY);
	return withRuntime(state, withLog(state.runtime, [...kept, entry]));
}

/** `sms +15550101`, `keypad user 2`, `zone 3`, `clock`. */
function causeText(by: Cause): string {
	const whose = whoseText(by);
	return whose === "" ? by.via : `${by.via} ${whose}`;
}

function whoseText(by: Cause): string {
	switch (by.via) {
		case "sms":
			return by.from;
		case "keypad":
		case "mqtt":
			return by.user === undefined ? "" : `user ${by.user}`;
		case "zone":
			return `${by.zone}`;
		case "clock":
			return by.for?.from ?? "";
		case "site":
		case "local":
			return "";
	}
}

/** Written out member by member for the reason that `withRuntime` is. */
function withLog(runtime: Runtime, log: readonly LogEntry[]): Runtime {
	return {
		mode: runtime.mode,
		into: runtime.into,
		home: runtime.home,
		armedBy: runtime.armedBy,
		entry: runtime.entry,
		alarms: runtime.alarms,
		memory: runtime.memory,
		siren: runtime.siren,
		crossing: runtime.crossing,
		open: runtime.open,
		changed: runtime.changed,
		leftOut: runtime.leftOut,
		trips: runtime.trips,
		troubles: runtime.troubles,
		temporary: runtime.temporary,
		armAt: runtime.armAt,
		cutAt: runtime.cutAt,
		deadlines: runtime.deadlines,
		outbox: runtime.outbox,
		reports: runtime.reports,
		failing: runtime.failing,
		creditFor: runtime.creditFor,
		outgoing: runtime.outgoing,
		notices: runtime.notices,
		beginnings: runtime.beginnings,
		lastRemote: runtime.lastRemote,
		log,
		guard: runtime.guard,
	};
}

/** The latest instant that the panel knows of: time never runs backwards. */
export function latest(state: PanelState): number {
	return state.runtime.log.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
}
