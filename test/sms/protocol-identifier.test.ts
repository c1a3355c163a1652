import { expect, test } from "vitest";
import { describePid } from "../../src/sms/protocol-identifier.ts";

test.each([
	[0x00, "0x00", "plain short message"],
	[0x01, "0x01", "protocol between the two ends"],
	[0x22, "0x22", "telematic device"],
	[0x40, "0x40", "short message type 0: acknowledged and discarded unseen"],
	[0x41, "0x41", "replaces an earlier message of type 1"],
	[0x47, "0x47", "replaces an earlier message of type 7"],
	[0x5f, "0x5F", "return call message"],
	[0x7f, "0x7F", "data download to the SIM card"],
	[0x60, "0x60", "reserved"],
	[0xc1, "0xC1", "specific to the service centre"],
])("%i", (octet, value, meaning) => {
	expect(describePid(octet)).toEqual({ value, meaning });
});
