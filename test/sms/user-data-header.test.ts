import { describe, expect, test } from "vitest";
import { nationalTables } from "../../src/sms/national-language.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import {
	type Concatenation,
	decodeConcatenation,
	decodeUserDataHeader,
	encodeConcatenation,
	encodeUserDataHeader,
	headerLength,
	type InformationElement,
	tablesNamedIn,
} from "../../src/sms/user-data-header.ts";

const element = (id: number, ...data: number[]): InformationElement => ({
	id,
	data: Uint8Array.from(data),
});

describe("a header", () => {
	const header = [element(0x00, 0x2e, 2, 1), element(0x70), element(0xa1, 9)];
	const octets = Uint8Array.of(10, 0, 3, 0x2e, 2, 1, 0x70, 0, 0xa1, 1, 9);

	test("keeps its elements, known or not", () => {
		const writer = new OctetWriter();
		encodeUserDataHeader(writer, "udh", header);
		expect(writer.encoded()).toEqual({ ok: true, value: octets });
		expect(headerLength(header)).toBe(11);
		expect(decoded(octets)).toEqual({ header, error: null, remaining: 0 });
	});

	test("without elements is no octet at all", () => {
		const writer = new OctetWriter();
		encodeUserDataHeader(writer, "udh", []);
		expect(writer.encoded()).toEqual({ ok: true, value: new Uint8Array() });
		expect(headerLength([])).toBe(0);
	});

	test.each([
		["data that is too short", [5, 0, 3, 0x2e, 2, 1].with(2, 4)],
		["a length that is missing", [6, 0, 3, 0x2e, 2, 1, 0x70]],
	])("with an element of %s is void, and taken", (_, octets) => {
		expect(decoded(Uint8Array.from(octets))).toEqual({
			header: [],
			error: null,
			remaining: 0,
		});
	});

	test("longer than its user data is an error", () => {
		expect(decoded(Uint8Array.of(5, 0, 3, 0x2e, 2))).toEqual({
			header: [],
			error: {
				path: "udh.length",
				octet: 0,
				message: "the header has 5 octets, the user data 4 for it",
			},
			remaining: 4,
		});
	});
});

describe("concatenation", () => {
	test.each<[Concatenation, InformationElement]>([
		[{ bits: 8, reference: 0x2e, total: 2, number: 1 }, element(0, 0x2e, 2, 1)],
		[
			{ bits: 16, reference: 0x1234, total: 255, number: 255 },
			element(8, 0x12, 0x34, 255, 255),
		],
	])("%o", (concatenation, information) => {
		expect(encodeConcatenation(concatenation)).toEqual(information);
		expect(decodeConcatenation([element(0x24, 1), information])).toEqual(
			concatenation,
		);
	});

	test.each([
		["no header", []],
		["no such element", [element(0x05, 0x0b, 0x84, 0, 0)]],
		["part 0", [element(0, 1, 2, 0)]],
		["part 3 of 2", [element(0, 1, 2, 3)]],
		["no parts at all", [element(0, 1, 0, 0)]],
		["an octet too few", [element(0, 1, 2)]],
		["an octet too many", [element(8, 0, 1, 2, 1, 0)]],
	])("there is none in %s", (_, header) => {
		expect(decodeConcatenation(header)).toBeNull();
	});

	test("of two elements the last that makes sense counts", () => {
		const header = [
			element(0, 1, 2, 1),
			element(8, 0, 9, 3, 3),
			element(0, 1, 2, 0),
		];
		expect(decodeConcatenation(header)).toEqual({
			bits: 16,
			reference: 9,
			total: 3,
			number: 3,
		});
	});
});

describe("the tables that a header names", () => {
	test.each([
		["none", [], 0, 0],
		["a single shift", [element(0x24, 1)], 0, 1],
		["a locking shift", [element(0x25, 3)], 3, 0],
		["one of each", [element(0x25, 1), element(0x24, 2)], 1, 2],
		["other elements", [element(0, 1, 2, 1), element(0x25, 13)], 13, 0],
		["the last of two", [element(0x24, 1), element(0x24, 3)], 0, 3],
		["before a reserved one", [element(0x24, 1), element(0x24, 14)], 0, 1],
		["before one too long", [element(0x25, 1), element(0x25, 3, 3)], 1, 0],
		["no octet at all", [element(0x25), element(0x24)], 0, 0],
		["Spanish, which has no locking shift", [element(0x25, 2)], 0, 0],
	])("%s", (_, header, locking, single) => {
		expect(tablesNamedIn(header)).toBe(nationalTables(locking, single));
	});
});

// Helpers

function decoded(octets: Uint8Array) {
	const reader = new OctetReader(octets);
	const header = decodeUserDataHeader(reader, "udh", octets.length);
	return { header, error: reader.error, remaining: reader.remaining };
}
