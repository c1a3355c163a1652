import { describe, expect, test } from "vitest";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import {
	decodeTimestamp,
	encodeTimestamp,
	instantOf,
	isoTimestamp,
	type Timestamp,
	timestampAt,
} from "../../src/sms/timestamp.ts";

describe("a time", () => {
	test.each([
		["11701221222230", "2011-07-21T12:22:22+00:45"],
		["8111700212222B", "2018-11-07T20:21:22-08:00"],
		["51507132200523", "2015-05-17T23:02:50+08:00"],
		["07101141544000", "1970-01-11T14:45:04+00:00"],
		["96101141544069", "2069-01-11T14:45:04-04:00"],
		["4220920000004A", "2024-02-29T00:00:00-06:00"],
		["02101000000097", "2020-01-01T00:00:00+19:45"],
		["0210100000009F", "2020-01-01T00:00:00-19:45"],
	])("%s is %s", (hex, iso) => {
		const timestamp = decoded(hex);
		expect(timestamp.valid && isoTimestamp(timestamp)).toBe(iso);
		expect(encoded(timestamp)).toEqual({ ok: true, hex });
	});

	test("its zone is counted in quarters of an hour and taken off", () => {
		const timestamp = decoded("8111700212222B");
		expect(timestamp).toEqual({
			valid: true,
			year: 2018,
			month: 11,
			day: 7,
			hour: 20,
			minute: 21,
			second: 22,
			zone: -32,
		});
		const instant = Date.UTC(2018, 10, 8, 4, 21, 22);
		expect(instantOf(timestamp)).toBe(instant);
		expect(timestampAt(instant + 999, -32)).toEqual(timestamp);
	});
});

describe("seven octets that are no time", () => {
	test.each([
		["00000000000000", "scts.month", 1, "0 is not in 1 to 12"],
		["FFFFFFFFFFFFFF", "scts.year", 0, "not two digits"],
		["513171322005F1", "scts.month", 1, "13 is not in 1 to 12"],
		["51201332200523", "scts.day", 2, "month 2 of 2015 has no day 31"],
		["53209232200523", "scts.day", 2, "month 2 of 2035 has no day 29"],
		["51507142200523", "scts.hour", 3, "24 is not in 0 to 23"],
		["51507132060523", "scts.minute", 4, "60 is not in 0 to 59"],
		["51507132200623", "scts.second", 5, "60 is not in 0 to 59"],
		["515071322005A0", "scts.zone", 6, "not two digits"],
	])("%s", (hex, path, octet, message) => {
		const timestamp = decoded(hex);
		const octets = readHex(hex);
		expect(timestamp).toEqual({
			valid: false,
			octets: octets.ok && octets.value,
			error: { path, octet, message },
		});
		expect(encoded(timestamp)).toEqual({ ok: true, hex });
		expect(instantOf(timestamp)).toBeNull();
	});

	test("too few octets are an error", () => {
		const reader = new OctetReader(Uint8Array.of(0x51, 0x50));
		decodeTimestamp(reader, "deliver.scts");
		expect(reader.error).toEqual({
			path: "deliver.scts",
			octet: 0,
			message: "7 octets expected, 2 left",
		});
	});
});

test.each([
	[{ year: 1969 }, "scts.year", "1969 is not in 1970 to 2069"],
	[{ month: 13 }, "scts.month", "13 is not in 1 to 12"],
	[{ month: 2, day: 30 }, "scts.day", "month 2 of 2026 has no day 30"],
	[{ second: 0.5 }, "scts.second", "0.5 is not in 0 to 59"],
	[{ zone: 80 }, "scts.zone", "80 is not in -79 to 79"],
	[{ zone: Number.NaN }, "scts.zone", "NaN is not in -79 to 79"],
])("%o cannot be encoded", (change, path, message) => {
	const timestamp = timestampAt(Date.UTC(2026, 0, 1));
	expect(encoded({ ...timestamp, ...change })).toEqual({
		ok: false,
		error: { path, message },
	});
});

// Helpers

function decoded(hex: string): Timestamp {
	const octets = readHex(hex);
	if (!octets.ok) throw new Error(octets.error.message);
	return decodeTimestamp(new OctetReader(octets.value), "scts");
}

function encoded(timestamp: Timestamp) {
	const writer = new OctetWriter();
	encodeTimestamp(writer, "scts", timestamp);
	const result = writer.encoded();
	return result.ok ? { ok: true, hex: writeHex(result.value) } : result;
}
