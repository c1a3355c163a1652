import { durationText } from "../../time/duration.ts";
import { type AlarmKind, alarmKinds } from "./alarm-kinds.ts";
import {
	type ArmFaultCondition,
	faultsText,
	readFaults,
} from "./arm-fault-condition.ts";
import {
	type ReportEvent,
	reportEventRow,
	reportEvents,
	userOfContactId,
} from "./contact-id.ts";
import type { SetMode } from "./event.ts";
import { type LogEvent, logEvents } from "./log-events.ts";
import type { LogEntry, Report } from "./runtime.ts";
import type { Section } from "./stored.ts";
import { type TroubleName, troubles } from "./troubles.ts";

/** What an event is about, as data. */
export type SubjectOf<E extends LogEvent> = SubjectForms[(typeof logEvents)[E]];

/** The forms of what an event is about. A zone of 0 is the panel itself. */
export interface SubjectForms {
	readonly nothing: readonly [];
	readonly zone: readonly [zone: number];
	readonly alarm: readonly [kind: AlarmKind, zone: number];
	readonly trouble: readonly [name: TroubleName, zone: number];
	readonly faults: readonly [faults: readonly ArmFaultCondition[]];
	readonly mode: readonly [mode: ArmedMode];
	readonly time: readonly [hour: number, minute: number];
	readonly setting: readonly [path: SettingPath];
	/** What was refused, and the code of the reason. */
	readonly refusal: readonly [what: string, why: string];
	readonly report: readonly [report: ReportedMatter, destination: number];
	/** A report that made room for another one, or that is made no more for a while. */
	readonly dropped: readonly [report: ReportedMatter];
	/** The number of a phone. */
	readonly number: readonly [number: string];
	readonly person: readonly [id: number];
	readonly script: readonly [name: string];
	/** Milliseconds by which a clock was set, back if negative. */
	readonly difference: readonly [milliseconds: number];
}

/** What a report says. A silent one is in no log: whoever forces somebody may read it. */
export type ReportedMatter = Pick<Report, "event" | "qualifier" | "subject">;

type ArmedMode = Exclude<SetMode["mode"], "disarm">;

/** Where in the configuration something was changed. */
export type SettingPath =
	| "credentials"
	| `credentials.accessCodes.${number}`
	| "options"
	| "remote"
	| "remote.people"
	| `remote.people.${number}`
	| "reporting"
	| `reporting.destinations.${number}`
	| `schedules.${number}`
	| `stored.${Section | "language"}`
	| "timers"
	| `users.${number}`
	| "zones"
	| `zones.${number}`;

/** What an entry is about, as the log keeps it: one line of text. */
export function subjectText<E extends LogEvent>(
	event: E,
	subject: SubjectOf<E>,
): string {
	return written(logEvents[event], subject);
}

/** Which trouble a deadline, or an entry of the log, is about. */
export function troubleText(name: TroubleName, zone: number): string {
	return zone === 0 ? name : `zones.${zone} ${name}`;
}

/** What can be told of an entry; null for what it does not name. */
export interface ReadSubject {
	/** The first one that it names. */
	readonly zone: number | null;
	readonly alarm: AlarmKind | null;
	readonly trouble: TroubleName | null;
	readonly report: ReportedMatter | null;
	readonly mode: "away" | "home" | null;
	/** All that spoke against arming. */
	readonly faults: readonly ArmFaultCondition[];
}

/** The inverse of `subjectText`, for what people are told. */
export function readSubject({ event, about }: LogEntry): ReadSubject {
	const form = logEvents[event];
	const words = form === "nothing" ? [] : about.split(/,? /);
	const zone = words.map((word) => zonePath.exec(word)?.[1]).find(Boolean);
	return {
		zone: zone === undefined ? null : Number(zone),
		alarm: form === "alarm" ? (words.find(isAlarmKind) ?? null) : null,
		trouble: form === "trouble" ? (words.find(isTroubleName) ?? null) : null,
		report: form === "report" || form === "dropped" ? readReport(about) : null,
		mode: form === "mode" ? (about === "away" ? "away" : "home") : null,
		faults: form === "faults" ? readFaults(about) : [],
	};
}

const zonePath = /^zones\.(\d+)$/;

function isAlarmKind(word: string): word is AlarmKind {
	return Object.hasOwn(alarmKinds, word);
}

function isTroubleName(word: string): word is TroubleName {
	return Object.hasOwn(troubles, word);
}

function written<F extends keyof SubjectForms>(
	form: F,
	subject: SubjectForms[F],
): string {
	return texts[form](...subject);
}

const texts: {
	readonly [F in keyof SubjectForms]: (...subject: SubjectForms[F]) => string;
} = {
	nothing: () => "",
	zone: (zone) => `zones.${zone}`,
	alarm: (kind, zone) => (zone === 0 ? kind : `${kind} zones.${zone}`),
	trouble: troubleText,
	faults: faultsText,
	mode: (mode) => mode,
	time: (hour, minute) => `${twoDigits(hour)}:${twoDigits(minute)}`,
	setting: (path) => path,
	refusal: (what, why) => `${what} ${why}`,
	report: (report, destination) => `${reportPath(report)} to ${destination}`,
	dropped: reportPath,
	number: (number) => number,
	person: (id) => `people.${id}`,
	script: (name) => name,
	difference: (milliseconds) =>
		`${milliseconds < 0 ? "back" : "ahead"} ${durationText(Math.abs(milliseconds))}`,
};

/** `burglar zones.3`, `keypad restore users.2`, `test`. */
function reportPath({ event, qualifier, subject }: ReportedMatter): string {
	const what = qualifier === "event" ? event : `${event} restore`;
	if (subject === 0) return what;
	const { subject: counts } = reportEventRow(event);
	return counts === "user"
		? `${what} users.${userOfContactId(subject)}`
		: `${what} zones.${subject}`;
}

/** What the log says of a report; null where it names none. */
export function readReport(about: string): ReportedMatter | null {
	const [, event = "", restore, subject = "0"] =
		/^(\S+)( restore)?(?: (?:zones|users)\.(\d+))?(?: to \d+)?$/.exec(about) ??
		[];
	if (!isReportEvent(event)) return null;
	const qualifier = restore === undefined ? "event" : "restore";
	return { event, qualifier, subject: Number(subject) };
}

function isReportEvent(word: string): word is ReportEvent {
	return Object.hasOwn(reportEvents, word);
}

function twoDigits(count: number): string {
	return String(count).padStart(2, "0");
}
