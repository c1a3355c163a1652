import { expect, test } from "vitest";
import { readRecipient } from "../../src/sms/recipient.ts";

test.each([
	["+31612345678", null],
	["1234", null],
	["*100#", null],
	[
		"0478000000",
		"0478000000: a national number: its meaning depends on the SIM's country; write + and the country code in front",
	],
	[
		"0031612345678",
		"0031612345678: 00 is not dialled in SMS everywhere; write +31612345678",
	],
	[
		"+1234567890123456",
		"+1234567890123456: longer than any number of a country (15 digits)",
	],
])("%s can be dialled", (number, warning) => {
	expect(readRecipient(number)).toEqual({ ok: true, number, warning });
});

test.each([
	["", '"" is no number: it has no digits'],
	["+", '"+" is no number: it has no digits'],
	["1+2", '"1+2" is no number: a + may stand only in front'],
	["++1", '"++1" is no number: a + may stand only in front'],
	[
		"1 2",
		'"1 2" is no number: a space cannot be dialled; write it like +15550101',
	],
	["mum", '"mum" is no number: "m" cannot be dialled; write it like +15550101'],
	["+1;+2", '"+1;+2" is no number: a + may stand only in front'],
	[
		"112;113",
		'"112;113" is no number: ";" cannot be dialled; write it like +15550101, several with commas',
	],
	[
		"123456789012345678901",
		'"123456789012345678901" is no number: it has 21 digits, at most 20 fit',
	],
	[
		"+0612345678",
		'"+0612345678" is no number: after the + come a country code and digits only',
	],
])("%s cannot", (text, reason) => {
	expect(readRecipient(text)).toEqual({ ok: false, reason });
});
