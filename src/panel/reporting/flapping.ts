import { HOUR } from "../../time/units.ts";
import { type AlarmKind, alarmKinds } from "../state/alarm-kinds.ts";
import { type ReportEvent, reportEventRow } from "../state/contact-id.ts";
import { withDeadline, withoutDeadline } from "../state/deadlines.ts";
import { clock } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Beginnings, Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";
import { troubleRow } from "../state/troubles.ts";

/** How often the same alarm or trouble of a zone is told within an hour. */
const BEGINNINGS = 5;

type Matter = Pick<Report, "at" | "event" | "qualifier" | "subject">;

interface Judged {
	readonly state: PanelState;
	/** `last` is told, and nothing after it for an hour. */
	readonly verdict: "told" | "last" | "held-back";
}

/**
 * Counts that something begins or ends, and whether it is still told. A detector
 * that comes and goes would cost texts without end. What began `BEGINNINGS` times
 * within an hour is told no more for an hour, and the last notice says so. An end
 * is told where its beginning was. What then began and lasts is told when the hour
 * is over. Disarming during an alarm begins the counts of alarms anew.
 */
export function judged(state: PanelState, matter: Matter): Judged {
	const { at, event, qualifier, subject } = matter;
	if (event === "cancel")
		return { state: withoutAlarmCounts(state), verdict: "told" };
	if (!isCounted[event]) return { state, verdict: "told" };
	const known = state.runtime.beginnings.find(isOf(event, subject));
	const counted: Beginnings = {
		event,
		subject,
		times: recent(known?.times ?? [], at),
		begun: known?.begun ?? qualifier === "restore",
		untold: known?.untold ?? null,
	};
	return qualifier === "restore"
		? ended(state, counted)
		: begun(state, counted, at);
}

function begun(state: PanelState, counted: Beginnings, at: number): Judged {
	const { event, subject, times } = counted;
	if (times.length === BEGINNINGS) {
		// People know that it has begun, or wait for the end of the hour already.
		if (counted.begun || counted.untold !== null)
			return { state: withCount(state, counted), verdict: "held-back" };
		const due = (times.at(-1) ?? at) + HOUR;
		return {
			state: withDue(
				withCount(state, { ...counted, untold: at }),
				counted,
				due,
			),
			verdict: "held-back",
		};
	}
	const told = { ...counted, times: [...times, at], begun: true, untold: null };
	const present = withoutDue(withCount(state, told), told);
	return told.times.length < BEGINNINGS
		? { state: present, verdict: "told" }
		: {
				state: logged(present, at, clock, "flaps", {
					event,
					qualifier: "event",
					subject,
				}),
				verdict: "last",
			};
}

function ended(state: PanelState, counted: Beginnings): Judged {
	const over = { ...counted, begun: false, untold: null };
	return {
		state: withoutDue(withCount(state, over), over),
		verdict: counted.begun ? "told" : "held-back",
	};
}

/** The hour is over: what was held back and still lasts; null for nothing. */
export function lasting(
	state: PanelState,
	about: string,
): Pick<Report, "event" | "subject"> | null {
	const held = state.runtime.beginnings.find(
		(one) => aboutText(one) === about && one.untold !== null,
	);
	return held !== undefined && lasts(state, held)
		? { event: held.event, subject: held.subject }
		: null;
}

function lasts(
	{ runtime }: PanelState,
	{ event, subject }: Beginnings,
): boolean {
	const kindOf = (kind: AlarmKind) => alarmKinds[kind].event;
	return (
		runtime.alarms.some(
			({ kind, zone }) => kindOf(kind) === event && zone === subject,
		) ||
		runtime.troubles.some(
			({ name, zone, present }) =>
				present && troubleRow(name).event === event && zone === subject,
		)
	);
}

/** What has filled its hour counts for an hour from then; else each for its hour. */
function recent(times: readonly number[], now: number): readonly number[] {
	const first = times.length < BEGINNINGS ? times[0] : times.at(-1);
	if (first === undefined || first > now - HOUR) return times;
	return times.filter((time) => time > now - HOUR);
}

function withCount(state: PanelState, counted: Beginnings): PanelState {
	const { runtime } = state;
	const isThis = isOf(counted.event, counted.subject);
	const others = runtime.beginnings.filter((one) => !isThis(one));
	const isNeeded =
		counted.times.length > 0 || counted.begun || counted.untold !== null;
	return {
		...state,
		runtime: {
			...runtime,
			beginnings: isNeeded ? [...others, counted] : others,
		},
	};
}

function withoutAlarmCounts(state: PanelState): PanelState {
	const { beginnings } = state.runtime;
	const isAlarm = ({ event }: Beginnings) =>
		reportEventRow(event).level === "alarm";
	const present = beginnings.filter(isAlarm).reduce(withoutDue, state);
	return {
		...present,
		runtime: {
			...present.runtime,
			beginnings: beginnings.filter((one) => !isAlarm(one)),
		},
	};
}

function withDue(state: PanelState, of: Beginnings, due: number): PanelState {
	const { runtime } = state;
	const deadlines = withDeadline(
		runtime.deadlines,
		"untold",
		due,
		aboutText(of),
	);
	return { ...state, runtime: { ...runtime, deadlines } };
}

function withoutDue(state: PanelState, of: Beginnings): PanelState {
	const { runtime } = state;
	const deadlines = withoutDeadline(runtime.deadlines, "untold", aboutText(of));
	return { ...state, runtime: { ...runtime, deadlines } };
}

function aboutText({ event, subject }: Beginnings): string {
	return `${event} ${subject}`;
}

function isOf(event: ReportEvent, subject: number) {
	return (one: Beginnings) => one.event === event && one.subject === subject;
}

/** What a device or a line can do by itself again and again. A person's call for help always counts. */
const isCounted: { readonly [E in ReportEvent]: boolean } = {
	medical: false,
	fire: true,
	panic: false,
	duress: false,
	"silent-panic": false,
	burglar: true,
	perimeter: true,
	interior: true,
	"24-hour": true,
	water: true,
	"panel-tamper": true,
	tamper: true,
	"cross-zone": true,
	"cross-zone-timeout": true,
	supervision: true,
	"low-battery": true,
	mains: true,
	"battery-low": true,
	"battery-missing": true,
	jam: true,
	gsm: true,
	sim: true,
	receiver: true,
	restart: true,
	"arm-fault": false,
	"open-at-exit": false,
	noted: true,
	remote: false,
	keypad: false,
	mqtt: false,
	"set-unset": false,
	"by-clock": false,
	home: false,
	cancel: false,
	test: false,
};
