import { changed } from "../../parameters/field-group.ts";
import { groupOf } from "../reporting/groups.ts";
import { withRetries } from "../reporting/reports.ts";
import type {
	EventOf,
	SetOptions,
	SetReporting,
	SetSchedule,
} from "../state/event.ts";
import { put, without } from "../state/numbered.ts";
import {
	done,
	type Outcome,
	type Refusal,
	refusal,
	refusedBy,
} from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";
import { isTimeZone } from "../state/wall-clock.ts";

/** What no panel makes of options; null where it hangs on the panel. */
export function neverSetOptions({
	timeZone,
}: SetOptions["options"]): Refusal | null {
	return timeZone === undefined || isTimeZone(timeZone)
		? null
		: refusal(
				"options/time-zone",
				"time zone: there is none of that name",
				"timeZone",
				"such as Europe/Berlin",
			);
}

/** Sets options; undefined keeps. */
export function setOptions(
	state: PanelState,
	{ options: said }: SetOptions,
): Outcome {
	const never = neverSetOptions(said);
	if (never !== null) return refusedBy(state, never);
	return done({ ...state, options: changed(state.options, said) });
}

/** Sets a time of day at which the panel arms. */
export function setSchedule(
	state: PanelState,
	{ schedule }: SetSchedule,
): Outcome {
	return done({ ...state, schedules: put(state.schedules, schedule) });
}

/** Deletes a time of day; deleting one that is not there succeeds. */
export function deleteSchedule(
	state: PanelState,
	{ schedule }: EventOf["delete-schedule"],
): Outcome {
	return done({ ...state, schedules: without(state.schedules, schedule) });
}

/** Says how reports are made; undefined keeps. */
export function setReporting(
	state: PanelState,
	{ group, checkIn, checkInOffset, codes }: SetReporting,
): Outcome {
	const { reporting } = state;
	const present =
		group === undefined
			? state
			: withRetries(state, group, groupOf(state, group.id).retries);
	return done({
		...present,
		reporting: {
			...reporting,
			groups:
				group === undefined ? reporting.groups : put(reporting.groups, group),
			checkIn: checkIn ?? reporting.checkIn,
			checkInOffset: checkInOffset ?? reporting.checkInOffset,
			codes: codes ?? reporting.codes,
		},
	});
}
