import { shown } from "../../grammar/message/terminal-text.ts";
import type { LogEvent } from "../panel/state/log-events.ts";
import type { LogEntry } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { causeWords, eventText } from "./words/event-words.ts";
import { localTime } from "./words/local-time.ts";

/** Which entries of the event log are wanted. Instants are milliseconds since 1970. */
export interface LogFilter {
	readonly since: number | null;
	readonly until: number | null;
	/** None is all of them. */
	readonly events: readonly LogEvent[];
	/** Only so many, the latest; null is all. */
	readonly last: number | null;
}

/** The entries that are wanted, oldest first. */
export function wantedEntries(
	{ runtime }: PanelState,
	{ since, until, events, last }: LogFilter,
): readonly LogEntry[] {
	const wanted = runtime.log.filter(
		({ at, event }) =>
			(since === null || at >= since) &&
			(until === null || at <= until) &&
			(events.length === 0 || events.includes(event)),
	);
	return last === null
		? wanted
		: wanted.slice(Math.max(0, wanted.length - last));
}

/** An entry in one line, in the panel's time zone: number, time, what happened, whose doing. */
export function logLine(state: PanelState, entry: LogEntry): string {
	const { sequence, at, by } = entry;
	const cause = causeWords(state, by);
	return shown(
		[
			String(sequence).padStart(5),
			localTime(at, state.options.timeZone),
			`${eventText(state, entry)}${cause === "" ? "" : ` – ${cause}`}`,
		].join("  "),
	);
}

/** The same for programs. */
export function logJson(state: PanelState, entry: LogEntry): object {
	const { at, by } = entry;
	return {
		...entry,
		at: new Date(at).toISOString(),
		local: localTime(at, state.options.timeZone),
		text: eventText(state, entry),
		cause: causeWords(state, by),
	};
}
