import { expect, test } from "vitest";
import { decodePdu, encodePdu } from "../../src/sms/pdu.ts";
import type { Submit } from "../../src/sms/submit.ts";

const submit: Submit = {
	type: "submit",
	rejectDuplicates: false,
	statusReport: false,
	replyPath: false,
	mr: 0,
	da: { ton: "unknown", npi: 1, number: "999" },
	pid: 0,
	dcs: 0,
	vp: null,
	ud: { alphabet: "gsm-7", header: [], text: "Hello" },
};

test.each<[string, Partial<Submit>, string, string]>([
	["a plain message", {}, "01", ""],
	[
		"one that the service centre must not have yet",
		{ rejectDuplicates: true },
		"05",
		"",
	],
	["one that wants a report", { statusReport: true }, "21", ""],
	["one with a reply path", { replyPath: true }, "81", ""],
	[
		"one that is kept a day",
		{ vp: { format: "relative", minutes: 1440 } },
		"11",
		"A7",
	],
	[
		"one that is tried once",
		{ vp: { format: "enhanced", singleShot: true, period: { unit: "none" } } },
		"09",
		"40000000000000",
	],
])("%s", (_, change, first, vp) => {
	const hex = `00${first}00038199F90000${vp}05C8329BFD06`;
	const tpdu = { ...submit, ...change };
	const tpduLength = hex.length / 2 - 1;
	expect(encodePdu(tpdu)).toEqual({ ok: true, value: { hex, tpduLength } });
	expect(decodePdu(hex)).toEqual({
		ok: true,
		value: { smsc: null, tpdu, trailing: new Uint8Array() },
	});
});

test("what has no place is named by its field", () => {
	expect(encodePdu({ ...submit, mr: 256 })).toEqual({
		ok: false,
		error: { path: "submit.mr", message: "256 does not fit into an octet" },
	});
	expect(encodePdu({ ...submit, da: { ...submit.da, number: "9x" } })).toEqual({
		ok: false,
		error: {
			path: "submit.da.digits",
			message: '"9x" is not made of 0 to 9, *, #, a, b and c',
		},
	});
});
