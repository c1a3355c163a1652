import { isSilentReport } from "../../panel/state/contact-id.ts";
import type { LogEvent } from "../../panel/state/log-events.ts";
import { readSubject } from "../../panel/state/log-subject.ts";
import type { LogEntry } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { instantText } from "../../time/instant.ts";
import { maskedCause } from "./masked-number.ts";
import { isNoticeable } from "./mode-state.ts";

/** What an event entity can tell. */
export const happenedTypes = [
	"alarm",
	"restore",
	"arm",
	"disarm",
	"trouble",
	"trouble_end",
	"found_open",
	"wrong_code",
	"report",
] as const;

/** Something that happened, once. */
export interface Happened {
	readonly event_type: (typeof happenedTypes)[number];
	/** The kind of alarm, the mode, the name of a trouble, what was reported. */
	readonly what: string | null;
	readonly zone: number | null;
	readonly by: string | null;
	/** ISO 8601. */
	readonly at: string;
}

/**
 * What happened between two states of a panel, from its log.
 * @param tellSilent whether silent panic and duress are told
 */
export function happenedBetween(
	before: PanelState,
	after: PanelState,
	tellSilent: boolean,
): readonly Happened[] {
	const last = before.runtime.log.at(-1)?.sequence ?? 0;
	const fresh = after.runtime.log.filter(({ sequence }) => sequence > last);
	return [
		...fresh.flatMap((entry) => {
			const told = toldTypes[entry.event];
			if (told === undefined || !(tellSilent || isTellable(entry))) return [];
			return [ofEntry(told, entry)];
		}),
		...restores(before, after, tellSilent),
		...(tellSilent ? duress(before, after) : []),
	];
}

const toldTypes: {
	readonly [E in LogEvent]?: Happened["event_type"];
} = {
	alarm: "alarm",
	armed: "arm",
	disarmed: "disarm",
	trouble: "trouble",
	restored: "trouble_end",
	"found-open": "found_open",
	"wrong-code": "wrong_code",
	reported: "report",
};

function ofEntry(
	event_type: Happened["event_type"],
	entry: LogEntry,
): Happened {
	const { zone, alarm, trouble } = readSubject(entry);
	return {
		event_type,
		what:
			alarm ?? trouble ?? (zone === null && entry.about ? entry.about : null),
		zone: zone === 0 ? null : zone,
		by: maskedCause(entry.by),
		at: instantText(entry.at),
	};
}

function isTellable(entry: LogEntry): boolean {
	const { alarm } = readSubject(entry);
	return alarm === null || isNoticeable({ kind: alarm });
}

/** Alarms whose zone came to rest. */
function restores(
	before: PanelState,
	after: PanelState,
	tellSilent: boolean,
): readonly Happened[] {
	return after.runtime.memory
		.filter(
			(alarm) =>
				alarm.restored &&
				(tellSilent || isNoticeable(alarm)) &&
				before.runtime.memory.some(
					({ kind, zone, at, restored }) =>
						kind === alarm.kind &&
						zone === alarm.zone &&
						at === alarm.at &&
						!restored,
				),
		)
		.map(({ kind, zone, at }) => ({
			event_type: "restore",
			what: kind,
			zone: zone === 0 ? null : zone,
			by: null,
			at: instantText(
				after.runtime.changed.find(({ id }) => id === zone)?.at ?? at,
			),
		}));
}

/** Duress leaves no other trace than its report. */
function duress(before: PanelState, after: PanelState): readonly Happened[] {
	return after.runtime.outbox
		.filter(
			({ id, event }) =>
				id > before.runtime.reports &&
				isSilentReport(event) &&
				event === "duress",
		)
		.slice(0, 1)
		.map(({ at }) => ({
			event_type: "alarm",
			what: "duress",
			zone: null,
			by: null,
			at: instantText(at),
		}));
}
