import { expect, test } from "vitest";
import type { Deliver } from "../../src/sms/deliver.ts";
import { decodePdu, encodePdu } from "../../src/sms/pdu.ts";

const deliver: Deliver = {
	type: "deliver",
	moreMessages: true,
	loopPrevention: false,
	statusReport: false,
	replyPath: false,
	oa: { ton: "international", npi: 1, number: "79642161111" },
	pid: 0,
	dcs: 0x10,
	scts: {
		valid: true,
		year: 2018,
		month: 11,
		day: 7,
		hour: 20,
		minute: 21,
		second: 22,
		zone: 32,
	},
	ud: { alphabet: "gsm-7", header: [], text: "This is a flash!" },
};

test.each<[string, Partial<Deliver>, string]>([
	["a message of class 0", {}, "00"],
	["the last message for us", { moreMessages: false }, "04"],
	["one that must not be forwarded again", { loopPrevention: true }, "08"],
	["one whose sender gets a report", { statusReport: true }, "20"],
	["one with a reply path", { replyPath: true }, "80"],
])("%s", (_, change, first) => {
	const hex = `00${first}0B919746121611F10010811170021222231054747A0E4ACF416190991D9EA343`;
	const tpdu = { ...deliver, ...change };
	expect(encodePdu(tpdu)).toEqual({ ok: true, value: { hex, tpduLength: 33 } });
	expect(decodePdu(hex)).toEqual({
		ok: true,
		value: { smsc: null, tpdu, trailing: new Uint8Array() },
	});
});

test("a message whose time is none is read, and says what is wrong with its time", () => {
	expect(decodePdu("0004038199F9000000000000000000026834")).toEqual({
		ok: true,
		value: {
			smsc: null,
			tpdu: {
				...deliver,
				moreMessages: false,
				oa: { ton: "unknown", npi: 1, number: "999" },
				dcs: 0,
				scts: {
					valid: false,
					octets: new Uint8Array(7),
					error: {
						path: "deliver.scts.month",
						octet: 9,
						message: "0 is not in 1 to 12",
					},
				},
				ud: { alphabet: "gsm-7", header: [], text: "hh" },
			},
			trailing: new Uint8Array(),
		},
	});
});
