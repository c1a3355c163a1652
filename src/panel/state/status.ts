import type { AlarmKind } from "./alarm-kinds.ts";
import type { DeadlineKind, Runtime } from "./runtime.ts";
import type { PanelState } from "./state.ts";
import type { TroubleName } from "./troubles.ts";

/**
 * What a panel is and does at an instant, without secrets, as plain data.
 * Instants are milliseconds since 1970-01-01T00:00:00Z. Silent alarms are left
 * out: a person who forces somebody may read it.
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
	readonly alarms: readonly {
		readonly kind: AlarmKind;
		readonly zone: number;
		readonly at: number;
	}[];
	/** Zones that stand open, sorted. */
	readonly open: readonly number[];
	/** Zones that are bypassed, once or always, sorted. */
	readonly bypassed: readonly number[];
	/** Zones that are left out until the next disarming, sorted. */
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
	/** What has not left the panel yet, as counts. */
	readonly outbox: {
		readonly reports: number;
		readonly notices: number;
		readonly texts: number;
	};
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function statusOf(
	{ zones, runtime }: PanelState,
	now: number,
): PanelStatus {
	const { mode, into, home, siren, open, leftOut, deadlines } = runtime;
	return {
		mode,
		into,
		home,
		power: runtime.cutAt === null,
		siren,
		alarms: runtime.alarms
			.filter(({ kind }) => kind !== "silent-panic")
			.map(({ kind, zone, at }) => ({ kind, zone, at })),
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
			reports: runtime.outbox.length,
			notices: runtime.notices.length,
			texts: runtime.outgoing.length,
		},
	};
}
