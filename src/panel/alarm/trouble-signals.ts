import { MINUTE } from "../../time/units.ts";
import { reported } from "../reporting/reports.ts";
import { withDeadline, withoutDeadline } from "../state/deadlines.ts";
import {
	type Cause,
	clock,
	type EventOf,
	type TroubleSignal,
} from "../state/event.ts";
import { logged } from "../state/log.ts";
import { troubleText } from "../state/log-subject.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome } from "../state/outcome.ts";
import type { Trouble } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";
import {
	type TroubleName,
	type TroubleRow,
	troubleRow,
} from "../state/troubles.ts";
import { raised, settled } from "./alarm.ts";
import { noDevice } from "./no-device.ts";
import { target } from "./target-mode.ts";

/**
 * A trouble begins or ends. Both are told once. A trouble that the panel does not
 * watch for is only logged, and one of a zone without a device refused besides.
 */
export function troubleSignal(
	state: PanelState,
	{ trouble, zone: place, present, by }: EventOf["trouble"],
	now: number,
): Outcome {
	const row = troubleRow(trouble);
	const zone = row.of === "panel" ? 0 : place;
	if (row.of === "zone" && find(state.zones, zone) === undefined)
		return noDevice(state, zone, by, now);
	const known = troubleOf(state, trouble, zone);
	if (!present)
		return done(
			known === undefined
				? state
				: ended(logged(state, now, by, "restored", trouble, zone), known, now),
		);
	if (known !== undefined) return done(state);
	const noticed = logged(state, now, by, "trouble", trouble, zone);
	return done(
		isWatched(state, trouble)
			? begun(withTrouble(noticed, trouble, zone, now), trouble, zone, by, now)
			: noticed,
	);
}

/** A trouble has lasted long enough to be reported. */
export function troubleExpired(
	state: PanelState,
	at: number,
	about: string,
): PanelState {
	const lasting = state.runtime.troubles.find(
		({ name, zone }) => troubleText(name, zone) === about,
	);
	return lasting === undefined || lasting.told || !lasting.present
		? state
		: told(state, lasting, at);
}

/** Keeps the fact only: without power the panel does not notice it. */
export function troubleUnnoticed(
	state: PanelState,
	{ trouble, zone: place, present }: TroubleSignal,
	now: number,
): PanelState {
	const row = troubleRow(trouble);
	const zone = row.of === "panel" ? 0 : place;
	if (row.of === "zone" && find(state.zones, zone) === undefined) return state;
	const known = troubleOf(state, trouble, zone);
	if (known !== undefined)
		return known.present === present
			? state
			: withChanged(state, { ...known, present });
	return present && isWatched(state, trouble)
		? withTrouble(state, trouble, zone, now)
		: state;
}

/** The power is back: the panel notices troubles that came or went meanwhile. */
export function troublesNoticed(state: PanelState, now: number): PanelState {
	return state.runtime.troubles.reduce((present, trouble) => {
		const { name, zone } = trouble;
		if (!trouble.present) return ended(present, trouble, now);
		return trouble.told ? present : begun(present, name, zone, clock, now);
	}, state);
}

function begun(
	state: PanelState,
	name: TroubleName,
	zone: number,
	by: Cause,
	now: number,
): PanelState {
	const trouble = troubleOf(state, name, zone);
	// A trouble of a bypassed zone is only logged.
	if (trouble === undefined || isBypassed(state, zone)) return state;
	const { alarm, lasts } = troubleRow(name);
	if (alarm !== null)
		return soundsOnTampering(state)
			? withChanged(raised(state, alarm, zone, by, now), {
					...trouble,
					told: true,
				})
			: state;
	const wait = waits[lasts](state);
	if (wait === 0) return told(state, trouble, now);
	const { runtime } = state;
	const about = troubleText(name, zone);
	return {
		...state,
		runtime: {
			...runtime,
			deadlines: withDeadline(
				withoutDeadline(runtime.deadlines, "trouble", about),
				"trouble",
				now + wait,
				about,
			),
		},
	};
}

/** In the exit delay of away too: when it ends, nobody is there to see it. (ZW41; inferred) */
function soundsOnTampering({ options, runtime }: PanelState): boolean {
	return options.tamperAlarm === "always" || target(runtime) === "away";
}

function told(state: PanelState, trouble: Trouble, at: number): PanelState {
	const { event } = troubleRow(trouble.name);
	return reported(withChanged(state, { ...trouble, told: true }), {
		at,
		event,
		qualifier: "event",
		subject: trouble.zone,
	});
}

function ended(state: PanelState, trouble: Trouble, now: number): PanelState {
	const { name, zone } = trouble;
	const { event, alarm } = troubleRow(name);
	const { runtime } = state;
	const without: PanelState = {
		...state,
		runtime: {
			...runtime,
			troubles: runtime.troubles.filter(
				(other) => other.name !== name || other.zone !== zone,
			),
			deadlines: withoutDeadline(
				runtime.deadlines,
				"trouble",
				troubleText(name, zone),
			),
		},
	};
	if (!trouble.told) return without;
	const subject = zone;
	return reported(alarm === null ? without : settled(without, alarm, zone), {
		at: now,
		event,
		qualifier: "restore",
		subject,
	});
}

function troubleOf(
	{ runtime }: PanelState,
	trouble: TroubleName,
	place: number,
): Trouble | undefined {
	return runtime.troubles.find(
		({ name, zone }) => name === trouble && zone === place,
	);
}

function withTrouble(
	state: PanelState,
	name: TroubleName,
	zone: number,
	since: number,
): PanelState {
	const trouble: Trouble = { name, zone, since, present: true, told: false };
	const troubles = [...state.runtime.troubles, trouble];
	return { ...state, runtime: { ...state.runtime, troubles } };
}

function withChanged(state: PanelState, changed: Trouble): PanelState {
	const troubles = state.runtime.troubles.map((trouble) =>
		trouble.name === changed.name && trouble.zone === changed.zone
			? changed
			: trouble,
	);
	return { ...state, runtime: { ...state.runtime, troubles } };
}

function isWatched({ options }: PanelState, name: TroubleName): boolean {
	return troubleRow(name).watched === "always" || options.jamDetection;
}

/** CR11 */
const JAM_TIME = 30_000;

const waits: {
	readonly [L in TroubleRow["lasts"]]: (state: PanelState) => number;
} = {
	"no-time": () => 0,
	"mains-report": ({ timers }) => timers.mainsReport * MINUTE,
	"jam-time": () => JAM_TIME,
};

function isBypassed({ zones }: PanelState, zone: number): boolean {
	return zones.some(({ id, bypass }) => id === zone && bypass !== "none");
}
