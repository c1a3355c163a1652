import { describe, expect, test } from "vitest";
import {
	encodeOutgoingSms,
	type OutgoingSms,
	submitsOf,
} from "../../src/sms/outgoing-sms.ts";

const sms = { to: "+31612345678", text: "Hello", reference: 7 };

const lengths = (sms: OutgoingSms) => {
	const pdus = encodeOutgoingSms(sms);
	return pdus.ok && pdus.value.map(({ tpduLength }) => tpduLength);
};

describe("a text on its way out", () => {
	test("is one SUBMIT if it can be", () => {
		expect(encodeOutgoingSms(sms)).toEqual({
			ok: true,
			value: [
				{ hex: "0001000B911316325476F8000005C8329BFD06", tpduLength: 18 },
			],
		});
	});

	test("of class 0 that wants a report and is kept a day says so", () => {
		expect(
			encodeOutgoingSms({
				...sms,
				to: "1234",
				statusReport: true,
				class: 0,
				validityPeriod: { format: "relative", minutes: 1440 },
			}),
		).toEqual({
			ok: true,
			value: [{ hex: "0031000481214300" + "10A705C8329BFD06", tpduLength: 15 }],
		});
	});

	test("of two parts carries the reference in both", () => {
		const submits = submitsOf({ ...sms, text: "a".repeat(161) });
		expect(
			submits.ok &&
				submits.value.map(({ ud }) => [ud.header, "text" in ud && ud.text]),
		).toEqual([
			[[{ id: 0, data: Uint8Array.of(7, 2, 1) }], "a".repeat(153)],
			[[{ id: 0, data: Uint8Array.of(7, 2, 2) }], "a".repeat(8)],
		]);
	});

	test("can be tied with 16 bits, or not at all", () => {
		const text = "a".repeat(161);
		const wide = submitsOf({ ...sms, text, tie: "16-bit", reference: 0x1234 });
		expect(wide.ok && wide.value.map(({ ud }) => ud.header)).toEqual([
			[{ id: 8, data: Uint8Array.of(0x12, 0x34, 2, 1) }],
			[{ id: 8, data: Uint8Array.of(0x12, 0x34, 2, 2) }],
		]);
		const loose = submitsOf({ ...sms, text, tie: "none" });
		expect(loose.ok && loose.value.map(({ ud }) => ud.header)).toEqual([
			[],
			[],
		]);
	});

	test("fills each SMS to its last octet", () => {
		expect(lengths({ ...sms, text: "a".repeat(160) })).toEqual([153]);
		expect(lengths({ ...sms, text: "a".repeat(306) })).toEqual([153, 153]);
		expect(lengths({ ...sms, text: "€".repeat(80) })).toEqual([153]);
		expect(lengths({ ...sms, text: "ł".repeat(134) })).toEqual([153, 153]);
	});
});

describe("what cannot be sent", () => {
	test.each<[string, Partial<OutgoingSms>, string, string]>([
		["to nobody", { to: "" }, "to", "there is no number"],
		[
			"to too long a name",
			{ to: "not a number" },
			"submit.da.digits",
			"a name has at most 11 characters, this has 12",
		],
		[
			"in more than 255 parts",
			{ text: "a".repeat(153 * 255 + 1) },
			"text",
			"256 parts, at most 255 make a message",
		],
		[
			"under too high a reference",
			{ reference: 256 },
			"reference",
			"256 is not in 0 to 255",
		],
		[
			"under too high a 16-bit reference",
			{ reference: 65536, tie: "16-bit" },
			"reference",
			"65536 is not in 0 to 65535",
		],
	])("%s", (_, change, path, message) => {
		expect(encodeOutgoingSms({ ...sms, ...change })).toEqual({
			ok: false,
			error: { path, message },
		});
	});
});
