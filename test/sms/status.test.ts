import { expect, test } from "vitest";
import { describeStatus } from "../../src/sms/status.ts";

test.each([
	[0x00, "completed", "received by the other end"],
	[0x01, "completed", "forwarded, but not known to have arrived"],
	[0x02, "completed", "replaced by the service centre"],
	[0x03, "completed", "reserved"],
	[0x10, "completed", "specific to the service centre"],
	[0x20, "pending", "congestion"],
	[0x25, "pending", "error at the other end"],
	[0x40, "failed", "remote procedure error"],
	[0x46, "failed", "validity period expired"],
	[0x49, "failed", "message does not exist"],
	[0x4a, "failed", "reserved"],
	[0x5f, "failed", "specific to the service centre"],
	[0x61, "abandoned", "the other end is busy"],
	[0x80, "reserved", "reserved"],
	[0xff, "reserved", "reserved"],
])("%i", (octet, value, meaning) => {
	expect(describeStatus(octet)).toEqual({ value, meaning });
});
