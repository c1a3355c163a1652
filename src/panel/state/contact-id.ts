import type { Provenance } from "../../parameters/provenance.ts";
import { GUARD } from "./fields/special-codes.ts";

export interface ReportEventRow {
	/** This maker's code: three digits. */
	readonly climax: string;
	/** The general list's. */
	readonly general: string;
	/** In words, as a readable report says it. */
	readonly meaning: string;
	/** In words, what its restore or closing is. */
	readonly end: string;
	/** Which of a destination's levels lets it through. */
	readonly level: "alarm" | "status";
	/** What the subject number counts. */
	readonly subject: "zone" | "user" | "panel";
	readonly provenance: Provenance;
	/** Tag of `panel-commands.md` 2.6, or how it came about. */
	readonly source: string;
}

/**
 * What a panel reports, with its Contact ID codes. The general list's codes are
 * the common ones; where they part from this maker's, the first column holds.
 */
export const reportEvents = {
	medical: alarm("100", "100", "medical alarm", "L100"),
	fire: alarm("110", "110", "fire alarm", "L100"),
	panic: alarm("120", "120", "panic alarm", "L100"),
	duress: {
		...alarm("121", "121", "duress", "L100"),
		subject: "user",
	},
	"silent-panic": alarm("122", "122", "silent panic", "L100"),
	burglar: alarm("130", "130", "burglar alarm", "L100"),
	perimeter: alarm("131", "131", "burglar alarm, perimeter", "L100"),
	interior: alarm("132", "132", "burglar alarm, interior", "L100"),
	"24-hour": inferred(
		alarm("130", "133", "24 hour alarm", "L100 has no code of its own"),
	),
	water: alarm("154", "154", "water alarm", "MP82"),
	"panel-tamper": {
		...inferred(alarm("137", "137", "panel tamper", "standard list")),
		subject: "panel",
	},
	tamper: alarm("383", "383", "sensor tamper", "CTC31"),
	"cross-zone": alarm("693", "138", "cross zone, first trip", "H86"),
	"cross-zone-timeout": status("694", "378", "cross zone timeout", "H86"),
	supervision: status("147", "381", "sensor supervision failure", "L100"),
	"low-battery": status("384", "384", "sensor battery low", "CTC31"),
	mains: panel(status("301", "301", "mains failure", "MP82")),
	"battery-low": panel(status("302", "302", "panel battery low", "MP82")),
	"battery-missing": panel(
		status("311", "311", "panel battery missing", "MP82"),
	),
	jam: panel(status("344", "344", "interference", "MP82")),
	gsm: panel(
		inferred(status("350", "350", "GSM network lost", "standard list")),
	),
	sim: panel(inferred(status("300", "300", "SIM missing", "standard list"))),
	receiver: panel(
		inferred(status("354", "354", "receiver not reached", "standard list")),
	),
	restart: panel(
		inferred(status("305", "305", "system restarted", "Climax CID table, 1.5")),
	),
	"arm-fault": user(status("374", "374", "armed with faults", "CR36")),
	"open-at-exit": status(
		"570",
		"570",
		"zone left out: open at the end of the exit delay",
		"H86",
	),
	noted: inferred(
		status("704", "704", "entered an omitted zone", "Climax CID table, 1.5"),
	),
	remote: user(change("401", "407", "by SMS", "CR36, H86")),
	keypad: user(change("407", "401", "at the keypad", "CR36, H86")),
	mqtt: user(inferred(change("401", "407", "over MQTT", "as by SMS"))),
	"set-unset": change("408", "409", "by a set/unset contact", "H86"),
	"by-clock": user(
		inferred(change("401", "403", "at its time of day", "as by the panel")),
	),
	home: user(change("456", "441", "from or to home", "CR36, H86")),
	cancel: user(alarm("406", "406", "alarm cancelled", "CR36")),
	test: panel(status("602", "602", "periodic test", "H86, ZW41, CTC31")),
} as const satisfies { readonly [event: string]: ReportEventRow };

export type ReportEvent = keyof typeof reportEvents;

/** The row of an event, as data of one form. */
export function reportEventRow(event: ReportEvent): ReportEventRow {
	return reportEvents[event];
}

/** The Contact ID user number of a user: 95 to 99 become 995 to 999. (L100, L102) */
export function contactIdUser(user: number | undefined): number {
	if (user === undefined) return 0;
	return user >= GUARD ? 900 + user : user;
}

/** The inverse of `contactIdUser`; 0 is none. */
export function userOfContactId(subject: number): number {
	return subject > 900 ? subject - 900 : subject;
}

/** Whether nobody at the panel may notice that something is reported. */
export function isSilentReport(event: ReportEvent): boolean {
	return event === "duress" || event === "silent-panic";
}

function row(
	level: ReportEventRow["level"],
	climax: string,
	general: string,
	meaning: string,
	source: string,
): ReportEventRow {
	return {
		climax,
		general,
		meaning,
		end: `${meaning}: restored`,
		level,
		subject: "zone",
		provenance: "family",
		source,
	};
}

function alarm(climax: string, general: string, meaning: string, from: string) {
	return row("alarm", climax, general, meaning, from);
}

function status(
	climax: string,
	general: string,
	meaning: string,
	from: string,
) {
	return row("status", climax, general, meaning, from);
}

/** A change of the mode: the event is the opening, its restore the closing. */
function change(climax: string, general: string, how: string, from: string) {
	return {
		...row("status", climax, general, `disarmed ${how}`, from),
		end: `armed ${how}`,
	};
}

function panel(of: ReportEventRow): ReportEventRow {
	return { ...of, subject: "panel" };
}

function user(of: ReportEventRow): ReportEventRow {
	return { ...of, subject: "user" };
}

function inferred(of: ReportEventRow): ReportEventRow {
	return { ...of, provenance: "inferred" };
}
