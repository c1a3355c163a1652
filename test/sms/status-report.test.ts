import { expect, test } from "vitest";
import { decodePdu, encodePdu } from "../../src/sms/pdu.ts";
import type { StatusReport } from "../../src/sms/status-report.ts";
import { timestampAt } from "../../src/sms/timestamp.ts";

const report: StatusReport = {
	type: "status-report",
	moreMessages: false,
	loopPrevention: false,
	about: "submit",
	mr: 0x42,
	ra: { ton: "international", npi: 1, number: "31628870634" },
	scts: timestampAt(Date.UTC(2011, 0, 11, 16, 59, 15), 4),
	dt: timestampAt(Date.UTC(2011, 0, 11, 16, 59, 17), 4),
	st: 0x00,
	pid: null,
	dcs: null,
	ud: null,
};

const middle = "420B911326880736F41110117195514011101171957140";

test.each<[string, Partial<StatusReport>, string, string]>([
	["a message that arrived", {}, "06", "00"],
	["more reports waiting", { moreMessages: true }, "02", "00"],
	["not to be forwarded again", { loopPrevention: true }, "0E", "00"],
	["about a command", { about: "command" }, "26", "00"],
	["a message that expired", { st: 0x46 }, "06", "46"],
	["with TP-PID", { pid: 0x89 }, "06", "000189"],
	["with TP-DCS", { dcs: 0x04 }, "06", "000204"],
	[
		"with a text of the default alphabet",
		{ ud: { alphabet: "gsm-7", header: [], text: "Hello" } },
		"06",
		"000405C8329BFD06",
	],
	[
		"with all of it and a header",
		{
			pid: 0,
			dcs: 0x08,
			ud: {
				alphabet: "ucs-2",
				header: [{ id: 0x70, data: new Uint8Array() }],
				text: "ł",
			},
		},
		"46",
		"00070008050270000142",
	],
])("%s", (_, change, first, end) => {
	const hex = `00${first}${middle}${end}`;
	const tpdu = { ...report, ...change };
	const tpduLength = hex.length / 2 - 1;
	expect(encodePdu(tpdu)).toEqual({ ok: true, value: { hex, tpduLength } });
	expect(decodePdu(hex)).toEqual({
		ok: true,
		value: { smsc: null, tpdu, trailing: new Uint8Array() },
	});
});

test("further parameter indicators are passed over", () => {
	expect(decodePdu(`0006${middle}00818089`, { smsc: "present" })).toMatchObject(
		{
			ok: false,
			error: { path: "status-report.pi", octet: 29 },
		},
	);
	expect(decodePdu(`0006${middle}00810089`, { smsc: "present" })).toEqual({
		ok: true,
		value: {
			smsc: null,
			tpdu: { ...report, pid: 0x89 },
			trailing: new Uint8Array(),
		},
	});
});

test("a text that is cut short does not spoil the report", () => {
	expect(
		decodePdu(`0006${middle}0004FFC8329BFD06`, { smsc: "present" }),
	).toEqual({
		ok: true,
		value: {
			smsc: null,
			tpdu: {
				...report,
				ud: { alphabet: "gsm-7", header: [], text: "Hello" },
			},
			trailing: new Uint8Array(),
		},
	});
});
