import { expect, test } from "vitest";
import { decodePdu } from "../../src/sms/pdu.ts";
import { partOf } from "../../src/sms/received-part.ts";

test.each([
	[
		"a whole message from a number",
		"07919730071111F1000B919746121611F10000811170021222230DC8329BFD6681EE6F399B1C02",
		{
			from: "+79642161111",
			named: false,
			text: "Hello, world!",
			sentAt: Date.UTC(2018, 10, 7, 12, 21, 22),
			concatenation: null,
		},
	],
	[
		"a part of a longer one",
		"07919730071111F1400B919746121611F10000100161916233230E0500032E020240ED303D4C0F03",
		{
			from: "+79642161111",
			named: false,
			text: " matata",
			sentAt: Date.UTC(2001, 9, 16, 11, 26, 33),
			concatenation: { bits: 8, reference: 46, total: 2, number: 2 },
		},
	],
	[
		"8-bit data from a name, at no time",
		"00040DD0D432DBFC96D3010004000000000000000241E9",
		{
			from: "Telfort",
			named: true,
			text: "Aé",
			sentAt: null,
			concatenation: null,
		},
	],
	[
		"compressed text from a name that looks like a number",
		"000408D031D98C060020000000000000000201FF",
		{
			from: '"1234"',
			named: true,
			text: "",
			sentAt: null,
			concatenation: null,
		},
	],
])("%s", (_, hex, part) => {
	const decoded = decodePdu(hex);
	if (!decoded.ok || decoded.value.tpdu.type !== "deliver") {
		throw new Error(JSON.stringify(decoded));
	}
	expect(partOf(decoded.value.tpdu)).toEqual(part);
});
