import { SECOND } from "../time/units.ts";
import { armAtAfterClockSet } from "./alarm/arm-at.ts";
import { schedulesAfterClockSet } from "./alarm/schedule.ts";
import { doubtsOf } from "./reporting/doubts.ts";
import { inOrder } from "./state/deadlines.ts";
import { clock } from "./state/event.ts";
import { latest, logged } from "./state/log.ts";
import type { DeadlineKind, Guard, Runtime } from "./state/runtime.ts";
import type { PanelState } from "./state/state.ts";

/** Clocks of one machine that are read one after the other may differ by so much. */
const TOLERANCE = SECOND;

/**
 * Whether `now` lies so far before what the panel has seen that its clock must
 * have been set back while nobody looked.
 */
export function wasSetBack(state: PanelState, now: number): boolean {
	return latest(state) - now > TOLERANCE;
}

/**
 * The panel's clock was set. A delay is a length: what is left of it stays, and
 * so does the age of everything that is measured by its age. A time of day stays
 * the time that the clock shows.
 *
 * @param difference milliseconds by which it was set, back if negative
 * @param now what it shows now
 */
export function clockSet(
	state: PanelState,
	difference: number,
	now: number,
): PanelState {
	const { runtime } = state;
	const moved = <T extends number | null>(instant: T) =>
		(instant === null ? instant : instant + difference) as T;
	const at = <T extends { readonly at: number }>(thing: T): T => ({
		...thing,
		at: moved(thing.at),
	});
	const waiting = doubtsOf(runtime, (doubt) => ({
		...doubt,
		due: moved(doubt.due),
	}));
	const shifted: Runtime = {
		...runtime,
		alarms: runtime.alarms.map(at),
		memory: runtime.memory.map(at),
		changed: runtime.changed.map(at),
		troubles: runtime.troubles.map((trouble) => ({
			...trouble,
			since: moved(trouble.since),
		})),
		cutAt: moved(runtime.cutAt),
		deadlines: runtime.deadlines.map((deadline) =>
			isLength[deadline.kind]
				? { ...deadline, due: moved(deadline.due) }
				: deadline,
		),
		outbox: waiting.outbox.map((report) => ({
			...report,
			due: moved(report.due),
		})),
		notices: waiting.notices,
		outgoing: waiting.outgoing,
		failing: runtime.failing.map((one) => ({
			...one,
			since: moved(one.since),
		})),
		beginnings: runtime.beginnings.map((one) => ({
			...one,
			times: one.times.map((time) => moved(time)),
			untold: moved(one.untold),
		})),
		lastRemote: moved(runtime.lastRemote),
		guard: guardMoved(runtime.guard, moved, at),
	};
	const told = logged(
		{ ...state, runtime: shifted },
		now,
		clock,
		"clock-set",
		difference,
	);
	const redated = schedulesAfterClockSet(armAtAfterClockSet(told, now), now);
	const deadlines = redated.runtime.deadlines.toSorted(inOrder);
	return { ...redated, runtime: { ...redated.runtime, deadlines } };
}

function guardMoved(
	guard: Guard,
	moved: <T extends number | null>(instant: T) => T,
	at: <T extends { readonly at: number }>(thing: T) => T,
): Guard {
	const times = <T extends { readonly times: readonly number[] }>(
		one: T,
	): T => ({
		...one,
		times: one.times.map(moved),
	});
	const { armFault, keypad, mqtt } = guard;
	return {
		...guard,
		wrongCodes: guard.wrongCodes.map(at),
		keypad: keypad === null ? null : at(keypad),
		mqtt: mqtt === null ? null : at(mqtt),
		armFault:
			armFault === null ? null : { ...armFault, until: moved(armFault.until) },
		heard: guard.heard.map(times),
		pending: guard.pending.map(at),
		unknown: guard.unknown.map(at),
		strangers: guard.strangers.map(moved),
		courtesies: guard.courtesies.map(times),
		spentAt: moved(guard.spentAt),
		tests: guard.tests.map(at),
	};
}

/** Which deadlines end a length of time; the others are times of day. */
const isLength: { readonly [K in DeadlineKind]: boolean } = {
	exit: true,
	entry: true,
	siren: true,
	"cross-zone": true,
	settle: true,
	trouble: true,
	"check-in": true,
	report: true,
	untold: true,
	"on-test": true,
	schedule: false,
	"arm-at": false,
};
