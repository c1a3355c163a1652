/** Texts, addresses and TPDUs of SMS, by chance. */
import fc from "fast-check";
import type { Address } from "../../src/sms/address.ts";
import { decodeDcs } from "../../src/sms/data-coding-scheme.ts";
import type { Deliver } from "../../src/sms/deliver.ts";
import {
	decodeGsm7,
	defaultTables,
	type Gsm7Tables,
	septetCount,
} from "../../src/sms/gsm7.ts";
import { decodeRelative } from "../../src/sms/relative-validity-period.ts";
import type { StatusReport } from "../../src/sms/status-report.ts";
import type { Submit } from "../../src/sms/submit.ts";
import type { ValidTimestamp } from "../../src/sms/timestamp.ts";
import { timestampAt } from "../../src/sms/timestamp.ts";
import type { UserData } from "../../src/sms/user-data.ts";
import {
	headerLength,
	type InformationElement,
	tablesNamedIn,
} from "../../src/sms/user-data-header.ts";
import type { ValidityPeriod } from "../../src/sms/validity-period.ts";

/** Every character of the tables, extension characters as often as the others. */
const charactersOf = (tables: Gsm7Tables): string[] => [
	...new Set(
		Array.from({ length: 128 }, (_, code) => code).flatMap((code) => [
			decodeGsm7(Uint8Array.of(code), tables),
			decodeGsm7(Uint8Array.of(0x1b, code), tables),
		]),
	),
];

/** GSM-7 text of at most so many septets. */
export const gsm7Text = (
	septets: number,
	tables = defaultTables,
): fc.Arbitrary<string> =>
	fc
		.array(fc.constantFrom(...charactersOf(tables)), {
			maxLength: septets,
			size: "max",
		})
		.map((characters) => {
			while (septetCount(characters.join(""), tables) > septets)
				characters.pop();
			return characters.join("");
		});

/** Any UTF-16 text of at most so many units, lone surrogates included. */
export const ucs2Text = (units: number): fc.Arbitrary<string> =>
	fc
		.array(
			fc.oneof(
				fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)),
				fc.constantFrom("😀", "ł", "Ж", "\ud83d", "\ude00"),
			),
			{ maxLength: units, size: "max" },
		)
		.map((characters) => characters.join("").slice(0, units));

/** Text as people send it: all of GSM-7, or with characters from beyond. */
export const smsText = (length: number): fc.Arbitrary<string> =>
	fc.oneof(gsm7Text(length), ucs2Text(length));

const octet = fc.integer({ min: 0, max: 0xff });

export const addresses: fc.Arbitrary<Address> = fc.oneof(
	fc.record({
		ton: fc.constantFrom(
			"unknown" as const,
			"international" as const,
			"national" as const,
			"network-specific" as const,
			"subscriber" as const,
			"abbreviated" as const,
			"reserved" as const,
		),
		npi: fc.integer({ min: 0, max: 15 }),
		number: fc.string({
			unit: fc.constantFrom(..."0123456789*#abc"),
			maxLength: 20,
		}),
	}),
	fc.record({
		ton: fc.constant("alphanumeric" as const),
		npi: fc.integer({ min: 0, max: 15 }),
		// Eight characters of which the last is @ cannot be told from seven.
		number: gsm7Text(11).filter(
			(name) => !(septetCount(name) === 8 && name.endsWith("@")),
		),
	}),
);

export const timestamps: fc.Arbitrary<ValidTimestamp> = fc
	.tuple(
		fc.integer({
			min: Date.UTC(1970, 0, 2) / 1000,
			max: Date.UTC(2069, 11, 30) / 1000,
		}),
		fc.integer({ min: -79, max: 79 }),
	)
	.map(([second, zone]) => timestampAt(second * 1000, zone));

const relativeMinutes = octet.map(decodeRelative);

export const validityPeriods: fc.Arbitrary<ValidityPeriod> = fc.oneof(
	fc.record({
		format: fc.constant("relative" as const),
		minutes: relativeMinutes,
	}),
	fc.record({ format: fc.constant("absolute" as const), until: timestamps }),
	fc.record({
		format: fc.constant("enhanced" as const),
		singleShot: fc.boolean(),
		period: fc.oneof(
			fc.constant({ unit: "none" as const }),
			relativeMinutes.map((minutes) => ({ unit: "minutes" as const, minutes })),
			octet.map((seconds) => ({ unit: "seconds" as const, seconds })),
			fc.record({
				unit: fc.constant("clock" as const),
				hours: fc.integer({ min: 0, max: 99 }),
				minutes: fc.integer({ min: 0, max: 99 }),
				seconds: fc.integer({ min: 0, max: 99 }),
			}),
		),
	}),
);

/** One that names the table of a national language, or a reserved one. */
const shifts: fc.Arbitrary<InformationElement> = fc.record({
	id: fc.constantFrom(0x24, 0x25),
	data: fc.nat({ max: 14 }).map((identifier) => Uint8Array.of(identifier)),
});

const headers: fc.Arbitrary<InformationElement[]> = fc.array(
	fc.oneof(
		fc.record({ id: octet, data: fc.uint8Array({ maxLength: 20 }) }),
		shifts,
	),
	{ maxLength: 3 },
);

/** A coding scheme and user data that fits it and fits into an SMS. */
const contents: fc.Arbitrary<{ dcs: number; ud: UserData }> = fc
	.tuple(octet, headers)
	.chain(([dcs, header]) => {
		const { alphabet, compressed } = decodeDcs(dcs);
		const room = 140 - headerLength(header);
		const data = fc.uint8Array({ maxLength: room, size: "max" });
		const ud: fc.Arbitrary<UserData> =
			compressed || alphabet === "8-bit"
				? data.map((octets) => ({
						alphabet: compressed ? "compressed" : "8-bit",
						header,
						octets,
					}))
				: (alphabet === "ucs-2"
						? ucs2Text(Math.floor(room / 2))
						: gsm7Text(Math.floor((room * 8) / 7), tablesNamedIn(header))
					).map((text) => ({ alphabet, header, text }));
		return ud.map((ud) => ({ dcs, ud }));
	});

export const delivers: fc.Arbitrary<Deliver> = fc
	.record({
		moreMessages: fc.boolean(),
		loopPrevention: fc.boolean(),
		statusReport: fc.boolean(),
		replyPath: fc.boolean(),
		oa: addresses,
		pid: octet,
		scts: timestamps,
		content: contents,
	})
	.map(({ content, ...rest }) => ({ type: "deliver", ...rest, ...content }));

export const submits: fc.Arbitrary<Submit> = fc
	.record({
		rejectDuplicates: fc.boolean(),
		statusReport: fc.boolean(),
		replyPath: fc.boolean(),
		mr: octet,
		da: addresses,
		pid: octet,
		vp: fc.option(validityPeriods),
		content: contents,
	})
	.map(({ content, ...rest }) => ({ type: "submit", ...rest, ...content }));

export const statusReports: fc.Arbitrary<StatusReport> = fc
	.record({
		moreMessages: fc.boolean(),
		loopPrevention: fc.boolean(),
		about: fc.constantFrom("submit" as const, "command" as const),
		mr: octet,
		ra: addresses,
		scts: timestamps,
		dt: timestamps,
		st: octet,
		pid: fc.option(octet),
		content: fc.oneof(
			fc.constant({ dcs: null, ud: null }),
			octet.map((dcs) => ({ dcs, ud: null })),
			contents,
		),
	})
	.map(({ content, ...rest }) => ({
		type: "status-report",
		...rest,
		...content,
	}));
