import { describe, expect, test } from "vitest";
import {
	type Address,
	decodeAddress,
	encodeAddress,
	readAddress,
	writeAddress,
} from "../../src/sms/address.ts";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";

const alphanumeric = (number: string): Address => ({
	ton: "alphanumeric",
	npi: 0,
	number,
});

describe("on the wire", () => {
	test.each<[string, Address, string]>([
		[
			"an international number",
			{ ton: "international", npi: 1, number: "31612345678" },
			"0B911316325476F8",
		],
		[
			"a national number",
			{ ton: "national", npi: 1, number: "0612345678" },
			"0AA16021436587",
		],
		[
			"a number of unknown type",
			{ ton: "unknown", npi: 1, number: "0612345678" },
			"0A816021436587",
		],
		["a short code", { ton: "unknown", npi: 1, number: "999" }, "038199F9"],
		[
			"an abbreviated number",
			{ ton: "abbreviated", npi: 0, number: "*#21" },
			"04E0BA12",
		],
		["a name of 7 letters", alphanumeric("Telfort"), "0DD0D432DBFC96D301"],
		["a name of 8 letters", alphanumeric("Telforts"), "0ED0D432DBFC96D3E7"],
		[
			"a name of 11 letters",
			alphanumeric("ABCDEFGHIJK"),
			"14D041E19058341E9149E512",
		],
		["a name with a euro sign", alphanumeric("€ shop"), "0DD09B32688E7EC301"],
		["nobody", { ton: "unknown", npi: 1, number: "" }, "0081"],
	])("%s", (_, address, hex) => {
		expect(encoded(address)).toEqual({ ok: true, hex });
		expect(decoded(hex)).toEqual({ ok: true, value: address });
	});

	test("7 letters whose length was rounded up to 8 do not end in an @", () => {
		expect(decoded("0ED0D432DBFC96D301")).toEqual({
			ok: true,
			value: alphanumeric("Telfort"),
		});
	});

	test("a length beyond 20 semi-octets is an error at the length", () => {
		expect(decoded("1591131632547698103254761032")).toEqual({
			ok: false,
			error: {
				path: "oa.length",
				octet: 0,
				message: "an address has at most 20 semi-octets, not 21",
			},
		});
	});

	test("too few octets are an error at the digits", () => {
		expect(decoded("0B91131632")).toEqual({
			ok: false,
			error: {
				path: "oa.digits",
				octet: 2,
				message: "6 octets expected, 3 left",
			},
		});
	});

	test.each<[string, Address, string]>([
		[
			"21 digits",
			{ ton: "international", npi: 1, number: "1".repeat(21) },
			"at most 20 digits, this has 21",
		],
		[
			"a plus among the digits",
			{ ton: "international", npi: 1, number: "+31" },
			'"+31" is not made of 0 to 9, *, #, a, b and c',
		],
		[
			"a name of 12 septets",
			alphanumeric("ABCDEFGHIJ€"),
			"a name has at most 11 characters, this has 12",
		],
		["a name outside GSM-7", alphanumeric("Иван"), '"Иван" is not all GSM-7'],
	])("%s cannot be encoded", (_, address, message) => {
		expect(encoded(address)).toEqual({
			ok: false,
			error: { path: "oa.digits", message },
		});
	});
});

describe("as people write them", () => {
	test.each<[string, Address]>([
		["+31612345678", { ton: "international", npi: 1, number: "31612345678" }],
		["0612345678", { ton: "unknown", npi: 1, number: "0612345678" }],
		["*100#", { ton: "unknown", npi: 1, number: "*100#" }],
		["", { ton: "unknown", npi: 1, number: "" }],
		["Telfort", alphanumeric("Telfort")],
		["+31x", alphanumeric("+31x")],
		['"1234"', alphanumeric("1234")],
		['""1234""', alphanumeric('"1234"')],
	])("%j", (text, address) => {
		expect(readAddress(text)).toEqual(address);
		expect(writeAddress(address)).toBe(text);
	});

	test("a name that looks like a number is told from the number", () => {
		expect(writeAddress(alphanumeric("+15550101"))).toBe('"+15550101"');
	});

	test("national numbers are written without a sign", () => {
		const number = "0612345678";
		expect(writeAddress({ ton: "national", npi: 1, number })).toBe(number);
	});
});

// Helpers

function encoded(address: Address) {
	const writer = new OctetWriter();
	encodeAddress(writer, "oa", address);
	const result = writer.encoded();
	return result.ok ? { ok: true, hex: writeHex(result.value) } : result;
}

function decoded(hex: string) {
	const octets = readHex(hex);
	if (!octets.ok) throw new Error(octets.error.message);
	const reader = new OctetReader(octets.value);
	const address = decodeAddress(reader, "oa");
	return reader.decoded(address);
}
