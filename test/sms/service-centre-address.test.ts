import { expect, test } from "vitest";
import type { Address } from "../../src/sms/address.ts";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { OctetReader } from "../../src/sms/octet-reader.ts";
import { OctetWriter } from "../../src/sms/octet-writer.ts";
import {
	decodeServiceCentreAddress,
	encodeServiceCentreAddress,
	looksLikeServiceCentreAddress,
} from "../../src/sms/service-centre-address.ts";

test.each<[string, Address | null]>([
	["00", null],
	["07919730071111F1", { ton: "international", npi: 1, number: "79037011111" }],
	["0691214365870921", { ton: "international", npi: 1, number: "1234567890" }],
	["0581214365F7", { ton: "unknown", npi: 1, number: "1234567" }],
	["0191", { ton: "international", npi: 1, number: "" }],
])("%s", (hex, address) => {
	const wire = hex.slice(0, 2 * (Number.parseInt(hex.slice(0, 2), 16) + 1));
	expect(encoded(address)).toEqual({ ok: true, hex: wire });
	expect(decoded(hex)).toEqual({ ok: true, value: address });
});

test("filler among the digits is passed over", () => {
	expect(decoded("049121F365")).toEqual({
		ok: true,
		value: { ton: "international", npi: 1, number: "12356" },
	});
});

test("a length beyond 11 octets is an error", () => {
	expect(decoded("0C9100000000000000000000")).toEqual({
		ok: false,
		error: {
			path: "smsc.length",
			octet: 0,
			message: "at most 11 octets, not 12",
		},
	});
});

test.each([
	["a name", { ton: "alphanumeric", npi: 0, number: "Telfort" }],
	["21 digits", { ton: "international", npi: 1, number: "1".repeat(21) }],
	["a plus", { ton: "international", npi: 1, number: "+31" }],
] as const)("%s is no service centre", (_, address) => {
	expect(encoded(address)).toEqual({
		ok: false,
		error: {
			path: "smsc.digits",
			message: `"${address.number}" is no service centre's number`,
		},
	});
});

test.each([
	["an empty one", "00", true],
	["a usual one", "07919730071111F1", true],
	["a DELIVER", "0405912143F5", false],
	["a type without its highest bit", "07119730071111F1", false],
	["a digit that is none", "0791973007111A11", false],
	["filler before its end", "0791F130071111F1", false],
	["a type alone", "0191", false],
	["too long a length", "0C91", false],
	["nothing", "", false],
])("%s: %s looks like one: %s", (_, hex, looks) => {
	const octets = readHex(hex);
	expect(octets.ok && looksLikeServiceCentreAddress(octets.value)).toBe(looks);
});

// Helpers

function encoded(address: Address | null) {
	const writer = new OctetWriter();
	encodeServiceCentreAddress(writer, address);
	const result = writer.encoded();
	return result.ok ? { ok: true, hex: writeHex(result.value) } : result;
}

function decoded(hex: string) {
	const octets = readHex(hex);
	const reader = new OctetReader(octets.ok ? octets.value : new Uint8Array());
	const address = decodeServiceCentreAddress(reader);
	return reader.decoded(address);
}
