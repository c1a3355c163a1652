import { expect, test } from "vitest";
import { drawCaret } from "../../grammar/message/caret.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { drawn } from "../../src/views/explain-entry.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";

const subject = { model: vst2752, state: panelWithPeople, file: "panel.json" };

/** What is wrong with a text of the installer's, or of Anna's. */
function reasons(text: string, as: string | null = null): string {
	const { diagnostics } = checkMessage(subject, text, { as });
	return diagnostics.map((each) => drawCaret(text, each)).join("\n");
}

test.each([
	[
		"PROG 7982 USRS:1;1234;;1",
		16,
		"user number: a comma is due here, this is ;",
	],
	[
		"PROG 7982 USRS:1.1234..1",
		16,
		"user number: a comma is due here, this is a full stop",
	],
	[
		"PROG 7982 USRS:1 1234  1",
		16,
		"user number: a comma is due here, this is a space",
	],
	[
		"PROG 7982 USRS:1,1234;JO;1",
		21,
		"user PIN: a comma is due here, this is ;",
	],
	[
		"PROG 7982 USRS:1,1234,JO,1.",
		26,
		"latch report: the value ends here, this is a full stop",
	],
	["PROG 7982 USRS;1,1234", 14, "a colon is due right behind USRS, this is ;"],
	[
		"PROG 7982 USRS 1,1234",
		14,
		"a colon is due right behind USRS, this is a space",
	],
	["PROG 7982 PIN?.", 14, "the message ends behind PIN?, this is a full stop"],
	["PROG;7982;MODE:D", 4, "P-Word: a space is due behind it, this is ;"],
	["PROG 7982,MODE:D", 9, "installer code: digits, then a space, this is ,"],
	["PROG 7982 MODE:d", 15, "mode: capitals, this is d"],
	[
		"PROG 7982 MODE:\u0410",
		15,
		"mode: letters A to Z, this is \u0410 (U+0410)",
	],
	[
		"PROG 7982 USRS:1,\u0661\u0662\u0663\u0664",
		17,
		"user PIN: digits 0 to 9, this is \u0661 (U+0661)",
	],
	[
		"\u0420ROG 7982 MODE:D",
		0,
		"P-Word: not this panel's, this is \u0420 (U+0420)",
	],
	[
		"PROG 7982 USRS:1,1234,\u0141UKE",
		22,
		"user name: the GSM 7-bit alphabet has no such character, this is \u0141 (U+0141)",
	],
	[
		"PROG 7982 MODE:D\n-- \nBob",
		16,
		"the message ends here, this is a line break",
	],
])("%j names the character and its place", (text, at, message) => {
	const [echo = "", caret = ""] = reasons(text).split("\n");
	expect([echo, caret]).toEqual([
		text.replaceAll("\n", "\u240a"),
		`${" ".repeat(at)}^ ${message}`,
	]);
});

test.each([
	[
		"PROG 7982 MODE:D\u00a0",
		"PROG 7982 MODE:D\u237d\n                ^ mode: a space is due here, this is a no-break space (U+00A0)",
	],
	[
		"PROG 7982 MODE:D\u200b",
		"PROG 7982 MODE:D\ufffd\n                ^ mode: a zero-width space (U+200B) stands here, and nobody sees it",
	],
	[
		"PROG 7982 USRS:1,1234,\u001b[31mRED,1",
		"PROG 7982 USRS:1,1234,\u241b[31mRED,1\n                      ^ user name: an escape character (U+001B) stands here, and nobody sees it",
	],
	[
		"PROG 7982 USRS:1\uff0c1234",
		"PROG 7982 USRS:1\uff0c1234\n                ^^ user number: a comma is due here, this is \uff0c (U+FF0C)",
	],
])("%j shows and names what looks like something else", (text, said) => {
	expect(reasons(text)).toBe(said);
});

test.each([
	[
		"ARM\nSent from my phone",
		"ARM\u240aSent from my phone\n   ^ the message ends here, this is a line break",
	],
	[
		"disarm 1234\r\n-- \r\nAnna",
		"disarm 1234\u240d\u240a-- \u240d\u240aAnna\n           ^^ the message ends here, this is a line break",
	],
	[
		"BYPASS 3\nSent from my phone",
		"BYPASS 3\u240aSent from my phone\n        ^ the message ends here, this is a line break",
	],
	[
		"PROG\u00a07982\u00a0MOD?:",
		"PROG\u237d7982\u237dMOD?:\n    ^ character: a space is due here, this is a no-break space (U+00A0)",
	],
	["\u0410RM", "\u0410RM\n^ word: letters A to Z, this is \u0410 (U+0410)"],
])("%j of a listed person gets one reason", (text, said) => {
	expect(reasons(text, "+33612345678")).toBe(said);
});

test("a small P-Word gets a hint", () => {
	const colors = { dim: (text: string) => text } as Parameters<typeof drawn>[2];
	const { diagnostics } = checkMessage(subject, "prog 7982 ECHO:");
	expect(drawn("prog 7982 ECHO:", diagnostics, colors)).toEqual([
		"prog 7982 ECHO:\n^^^^ P-Word: not this panel's\ncapitals and small letters are different; config show --show-secrets names it",
	]);
});

test("a text that no SMS can carry is not read", () => {
	const text = `PROG 7982 USRS:1,${"9".repeat(30_000_000)}`;
	const { ok, diagnostics, sms } = checkMessage(subject, text);
	expect([ok, sms.characters]).toEqual([false, 39_015]);
	expect(diagnostics.map(({ code }) => code)).toEqual(["message/too-long"]);
});
