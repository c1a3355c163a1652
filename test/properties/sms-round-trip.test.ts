import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	decodeAddress,
	encodeAddress,
	readAddress,
	writeAddress,
} from "../../src/sms/address.ts";
import { decodeDcs, encodeDcs } from "../../src/sms/data-coding-scheme.ts";
import {
	decodeEightBit,
	encodeEightBit,
} from "../../src/sms/eight-bit-data.ts";
import {
	decodeGsm7,
	encodeGsm7,
	isGsm7,
	packSeptets,
	septetCount,
	unpackSeptets,
} from "../../src/sms/gsm7.ts";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { nationalTables } from "../../src/sms/national-language.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import { decodePdu, encodePdu } from "../../src/sms/pdu.ts";
import { decodeTimestamp, encodeTimestamp } from "../../src/sms/timestamp.ts";
import { decodeUcs2, encodeUcs2 } from "../../src/sms/ucs2.ts";
import { decodeUssd, encodeUssd } from "../../src/sms/ussd.ts";
import {
	decodeValidityPeriod,
	encodeValidityPeriod,
} from "../../src/sms/validity-period.ts";
import {
	addresses,
	delivers,
	gsm7Text,
	statusReports,
	submits,
	timestamps,
	ucs2Text,
	validityPeriods,
} from "../support/sms-arbitraries.ts";

describe("what is encoded decodes to the same", () => {
	test("hexadecimal", () => {
		fc.assert(
			fc.property(fc.uint8Array(), (octets) => {
				expect(readHex(writeHex(octets))).toEqual({ ok: true, value: octets });
			}),
		);
	});

	test("GSM-7, packed after any number of fill bits", () => {
		fc.assert(
			fc.property(gsm7Text(200), fc.nat({ max: 6 }), (text, fillBits) => {
				const septets = encodeGsm7(text);
				const packed = packSeptets(septets, fillBits);
				const unpacked = unpackSeptets(packed, septets.length, fillBits);
				expect(unpacked).toEqual(septets);
				expect(decodeGsm7(unpacked)).toBe(text);
			}),
		);
	});

	test("GSM-7 in the tables of any national language", () => {
		const identifier = fc.nat({ max: 14 });
		const written = fc
			.tuple(identifier, identifier)
			.map(([locking, single]) => nationalTables(locking, single))
			.chain((tables) =>
				gsm7Text(160, tables).map((text) => ({ tables, text })),
			);
		fc.assert(
			fc.property(written, ({ tables, text }) => {
				expect(isGsm7(text, tables)).toBe(true);
				const septets = encodeGsm7(text, tables);
				expect(septets).toHaveLength(septetCount(text, tables));
				expect(decodeGsm7(septets, tables)).toBe(text);
			}),
		);
	});

	test("USSD strings that do not end in a carriage return", () => {
		const texts = gsm7Text(182).filter((text) => !text.endsWith("\r"));
		fc.assert(
			fc.property(texts, (text) => {
				expect(decodeUssd(encodeUssd(text))).toBe(text);
			}),
		);
	});

	test("UCS-2, lone surrogates included", () => {
		fc.assert(
			fc.property(ucs2Text(200), (text) => {
				expect(decodeUcs2(encodeUcs2(text))).toBe(text);
			}),
		);
	});

	test("8-bit data shown as text", () => {
		fc.assert(
			fc.property(fc.uint8Array(), (octets) => {
				expect(encodeEightBit(decodeEightBit(octets))).toEqual(octets);
			}),
		);
	});

	test("coding schemes", () => {
		for (const alphabet of ["gsm-7", "8-bit", "ucs-2"] as const) {
			for (const messageClass of [null, 0, 1, 2, 3] as const) {
				expect(decodeDcs(encodeDcs(alphabet, messageClass))).toEqual({
					alphabet,
					class: messageClass,
					compressed: false,
					deleteWhenRead: false,
					waiting: null,
					reserved: false,
				});
			}
		}
	});

	test("addresses", () => {
		fc.assert(
			fc.property(addresses, (address) => {
				const writer = new OctetWriter();
				encodeAddress(writer, "oa", address);
				expect(throughOctets(writer, decodeAddress, "oa")).toEqual(address);
			}),
		);
	});

	test("addresses as people write them", () => {
		fc.assert(
			fc.property(addresses, (address) => {
				const text = writeAddress(address);
				expect(writeAddress(readAddress(text))).toBe(text);
			}),
		);
	});

	test("timestamps", () => {
		fc.assert(
			fc.property(timestamps, (timestamp) => {
				const writer = new OctetWriter();
				encodeTimestamp(writer, "scts", timestamp);
				expect(throughOctets(writer, decodeTimestamp, "scts")).toEqual(
					timestamp,
				);
			}),
		);
	});

	test("validity periods", () => {
		fc.assert(
			fc.property(validityPeriods, (period) => {
				const writer = new OctetWriter();
				encodeValidityPeriod(writer, "vp", period);
				const decode = (reader: OctetReader, path: string) =>
					decodeValidityPeriod(reader, path, period.format);
				expect(throughOctets(writer, decode, "vp")).toEqual(period);
			}),
		);
	});

	test.each([
		["SMS-DELIVER", delivers],
		["SMS-SUBMIT", submits],
		["SMS-STATUS-REPORT", statusReports],
	])("%s behind any service centre address", (_, tpdus) => {
		const centres = addresses.filter(({ ton }) => ton !== "alphanumeric");
		fc.assert(
			fc.property(tpdus, fc.option(centres), (tpdu, smsc) => {
				const encoded = encodePdu(tpdu, smsc);
				if (!encoded.ok) throw new Error(encoded.error.message);
				const { hex, tpduLength } = encoded.value;
				expect(decodePdu(hex, { smsc: "present" })).toEqual({
					ok: true,
					value: { smsc, tpdu, trailing: new Uint8Array() },
				});
				const alone = hex.slice(-2 * tpduLength);
				expect(decodePdu(alone, { tpduLength })).toEqual({
					ok: true,
					value: { smsc: null, tpdu, trailing: new Uint8Array() },
				});
			}),
		);
	});
});

// Helpers

function throughOctets<T>(
	writer: OctetWriter,
	decode: (reader: OctetReader, path: string) => T,
	path: string,
): T {
	const encoded = writer.encoded();
	if (!encoded.ok) throw new Error(encoded.error.message);
	const reader = new OctetReader(encoded.value);
	const value = decode(reader, path);
	expect(reader.error).toBeNull();
	expect(reader.remaining).toBe(0);
	return value;
}
