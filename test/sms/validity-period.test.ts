import { describe, expect, test } from "vitest";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import {
	decodeRelative,
	encodeRelative,
} from "../../src/sms/relative-validity-period.ts";
import {
	decodeValidityPeriod,
	decodeVpf,
	encodeValidityPeriod,
	encodeVpf,
	type ValidityPeriod,
} from "../../src/sms/validity-period.ts";

const hour = 60;
const day = 24 * hour;
const week = 7 * day;

describe("the relative format", () => {
	test.each([
		[0, 5],
		[143, 12 * hour],
		[144, 12 * hour + 30],
		[167, day],
		[168, 2 * day],
		[196, 30 * day],
		[197, 5 * week],
		[255, 63 * week],
	])("octet %i is %i minutes", (octet, minutes) => {
		expect(decodeRelative(octet)).toBe(minutes);
		expect(encodeRelative(minutes)).toBe(octet);
	});

	test.each([
		["nothing", 0, 5],
		["6 minutes", 6, 10],
		["12 hours and a minute", 12 * hour + 1, 12 * hour + 30],
		["a day and a minute", day + 1, 2 * day],
		["31 days", 31 * day, 5 * week],
		["100 weeks", 100 * week, 63 * week],
		["no number", Number.NaN, 5],
	])(
		"%s becomes the next longer period, as far as there is one",
		(_, asked, got) => {
			expect(decodeRelative(encodeRelative(asked))).toBe(got);
		},
	);

	test("every octet is the shortest period for its own minutes", () => {
		for (let octet = 0; octet < 256; octet++) {
			expect(encodeRelative(decodeRelative(octet))).toBe(octet);
		}
	});
});

describe("every format", () => {
	test.each<[string, ValidityPeriod]>([
		["FF", { format: "relative", minutes: 63 * week }],
		[
			"51507132200523",
			{
				format: "absolute",
				until: {
					valid: true,
					year: 2015,
					month: 5,
					day: 17,
					hour: 23,
					minute: 2,
					second: 50,
					zone: 32,
				},
			},
		],
		["00000000000000", enhanced({ unit: "none" })],
		["01A70000000000", enhanced({ unit: "minutes", minutes: day })],
		["42FF0000000000", enhanced({ unit: "seconds", seconds: 255 }, true)],
		[
			"03213354000000",
			enhanced({ unit: "clock", hours: 12, minutes: 33, seconds: 45 }),
		],
		[
			"87010203040506",
			enhanced({
				unit: "reserved",
				octets: Uint8Array.of(0x87, 1, 2, 3, 4, 5, 6),
			}),
		],
		[
			"03FF0000000000",
			enhanced({
				unit: "reserved",
				octets: Uint8Array.of(3, 0xff, 0, 0, 0, 0, 0),
			}),
		],
	])("%s", (hex, period) => {
		expect(encoded(period)).toEqual({ ok: true, hex });
		const octets = readHex(hex);
		const reader = new OctetReader(octets.ok ? octets.value : new Uint8Array());
		expect(decodeValidityPeriod(reader, "vp", period.format)).toEqual(period);
		expect(reader.remaining).toBe(0);
	});

	test("has its two bits in the first octet", () => {
		const formats = [null, "enhanced", "relative", "absolute"] as const;
		for (const [vpf, format] of formats.entries()) {
			expect(decodeVpf(vpf)).toBe(format);
			expect(encodeVpf(format)).toBe(vpf);
		}
	});

	test("no format takes no octets", () => {
		const reader = new OctetReader(Uint8Array.of(1));
		expect(decodeValidityPeriod(reader, "vp", null)).toBeNull();
		expect(reader.remaining).toBe(1);
	});
});

test.each<[ValidityPeriod, string]>([
	[
		enhanced({ unit: "seconds", seconds: 256 }),
		"256 does not fit into an octet",
	],
	[
		enhanced({ unit: "clock", hours: 250, minutes: 0, seconds: 0 }),
		"250 is not two digits",
	],
	[
		enhanced({ unit: "reserved", octets: Uint8Array.of(0x87) }),
		"takes seven octets",
	],
])("%o cannot be encoded", (period, message) => {
	expect(encoded(period)).toEqual({
		ok: false,
		error: { path: "vp", message },
	});
});

// Helpers

function enhanced(
	period: Extract<ValidityPeriod, { format: "enhanced" }>["period"],
	singleShot = false,
): ValidityPeriod {
	return { format: "enhanced", singleShot, period };
}

function encoded(period: ValidityPeriod) {
	const writer = new OctetWriter();
	encodeValidityPeriod(writer, "vp", period);
	const result = writer.encoded();
	return result.ok ? { ok: true, hex: writeHex(result.value) } : result;
}
