import { armingPlanned } from "./alarm/arm-at.ts";
import { type Lockouts, lockouts } from "./remote/guard.ts";
import { countInDoubt } from "./reporting/doubts.ts";
import { onTestUntil } from "./reporting/on-test.ts";
import { isSilentReport } from "./state/contact-id.ts";
import { latest } from "./state/log.ts";
import type { Right } from "./state/remote-access.ts";
import type { Alarm, DeadlineKind, Runtime } from "./state/runtime.ts";
import type { PanelState, Schedule } from "./state/state.ts";
import type { TroubleName } from "./state/troubles.ts";

/**
 * What a panel is and does at an instant, without secrets, as plain data.
 * Instants are milliseconds since 1970-01-01T00:00:00Z. Silent alarms are not in
 * it: whoever forces somebody may read it too.
 */
export interface PanelStatus {
	readonly mode: Runtime["mode"];
	/** The mode that is being entered; null where none is. */
	readonly into: Runtime["into"];
	/** Which of the homes is meant by `home`. */
	readonly home: Runtime["home"];
	/** Whether there is power. */
	readonly power: boolean;
	readonly siren: boolean;
	/** Alarms that nobody has ended by disarming; zone 0 is the panel. */
	readonly alarms: readonly ToldAlarm[];
	/** Alarms since the last arming that have ended. */
	readonly memory: readonly ToldAlarm[];
	/** Zones that stand open, sorted. */
	readonly open: readonly number[];
	/** Zones that are bypassed, once or always, sorted. */
	readonly bypassed: readonly number[];
	/** Zones that are left out until the next disarming or arming, sorted. */
	readonly leftOut: readonly number[];
	/** Zone 0 is the panel. */
	readonly troubles: readonly {
		readonly name: TroubleName;
		readonly zone: number;
		readonly since: number;
	}[];
	/** What falls due, soonest first. */
	readonly timers: readonly {
		readonly kind: DeadlineKind;
		/** Which of several; "" where there is one. */
		readonly about: string;
		readonly due: number;
		/** Milliseconds until then; 0 where it has come. */
		readonly left: number;
	}[];
	/** When the test ends on which nothing is reported; null where there is none. */
	readonly onTest: { readonly until: number; readonly left: number } | null;
	/** Destinations that could not be reached when they were last tried, since when. */
	readonly failing: readonly { readonly id: number; readonly since: number }[];
	/** What has not left the panel yet, as counts. */
	readonly outbox: {
		readonly reports: number;
		readonly notices: number;
		readonly texts: number;
		/** How many of all these may have arrived: the modem never told. */
		readonly inDoubt: number;
	};
	/** Times of day at which it arms. */
	readonly schedules: readonly Schedule[];
	/** An arming that waits for its time; null for none. */
	readonly armAt: { readonly due: number; readonly from: string } | null;
	/** Whether people may control it from afar at all, and who. */
	readonly remote: {
		readonly enabled: boolean;
		readonly people: readonly {
			readonly id: number;
			readonly name: string;
			readonly enabled: boolean;
			readonly can: readonly Right[];
		}[];
	};
	readonly lockouts: Lockouts;
	/** The report that got through last, as far as the log remembers; null for none. */
	readonly lastReport: { readonly at: number; readonly about: string } | null;
	readonly clock: {
		/** The panel's time. */
		readonly now: number;
		/** Name in the IANA list. */
		readonly timeZone: string;
		/** Milliseconds that it is ahead of the clock by which it was asked. */
		readonly ahead: number;
		/**
		 * When it was last set and by how much (`back 1h`), as far as the log
		 * remembers; null for never.
		 */
		readonly set: { readonly at: number; readonly by: string } | null;
	};
}

type ToldAlarm = Pick<Alarm, "kind" | "zone" | "at">;

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function statusOf(state: PanelState, now: number): PanelStatus {
	const { zones, runtime, schedules, remote, options } = state;
	const { mode, into, home, siren, open, leftOut } = runtime;
	const { deadlines, outbox } = withoutSilentReports(runtime);
	const set = runtime.log.findLast(({ event }) => event === "clock-set");
	const planned = armingPlanned(state);
	const until = onTestUntil(state);
	const reported = runtime.log.findLast(({ event }) => event === "reported");
	return {
		mode,
		into,
		home,
		power: runtime.cutAt === null,
		siren,
		alarms: told(runtime.alarms),
		memory: told(
			runtime.memory.filter(
				({ kind, zone }) =>
					!runtime.alarms.some(
						(alarm) => alarm.kind === kind && alarm.zone === zone,
					),
			),
		),
		open,
		bypassed: zones.flatMap(({ id, bypass }) =>
			bypass === "none" ? [] : [id],
		),
		leftOut,
		troubles: runtime.troubles
			.filter(({ present }) => present)
			.map(({ name, zone, since }) => ({ name, zone, since })),
		timers: deadlines.map(({ kind, about, due }) => ({
			kind,
			about,
			due,
			left: Math.max(0, due - now),
		})),
		outbox: {
			reports: outbox.length,
			notices: runtime.notices.length,
			texts: runtime.outgoing.length,
			inDoubt: countInDoubt({ ...runtime, outbox }),
		},
		onTest: until === null ? null : { until, left: Math.max(0, until - now) },
		failing: runtime.failing
			.filter((one) => one.logged)
			.map(({ id, since }) => ({ id, since })),
		schedules,
		armAt:
			planned === null || runtime.armAt === null
				? null
				: { due: planned, from: runtime.armAt.from },
		remote: {
			enabled: remote.enabled,
			people: remote.people.map(({ id, name, enabled, can }) => ({
				id,
				name,
				enabled,
				can,
			})),
		},
		lockouts: lockouts(state, now),
		lastReport:
			reported === undefined
				? null
				: { at: reported.at, about: reported.about },
		clock: {
			now: Math.max(now, latest(state)),
			timeZone: options.timeZone,
			ahead: Math.max(0, latest(state) - now),
			set: set === undefined ? null : { at: set.at, by: set.about },
		},
	};
}

/** Reports that wait, and what falls due, without those that nobody may notice. */
export function withoutSilentReports({
	outbox,
	deadlines,
}: Runtime): Pick<Runtime, "outbox" | "deadlines"> {
	const silent = outbox
		.filter(({ event }) => isSilentReport(event))
		.map(({ id }) => `${id}`);
	if (silent.length === 0) return { outbox, deadlines };
	return {
		outbox: outbox.filter(({ event }) => !isSilentReport(event)),
		deadlines: deadlines.filter(
			({ kind, about }) => kind !== "report" || !silent.includes(about),
		),
	};
}

function told(alarms: readonly Alarm[]): readonly ToldAlarm[] {
	return alarms
		.filter(({ kind }) => kind !== "silent-panic")
		.map(({ kind, zone, at }) => ({ kind, zone, at }));
}
