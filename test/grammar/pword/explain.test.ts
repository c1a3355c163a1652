import { describe, expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { explain } from "../../../grammar/pword/explain.ts";

test("an explanation says what, where, and what would be right", () => {
	expect(explain("PROG USRS:1,1")).toEqual({
		code: "message/code",
		message: "installer code: missing in front of USRS",
		hint: "write PWORD CODE USRS:p1,p2",
		parameter: null,
		start: 5,
		end: 13,
	});
});

describe("it shows the place and names the slip", () => {
	test.each([
		[
			"message/empty",
			"",
			"^ the message is empty",
			"write PWORD CODE WORD:p1,p2",
		],
		[
			"message/code",
			"hello",
			"     ^ installer code: missing, nothing follows the P-Word",
			"write PWORD CODE WORD:p1,p2",
		],
		[
			"message/code",
			"are you home?",
			"    ^^^ installer code: digits are due here",
			"write PWORD CODE WORD:p1,p2",
		],
		[
			"message/keyword",
			"7982 USRS:1,1",
			"^^^^ P-Word: missing, the message begins with a number",
			"write PWORD CODE USRS:p1,p2",
		],
		[
			"message/code",
			"PROG 7982USRS:1",
			"         ^^^^^^ installer code: digits, then a space",
			"write PWORD CODE WORD:p1,p2",
		],
		[
			"message/code",
			"PROG 79x2 USRS:1",
			"       ^^ installer code: digits, then a space",
			"write PWORD CODE WORD:p1,p2",
		],
		[
			"message/code",
			"PROG \uff17\uff19\uff18\uff12 USRS:1",
			"     ^^^^^^^^ installer code: digits 0 to 9, not those of another script",
			"full-width and other digits look alike and are different characters",
		],
		[
			"message/word",
			"PROG 7982",
			"         ^ command word: missing, nothing follows the installer code",
			"write PWORD CODE WORD:p1,p2",
		],
		[
			"message/word",
			"PROG 7982 usrs:1,1",
			"          ^^^^ command word: capitals, this is usrs",
			"write USRS",
		],
		[
			"message/word",
			"PROG 7982 ABCDEFGHI:1",
			"          ^^^^^^^^^ command word: 1 to 8 characters, this has 9",
			null,
		],
		[
			"message/word",
			"PROG 7982 USRS\u00e9:1",
			'              ^ command word: made of A to Z, 0 to 9 and "?", this is é (U+00E9)',
			"it is spelled like USRS or PIN?",
		],
		[
			"message/word",
			"PROG 7982 \ud83d\ude00",
			'          ^^ command word: made of A to Z, 0 to 9 and "?", this is 😀 (U+1F600)',
			"it is spelled like USRS or PIN?",
		],
		[
			"message/word",
			"PROG 7982 :1",
			'          ^ command word: made of A to Z, 0 to 9 and "?", this is :',
			"it is spelled like USRS or PIN?",
		],
	])("%s %j", (code, text, caret, hint) => {
		const diagnostic = explain(text);
		expect(drawCaret(text, diagnostic)).toBe(`${text}\n${caret}`);
		expect(diagnostic).toMatchObject({ code, hint, parameter: null });
	});
});

test("blanks alone are an empty message", () => {
	expect(explain(" \r\n")).toMatchObject({
		code: "message/empty",
		start: 0,
		end: 0,
	});
});

test("what is missing at the end is missing in front of trailing blanks", () => {
	expect(explain("PROG 7982 \r\n")).toMatchObject({
		code: "message/word",
		start: 9,
		end: 9,
	});
});

test("no wording repeats a code", () => {
	const { message, hint } = explain("PROG 79x2 USRS:1");
	expect(`${message} ${hint}`).not.toContain("79");
});

test("there is nothing to explain about a message", () => {
	expect(() => explain("PROG 7982 USRS:1")).toThrow("well built");
});
