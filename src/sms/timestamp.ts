/**
 * Times as the service centre writes them (3GPP TS 23.040, 9.2.3.11): seven
 * octets of swapped decimal digits, local time with its zone in quarters of an
 * hour. Used for TP-SCTS, TP-DT and the absolute TP-VP.
 */
import type { OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import type { DecodeError } from "./pdu-error.ts";
import { decodeTwoDigits, encodeTwoDigits } from "./semi-octets.ts";

/** A time that exists. */
export interface ValidTimestamp {
	readonly valid: true;
	/** 1970 to 2069: two digits are sent, and below 70 they mean 20xx. */
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	/** Local time less UTC in quarters of an hour, -79 to 79. */
	readonly zone: number;
}

/**
 * Seven octets that are no time: digits that are none, or a 31st of June. It
 * does not spoil the message around it, whose text matters more.
 */
export interface InvalidTimestamp {
	readonly valid: false;
	readonly octets: Uint8Array;
	/** The first part that is wrong: `deliver.scts.month`. */
	readonly error: DecodeError;
}

export type Timestamp = ValidTimestamp | InvalidTimestamp;

const parts = [
	{ name: "year", least: 0, most: 99 },
	{ name: "month", least: 1, most: 12 },
	{ name: "day", least: 1, most: 31 },
	{ name: "hour", least: 0, most: 23 },
	{ name: "minute", least: 0, most: 59 },
	{ name: "second", least: 0, most: 59 },
	{ name: "zone", least: -79, most: 79 },
] as const;

const quarterOfAnHour = 15 * 60_000;

/** Puts seven octets; a fault is `<path>.year` and so on. */
export function encodeTimestamp(
	writer: OctetWriter,
	path: string,
	timestamp: Timestamp,
): void {
	if (!timestamp.valid) {
		if (timestamp.octets.length !== 7) writer.fail(path, "takes seven octets");
		writer.octets(timestamp.octets);
		return;
	}
	const { year, month, day, hour, minute, second, zone } = timestamp;
	if (!(year >= 1970 && year <= 2069)) {
		writer.fail(`${path}.year`, `${year} is not in 1970 to 2069`);
	}
	const values = [year % 100, month, day, hour, minute, second, zone];
	parts.forEach(({ name, least, most }, index) => {
		const value = values[index] ?? 0;
		if (!Number.isInteger(value) || value < least || value > most) {
			writer.fail(`${path}.${name}`, outside(value, least, most));
		}
	});
	if (day > daysIn(year, month)) {
		writer.fail(`${path}.day`, `month ${month} of ${year} has no day ${day}`);
	}
	for (const value of values.slice(0, 6))
		writer.octets([encodeTwoDigits(value)]);
	writer.octets([encodeTwoDigits(Math.abs(zone)) | (zone < 0 ? 0x08 : 0)]);
}

/** Takes seven octets as `<path>`; what is wrong in them is in the result. */
export function decodeTimestamp(reader: OctetReader, path: string): Timestamp {
	const offset = reader.offset;
	const octets = reader.octets(path, 7, (taken) => {
		const timestamp = timestampIn(taken, path, offset);
		return timestamp.valid
			? { value: isoTimestamp(timestamp), meaning: "local time with its zone" }
			: { value: "invalid", meaning: wrongPart(timestamp.error) };
	});
	return timestampIn(octets, path, offset);
}

function timestampIn(
	octets: Uint8Array,
	path: string,
	offset: number,
): Timestamp {
	const values = [...octets].map((octet, index) =>
		index === 6 ? zoneIn(octet) : decodeTwoDigits(octet),
	);
	for (const [index, { name, least, most }] of parts.entries()) {
		const value = values[index] ?? null;
		if (value === null || value < least || value > most) {
			const message =
				value === null ? "not two digits" : outside(value, least, most);
			return invalid(octets, `${path}.${name}`, offset + index, message);
		}
	}
	const [
		yy = 0,
		month = 0,
		day = 0,
		hour = 0,
		minute = 0,
		second = 0,
		zone = 0,
	] = values.map((value) => value ?? 0);
	const year = fullYear(yy);
	if (day > daysIn(year, month)) {
		const message = `month ${month} of ${year} has no day ${day}`;
		return invalid(octets, `${path}.day`, offset + 2, message);
	}
	return { valid: true, year, month, day, hour, minute, second, zone };
}

/** The year of two digits: 70 to 99 are of the last century. */
export function fullYear(yy: number): number {
	return yy < 70 ? 2000 + yy : 1900 + yy;
}

function invalid(
	octets: Uint8Array,
	path: string,
	octet: number,
	message: string,
): InvalidTimestamp {
	return { valid: false, octets, error: { path, octet, message } };
}

/** Milliseconds since 1970 in UTC, or null for an invalid timestamp. */
export function instantOf(timestamp: Timestamp): number | null {
	if (!timestamp.valid) return null;
	const { year, month, day, hour, minute, second, zone } = timestamp;
	const local = Date.UTC(year, month - 1, day, hour, minute, second);
	return local - zone * quarterOfAnHour;
}

/**
 * The timestamp of an instant (milliseconds since 1970 in UTC, parts of a
 * second left out) in a zone given in quarters of an hour.
 */
export function timestampAt(instant: number, zone = 0): ValidTimestamp {
	const local = new Date(instant + zone * quarterOfAnHour);
	return {
		valid: true,
		year: local.getUTCFullYear(),
		month: local.getUTCMonth() + 1,
		day: local.getUTCDate(),
		hour: local.getUTCHours(),
		minute: local.getUTCMinutes(),
		second: local.getUTCSeconds(),
		zone,
	};
}

/** ISO 8601 with the zone: `2018-11-07T20:21:22-08:00`. */
export function isoTimestamp(timestamp: ValidTimestamp): string {
	const { year, month, day, hour, minute, second, zone } = timestamp;
	const date = `${year}-${two(month)}-${two(day)}`;
	const time = `${two(hour)}:${two(minute)}:${two(second)}`;
	const minutes = Math.abs(zone) * 15;
	const sign = zone < 0 ? "-" : "+";
	return `${date}T${time}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
	return String(value).padStart(2, "0");
}

// The sign takes the highest bit of the tens, so those reach no further than 7.
function zoneIn(octet: number): number | null {
	const quarters = decodeTwoDigits(octet & 0xf7);
	if (quarters === null || quarters === 0) return quarters;
	return octet & 0x08 ? -quarters : quarters;
}

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function outside(value: number, least: number, most: number): string {
	return `${value} is not in ${least} to ${most}`;
}

function wrongPart(error: DecodeError): string {
	return `${error.path.slice(error.path.lastIndexOf(".") + 1)}: ${error.message}`;
}
