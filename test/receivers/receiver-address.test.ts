import { expect, test } from "vitest";
import { readReceiverUrl } from "../../src/receivers/receiver-address.ts";

test.each([
	[
		"ip://1234@192.0.2.1:7000/CID",
		"",
		["1234", "192.0.2.1", 7000, "tcp", "ADM-CID"],
	],
	[
		"ip://abcdef@arc.example:7000/SIA",
		"",
		["ABCDEF", "arc.example", 7000, "tcp", "SIA-DCS"],
	],
	[
		"ip://1234@[2001:db8::1]:7000/SIA2/UDP",
		"",
		["1234", "2001:db8::1", 7000, "udp", "SIA-DCS"],
	],
	[
		"ip://1234@arc:7000/cid_sia2/udp",
		"",
		["1234", "arc", 7000, "udp", "ADM-CID"],
	],
	["ip://1234@arc:7000", "CID_IP", ["1234", "arc", 7000, "tcp", "ADM-CID"]],
	["ip://1234@arc:7000/", "SIA2_UDP", ["1234", "arc", 7000, "udp", "SIA-DCS"]],
	[
		"ip://1234@arc:7000/CID",
		"SIA2_UDP",
		["1234", "arc", 7000, "udp", "ADM-CID"],
	],
])("%s with the type %j", (url, type, [account, host, port, carrier, form]) => {
	expect(readReceiverUrl(url, type)).toMatchObject({
		ok: true,
		address: { account, host, port, carrier, form },
	});
});

test.each([
	["ip://arc:7000/CID", "a receiver is written ip://ACCT@HOST:PORT/CID"],
	["ip://1234@arc/CID", "a receiver is written ip://ACCT@HOST:PORT/CID"],
	["ip://12@arc:7000/CID", "the account is 3 to 16 hexadecimal digits"],
	["ip://12G4@arc:7000/CID", "the account is 3 to 16 hexadecimal digits"],
	["ip://1234@arc:70000/CID", "the port is 1 to 65535"],
	["ip://1234@arc:0/CID", "the port is 1 to 65535"],
	[
		"ip://1234@arc:7000",
		"the form is one of CID, CID_SIA, CID_SIA2, SIA, SIA2",
	],
	[
		"ip://1234@arc:7000/CSV",
		"the form is one of CID, CID_SIA, CID_SIA2, SIA, SIA2, not CSV",
	],
	["ip://1234@arc:7000/CID/TCP", "behind the form stands /UDP or nothing"],
	[
		"ip://1234@arc:7000/SIA/KEY/00112233445566778899AABBCCDDEEFF",
		"a key stands in integrations.dc09 or the environment, never in the URL",
	],
])("%s is refused", (url, reason) => {
	expect(readReceiverUrl(url)).toEqual({ ok: false, reason });
});

test.each([
	"gsm://1234@+15550188",
	"sms://+15550188",
	"+15550188",
	"http://arc/",
])("%s is no receiver's", (url) => {
	expect(readReceiverUrl(url)).toBeNull();
});
