import { DAY, HOUR, MINUTE } from "../../time/units.ts";

/** A time of day that a clock has skipped by more than this is missed. */
export const LATE = HOUR;

/** No time of day is farther away than this: a day on which clocks are set back, and more. */
export const LONGEST_DAY = 26 * HOUR;

/**
 * The first instant after `after` at which clocks in a time zone show an hour and
 * a minute. If the clocks skip that time in spring, it is as long after midnight
 * as on other days. If they show it twice in autumn, it is the first time. Null
 * where dates end.
 *
 * @param timeZone name in the IANA list; one that is none counts as UTC
 */
export function nextTimeOfDay(
	hour: number,
	minute: number,
	timeZone: string,
	after: number,
): number | null {
	const zone = isTimeZone(timeZone) ? timeZone : "UTC";
	const local = after + offsetAt(after, zone);
	const midnight = Math.floor(local / DAY) * DAY;
	for (let day = -1; day <= 2; day += 1) {
		const wall = midnight + day * DAY + (hour * 60 + minute) * MINUTE;
		const instant = instantOf(wall, zone);
		if (instant > after) return instant;
	}
	return null;
}

/** What calendars and clocks in a time zone show; one that is none counts as UTC. */
export function wallTime(
	instant: number,
	timeZone: string,
): {
	readonly day: number;
	readonly month: number;
	readonly hour: number;
	readonly minute: number;
} {
	const shown = wallDate(instant, timeZone);
	return {
		day: shown.getUTCDate(),
		month: shown.getUTCMonth() + 1,
		hour: shown.getUTCHours(),
		minute: shown.getUTCMinutes(),
	};
}

/** A date whose fields of UTC are what calendars and clocks in a time zone show. */
export function wallDate(instant: number, timeZone: string): Date {
	const zone = isTimeZone(timeZone) ? timeZone : "UTC";
	return new Date(askable(instant) + offsetAt(instant, zone));
}

/** Whether the platform knows a time zone. */
export function isTimeZone(name: string): boolean {
	if (name === "UTC") return true;
	try {
		formatOf(name);
		return true;
	} catch {
		return false;
	}
}

/** The instant at which a wall clock shows a time, given as if it were UTC. */
function instantOf(wall: number, zone: string): number {
	const before = wall - offsetAt(wall - DAY, zone);
	const after = wall - offsetAt(wall + DAY, zone);
	// Both fit where clocks were set back: the time before that is the first.
	const fits = [before, after].find(
		(instant) => instant + offsetAt(instant, zone) === wall,
	);
	return fits ?? before;
}

/**
 * Milliseconds by which clocks in the zone are ahead of UTC. No zone sets its
 * clocks twice within a day of UTC (in the IANA list never within three days), so
 * the offset at both ends of a day holds for the day where the two are equal.
 */
function offsetAt(instant: number, zone: string): number {
	// Most panels. Making a format takes 30 ms, and UTC needs none.
	if (zone === "UTC") return 0;
	const within = askable(instant);
	const day = Math.floor(within / DAY);
	const offset = offsetOn(day, zone);
	return offset === offsetOn(day + 1, zone)
		? offset
		: offsetShown(within, zone);
}

/** The offset when a day of UTC begins, counted from 1970-01-01. */
function offsetOn(day: number, zone: string): number {
	const known = offsets.get(zone) ?? new Map<number, number>();
	offsets.set(zone, known);
	const there = known.get(day);
	if (there !== undefined) return there;
	if (known.size === KEPT_DAYS) known.clear();
	const offset = offsetShown(day * DAY, zone);
	known.set(day, offset);
	return offset;
}

/** A look-up here is a hundred times as fast as a format. */
const offsets = new Map<string, Map<number, number>>();
const KEPT_DAYS = 64;

/** As the zone's clocks show it: slow. */
function offsetShown(instant: number, zone: string): number {
	const part = (type: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find((one) => one.type === type)?.value ?? 0);
	const parts = formatOf(zone).formatToParts(instant);
	const wall = Date.UTC(
		part("year"),
		part("month") - 1,
		part("day"),
		part("hour"),
		part("minute"),
		part("second"),
	);
	return wall - Math.floor(instant / 1000) * 1000;
}

/** The nearest instant in a year of four digits: formats show other years wrongly. */
function askable(instant: number): number {
	return Math.min(Math.max(instant, EARLIEST), LATEST);
}

const EARLIEST = Date.UTC(1000, 0);
const LATEST = Date.UTC(9999, 0);

function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known !== undefined) return known;
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
	});
	formats.set(zone, format);
	return format;
}

/** Making a format takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
