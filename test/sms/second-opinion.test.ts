/**
 * node-pdu reads what this codec writes and the other way round, as far as it
 * is right. It lacks `§` and the page break, sends what is neither ASCII nor
 * a few signs as UCS-2, cuts texts before they are full and between surrogates,
 * takes validity periods over 12 hours for others and national numbers for
 * international ones, and keeps the filler of an odd number in a status report.
 */
import fc from "fast-check";
import { Deliver, parse, Report, Submit, type utils } from "node-pdu";
import { describe, expect, test } from "vitest";
import { type Address, writeAddress } from "../../src/sms/address.ts";
import { encodeOutgoingSms } from "../../src/sms/outgoing-sms.ts";
import { decodePdu, encodePdu } from "../../src/sms/pdu.ts";
import { instantOf, timestampAt } from "../../src/sms/timestamp.ts";
import type { Tpdu } from "../../src/sms/tpdu.ts";
import { textOf } from "../../src/sms/user-data.ts";
import {
	type Concatenation,
	encodeConcatenation,
	type InformationElement,
} from "../../src/sms/user-data-header.ts";
import { gsm7Text } from "../support/sms-arbitraries.ts";

const itsGsm7 = (septets: number) =>
	gsm7Text(septets).map((text) => text.replace(/[§\f]/g, "."));
const itsUcs2 = (units: number) =>
	fc
		.string({ unit: "grapheme", maxLength: units, size: "max" })
		.map((text) => `ł${text}`.slice(0, units).replace(/[\ud800-\udbff]$/, ""));

const numbers: fc.Arbitrary<Address> = fc
	.string({
		unit: fc.constantFrom(..."0123456789"),
		minLength: 3,
		maxLength: 15,
	})
	.map((digits) => ({ ton: "international", npi: 1, number: `3${digits}` }));
const names: fc.Arbitrary<Address> = fc
	.string({
		unit: fc.constantFrom(..."ABCDEFGHIJKLMabcdefghijklm"),
		minLength: 1,
		maxLength: 11,
	})
	.map((number) => ({ ton: "alphanumeric", npi: 0, number }));

const times = fc
	.tuple(
		fc.integer({
			min: Date.UTC(2000, 0, 2) / 1000,
			max: Date.UTC(2049, 0, 1) / 1000,
		}),
		fc.integer({ min: -48, max: 56 }),
	)
	.map(([second, zone]) => timestampAt(second * 1000, zone));

const parts = fc
	.tuple(
		fc.constantFrom(8 as const, 16 as const),
		fc.nat({ max: 255 }),
		fc.integer({ min: 1, max: 9 }),
		fc.nat({ max: 8 }),
	)
	.map(([bits, reference, total, index]) => {
		return { bits, reference, total, number: (index % total) + 1 };
	});

const contents = fc.oneof(
	fc.record({
		dcs: fc.constantFrom(0x00, 0x10, 0xc8, 0xf1),
		alphabet: fc.constant("gsm-7" as const),
		// It reads a letter behind a header that no text follows.
		text: itsGsm7(152).filter((text) => text !== ""),
	}),
	fc.record({
		dcs: fc.constantFrom(0x08),
		alphabet: fc.constant("ucs-2" as const),
		text: itsUcs2(66),
	}),
);

describe("node-pdu reads as we write", () => {
	test("a DELIVER from a number or a name, in both alphabets, whole or in parts", () => {
		const senders = fc.oneof(numbers, names);
		const delivers = fc.tuple(senders, times, contents, fc.option(parts));
		fc.assert(
			fc.property(delivers, numbers, ([oa, scts, content, part], smsc) => {
				const { dcs, alphabet, text } = content;
				const theirs = parse(
					written(
						{
							type: "deliver",
							moreMessages: false,
							loopPrevention: false,
							statusReport: false,
							replyPath: false,
							oa,
							pid: 0,
							dcs,
							scts,
							ud: { alphabet, header: headerOf(part), text },
						},
						smsc,
					),
				);
				if (!(theirs instanceof Deliver)) throw new Error("no DELIVER");
				expect({
					from: theirs.address.phone,
					smsc: theirs.serviceCenterAddress.phone,
					dcs: theirs.dataCodingScheme.getValue(),
					scts: timeOf(theirs.serviceCenterTimeStamp),
					part: partOf(theirs.data.parts),
					text: theirs.data.getText(),
				}).toEqual({
					from: oa.number,
					smsc: smsc.number,
					dcs,
					scts: [instantOf(scts), scts.zone],
					part,
					text,
				});
			}),
		);
	});

	test("a SUBMIT with a validity period of at most 12 hours", () => {
		const submits = fc.tuple(numbers, contents, fc.option(parts), fc.boolean());
		const periods = fc.integer({ min: 1, max: 144 }).map((n) => n * 5);
		const mrs = fc.nat({ max: 255 });
		fc.assert(
			fc.property(submits, mrs, periods, (submit, mr, minutes) => {
				const [da, content, part, report] = submit;
				const { dcs, alphabet, text } = content;
				const theirs = parse(
					written({
						type: "submit",
						rejectDuplicates: false,
						statusReport: report,
						replyPath: false,
						mr,
						da,
						pid: 0,
						dcs,
						vp: { format: "relative", minutes },
						ud: { alphabet, header: headerOf(part), text },
					}),
				);
				if (!(theirs instanceof Submit)) throw new Error("no SUBMIT");
				expect({
					to: theirs.address.phone,
					mr: theirs.messageReference,
					report: theirs.type.statusReportRequest,
					seconds: theirs.validityPeriod.interval,
					part: partOf(theirs.data.parts),
					text: theirs.data.getText(),
				}).toEqual({
					to: da.number,
					mr,
					report: report ? 1 : 0,
					seconds: minutes * 60,
					part,
					text,
				});
			}),
		);
	});

	test("a STATUS-REPORT about an even number", () => {
		const even = numbers.filter(({ number }) => number.length % 2 === 0);
		const octet = fc.nat({ max: 255 });
		fc.assert(
			fc.property(even, times, times, octet, octet, (ra, scts, dt, mr, st) => {
				const theirs = parse(
					written({
						type: "status-report",
						moreMessages: false,
						loopPrevention: false,
						about: "submit",
						mr,
						ra,
						scts,
						dt,
						st,
						pid: null,
						dcs: null,
						ud: null,
					}),
				);
				if (!(theirs instanceof Report)) throw new Error("no STATUS-REPORT");
				expect({
					to: theirs.address.phone,
					mr: theirs.reference,
					scts: timeOf(theirs.dateTime),
					dt: timeOf(theirs.discharge),
					st: theirs.status,
				}).toEqual({
					to: ra.number,
					mr,
					scts: [instantOf(scts), scts.zone],
					dt: [instantOf(dt), dt.zone],
					st,
				});
			}),
		);
	});
});

describe("we read as node-pdu writes", () => {
	const decimals = numbers.map(({ number }) => number);

	test("a SUBMIT of whatever text it sends as one SMS", () => {
		const texts = fc
			.oneof(itsGsm7(62), itsUcs2(62))
			.filter((text) => text !== "");
		fc.assert(
			fc.property(decimals, texts, (number, text) => {
				const ours = decodePdu(new Submit(`+${number}`, text).toString());
				if (!ours.ok || ours.value.tpdu.type !== "submit") {
					throw new Error(JSON.stringify(ours));
				}
				const { tpdu, smsc, trailing } = ours.value;
				expect({
					da: writeAddress(tpdu.da),
					text: textOf(tpdu.ud),
					smsc,
					trailing: trailing.length,
				}).toEqual({ da: `+${number}`, text, smsc: null, trailing: 0 });
			}),
		);
	});

	test("and write the same octets for plain ASCII", () => {
		const plain = fc.string({
			unit: fc.constantFrom(
				..."@ABCXYZabcxyz0189 !?,.:;'\"#%&()*+-/<=>_^{}\\[~]|",
			),
			minLength: 1,
			maxLength: 75,
			size: "max",
		});
		fc.assert(
			fc.property(decimals, plain, (number, text) => {
				const to = `+${number}`;
				const ours = encodeOutgoingSms({ to, text, reference: 1 });
				expect(ours.ok && ours.value.map(({ hex }) => hex)).toEqual([
					new Submit(to, text).toString(),
				]);
			}),
		);
	});
});

describe("where the two differ", () => {
	test("160 septets are one SMS here and two there", () => {
		const text = "a".repeat(160);
		const pdus = encodeOutgoingSms({ to: "+31612345678", text, reference: 1 });
		expect(pdus.ok && pdus.value.length).toBe(1);
		expect(new Submit("+31612345678", text).getParts()).toHaveLength(2);
	});

	test("a national number is kept here, and can become an international one there", () => {
		const pdus = encodeOutgoingSms({ to: "03000", text: "a", reference: 1 });
		expect(pdus).toEqual({
			ok: true,
			value: [{ hex: "00010005813000F000000161", tpduLength: 11 }],
		});
		expect(new Submit("03000", "a").toString()).toBe("000100039100F000000161");
	});
});

// Helpers

function written(tpdu: Tpdu, smsc: Address | null = null): string {
	const pdu = encodePdu(tpdu, smsc);
	if (!pdu.ok) throw new Error(pdu.error.message);
	return pdu.value.hex;
}

function headerOf(part: Concatenation | null): InformationElement[] {
	return part === null ? [] : [encodeConcatenation(part)];
}

/** What node-pdu says about the first part, in our words. */
function partOf([part]: readonly utils.Part[]): Concatenation | null {
	const header = part?.header;
	const [reference, total, number] = [
		header?.getPointer(),
		header?.getSegments(),
		header?.getCurrent(),
	];
	if (reference === undefined || total === undefined) return null;
	if (number === undefined) return null;
	return { bits: header?.getType() === 0 ? 8 : 16, reference, total, number };
}

function timeOf({ time, tzOff }: utils.SCTS): [number, number] {
	// Its zone of UTC is minus nothing.
	return [time * 1000, tzOff / 15 || 0];
}
