import { expect, test } from "vitest";
import {
	decodeTypeOfAddress,
	describeTypeOfAddress,
	encodeTypeOfAddress,
} from "../../src/sms/type-of-address.ts";

test.each([
	[0x91, "international", 1, "telephone numbering plan"],
	[0xa1, "national", 1, "telephone numbering plan"],
	[0x81, "unknown", 1, "telephone numbering plan"],
	[0xd0, "alphanumeric", 0, "unknown plan"],
	[0xb3, "network-specific", 3, "data numbering plan"],
	[0xc8, "subscriber", 8, "national plan"],
	[0xe9, "abbreviated", 9, "private plan"],
	[0xff, "reserved", 15, "reserved plan"],
] as const)("%i is %s", (octet, ton, npi, plan) => {
	expect(decodeTypeOfAddress(octet)).toEqual({ ton, npi });
	expect(encodeTypeOfAddress(ton, npi)).toBe(octet);
	expect(describeTypeOfAddress(octet)).toEqual({
		value: ton,
		meaning: `type of number ${ton}, ${plan}`,
	});
});

test("an octet without its highest bit means the same", () => {
	expect(decodeTypeOfAddress(0x11)).toEqual({ ton: "international", npi: 1 });
});
