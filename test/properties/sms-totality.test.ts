import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeAddress } from "../../src/sms/address.ts";
import { decodeDcs, describeDcs } from "../../src/sms/data-coding-scheme.ts";
import {
	decodeGsm7,
	isGsm7,
	septetCount,
	unpackSeptets,
} from "../../src/sms/gsm7.ts";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { nationalTables } from "../../src/sms/national-language.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import { decodePdu, encodePdu, type PduReading } from "../../src/sms/pdu.ts";
import { anatomyOf } from "../../src/sms/pdu-anatomy.ts";
import { describePid } from "../../src/sms/protocol-identifier.ts";
import { partOf } from "../../src/sms/received-part.ts";
import { decodeStatus, describeStatus } from "../../src/sms/status.ts";
import { decodeTimestamp, encodeTimestamp } from "../../src/sms/timestamp.ts";
import { decodeUcs2 } from "../../src/sms/ucs2.ts";
import { decodeUssd } from "../../src/sms/ussd.ts";
import { anyCharacter } from "../support/arbitraries.ts";
import {
	delivers,
	statusReports,
	submits,
} from "../support/sms-arbitraries.ts";

const readings: fc.Arbitrary<PduReading> = fc.record({
	tpduLength: fc.option(fc.nat({ max: 200 }), { nil: undefined }),
	smsc: fc.constantFrom("present" as const, "absent" as const, undefined),
	type: fc.constantFrom(
		"deliver" as const,
		"submit" as const,
		"status-report" as const,
		undefined,
	),
});

/** Real PDUs with a few octets changed, cut off or added: nearer to trouble than noise. */
const damagedPdus: fc.Arbitrary<Uint8Array> = fc
	.tuple(
		fc.oneof(delivers, submits, statusReports),
		fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 255 })), {
			maxLength: 3,
		}),
		fc.nat({ max: 180 }),
		fc.uint8Array({ maxLength: 3 }),
	)
	.map(([tpdu, changes, length, surplus]) => {
		const encoded = encodePdu(tpdu);
		const octets = readHex(encoded.ok ? encoded.value.hex : "");
		if (!octets.ok) return surplus;
		for (const [at, octet] of changes) {
			if (at < octets.value.length) octets.value[at] = octet;
		}
		return Uint8Array.of(...octets.value.slice(0, length), ...surplus);
	});

const anyOctets = fc.oneof(
	fc.uint8Array({ maxLength: 200, size: "max" }),
	damagedPdus,
);

describe("whatever octets come", () => {
	test("a PDU decodes to a value, or to an error inside or at the end of it", () => {
		fc.assert(
			fc.property(anyOctets, readings, (octets, reading) => {
				const decoded = decodePdu(writeHex(octets), reading);
				if (decoded.ok) return;
				const { path, octet, message } = decoded.error;
				expect(path).toMatch(/^(smsc|deliver|submit|status-report)\./);
				expect(octet).toBeGreaterThanOrEqual(0);
				expect(octet).toBeLessThanOrEqual(octets.length);
				expect(message).not.toBe("");
			}),
			{ numRuns: 1000 },
		);
	});

	test("what decodes can be encoded, and decodes to the same again", () => {
		fc.assert(
			fc.property(anyOctets, (octets) => {
				const decoded = decodePdu(writeHex(octets), { smsc: "absent" });
				if (!decoded.ok) return;
				const encoded = encodePdu(decoded.value.tpdu);
				// Longer than an SMS may be, or an 8-character name that ends in @.
				if (!encoded.ok) {
					expect(encoded.error.path).toMatch(/\.ud\.(sm|udl)$/);
					return;
				}
				const again = decodePdu(encoded.value.hex, { smsc: "present" });
				if (!again.ok) throw new Error(again.error.message);
				expect(settled(again.value.tpdu)).toEqual(settled(decoded.value.tpdu));
			}),
			{ numRuns: 1000 },
		);
	});

	test("its anatomy has every octet once and in order", () => {
		fc.assert(
			fc.property(anyOctets, readings, (octets, reading) => {
				const { rows } = anatomyOf(writeHex(octets), reading);
				expect(rows.map((row) => row.octets).join("")).toBe(writeHex(octets));
				let offset = 0;
				for (const row of rows) {
					expect(row.offset).toBe(offset);
					offset += row.octets.length / 2;
				}
			}),
			{ numRuns: 1000 },
		);
	});

	test("a DELIVER that decodes is a part of some message", () => {
		fc.assert(
			fc.property(anyOctets, (octets) => {
				const decoded = decodePdu(writeHex(octets), { type: "deliver" });
				if (!decoded.ok || decoded.value.tpdu.type !== "deliver") return;
				const { oa } = decoded.value.tpdu;
				const part = partOf(decoded.value.tpdu);
				expect(part.from).toBe(writeAddress(oa));
				expect(part.named).toBe(oa.ton === "alphanumeric");
			}),
		);
	});

	test("seven octets are a time or say why not, and encode to themselves", () => {
		const seven = fc.uint8Array({ minLength: 7, maxLength: 7 });
		fc.assert(
			fc.property(seven, (octets) => {
				const timestamp = decodeTimestamp(new OctetReader(octets), "scts");
				if (timestamp.valid) return;
				expect(timestamp.error.path).toMatch(/^scts\./);
				const writer = new OctetWriter();
				encodeTimestamp(writer, "scts", timestamp);
				expect(writer.encoded()).toEqual({ ok: true, value: octets });
			}),
		);
	});

	test("alphabets decode to text", () => {
		fc.assert(
			fc.property(
				fc.uint8Array(),
				fc.nat({ max: 300 }),
				fc.nat({ max: 6 }),
				(...args) => {
					const [octets, count, fillBits] = args;
					expect(decodeGsm7(octets)).toBeTypeOf("string");
					expect(decodeUcs2(octets)).toHaveLength(octets.length >> 1);
					expect(decodeUssd(octets)).toBeTypeOf("string");
					const held = Math.max(
						0,
						Math.floor((octets.length * 8 - fillBits) / 7),
					);
					expect(unpackSeptets(octets, count, fillBits)).toHaveLength(
						Math.min(count, held),
					);
				},
			),
		);
	});

	test("septets in any tables decode to text that takes no more of them", () => {
		const identifier = fc.nat({ max: 14 });
		const codes = fc.uint8Array({ size: "max", maxLength: 160 });
		fc.assert(
			fc.property(codes, identifier, identifier, (octets, locking, single) => {
				const tables = nationalTables(locking, single);
				const text = decodeGsm7(octets, tables);
				expect(isGsm7(text, tables)).toBe(true);
				expect(septetCount(text, tables)).toBeLessThanOrEqual(octets.length);
			}),
		);
	});

	test("every octet has words as a DCS, a PID and a status", () => {
		for (let octet = 0; octet < 256; octet++) {
			expect(decodeDcs(octet).alphabet).toMatch(/^(gsm-7|8-bit|ucs-2)$/);
			expect(decodeStatus(octet)).not.toBe("");
			for (const describe of [describeDcs, describePid, describeStatus]) {
				expect(describe(octet).value).not.toBe("");
				expect(describe(octet).meaning).not.toBe("");
			}
		}
	});

	test("any text is hexadecimal or has an error that says where it is not", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter }), (text) => {
				const octets = readHex(text);
				if (octets.ok) return;
				expect(octets.error.path).toBe("hex");
				expect(octets.error.octet).toBeLessThanOrEqual(text.length / 2);
			}),
		);
	});
});

// Helpers

/** A TPDU without what stands for the same: where an invalid time stood, and an empty header. */
function settled(tpdu: object): unknown {
	return JSON.parse(
		JSON.stringify(tpdu, (key, value) => (key === "error" ? null : value)),
	);
}
