import { describe, expect, test } from "vitest";
import { wording } from "../../../grammar/message/message.ts";
import { read } from "../../../grammar/pword/read.ts";

test("every part knows its place, and a blank is a part behind its separator", () => {
	expect(read("PROG 7982 USRS:1,1234,,1")).toEqual({
		keyword: { text: "PROG", start: 0, end: 4 },
		code: { text: "7982", start: 5, end: 9 },
		word: { text: "USRS", start: 10, end: 14 },
		slots: [
			{ text: "1", start: 15, end: 16 },
			{ text: "1234", start: 17, end: 21 },
			{ text: "", start: 22, end: 22 },
			{ text: "1", start: 23, end: 24 },
		],
		stray: null,
	});
});

test("a span covers the trimmed text, and a blank of blanks lies at its start", () => {
	expect(read("\t PROG  7982\r\nUSRS: 1 ,  , Front Door \n")).toEqual({
		keyword: { text: "PROG", start: 2, end: 6 },
		code: { text: "7982", start: 8, end: 12 },
		word: { text: "USRS", start: 14, end: 18 },
		slots: [
			{ text: "1", start: 20, end: 21 },
			{ text: "", start: 23, end: 23 },
			{ text: "Front Door", start: 27, end: 37 },
		],
		stray: null,
	});
});

test("a stray has a place too", () => {
	expect(read("PROG 7982 USRS  1,1234 ")).toEqual({
		keyword: { text: "PROG", start: 0, end: 4 },
		code: { text: "7982", start: 5, end: 9 },
		word: { text: "USRS", start: 10, end: 14 },
		slots: [],
		stray: { text: "1,1234", start: 16, end: 22 },
	});
});

describe("the slots are what stands between colon, commas and end", () => {
	test.each([
		["no colon, no slots", "PROG 1234 PIN?", []],
		["trailing blanks are no slots either", "PROG 1234 PIN? \r\n", []],
		["a colon alone makes one blank", "PROG 1234 MOD?:", [""]],
		["a colon and blanks make one blank", "PROG 1234 MOD?: \t", [""]],
		["a comma parts two blanks", "PROG 7982 USRS:,", ["", ""]],
		["trailing commas count", "P 1 APN:a,,", ["a", "", ""]],
		["a leading blank counts", "P 1 USRS:,1234", ["", "1234"]],
		[
			"a parameter may hold colons, slashes and an at sign",
			"PROG 7982 RPEX:1,1,0,gsm://1234@0234567890",
			["1", "1", "0", "gsm://1234@0234567890"],
		],
		[
			"blanks inside a parameter are kept, line breaks among them",
			"P 1 DEVE:1, Front  Door ,a\r\nb",
			["1", "Front  Door", "a\r\nb"],
		],
		[
			"what is no blank is text: no-break space, NUL, bidi marks",
			"P 1 A:\u00a0,\0,\u202eabc\u202c",
			["\u00a0", "\0", "\u202eabc\u202c"],
		],
		[
			"lone surrogates and full-width digits are text",
			"P 1 A:\ud800,\udc00x,\uff11\uff12",
			["\ud800", "\udc00x", "\uff11\uff12"],
		],
	])("%s: %j", (_, text, slots) => {
		expect(read(text)).toMatchObject({ stray: null });
		expect(read(text)?.slots.map((slot) => slot.text)).toEqual(slots);
	});
});

describe("the head is P-Word, code and word with blanks between", () => {
	test.each([
		["the shortest", "P 1 A", "P", "1", "A"],
		["a P-Word spelled like a command", "ARM 1 ARM:1", "ARM", "1", "ARM"],
		["a P-Word with a colon", "A:1,2 1 B:", "A:1,2", "1", "B"],
		["a P-Word of digits", "7982 7982 7982:1", "7982", "7982", "7982"],
		["a P-Word in any script", "Дом\u00a0é 1 A", "Дом\u00a0é", "1", "A"],
		[
			"a long code with leading zeros",
			"P 000123456789 A",
			"P",
			"000123456789",
			"A",
		],
		["a word of eight", "P 1 ABCD?789:1", "P", "1", "ABCD?789"],
		["a word that is one question mark", "P 1 ?", "P", "1", "?"],
		["tabs and line breaks for spaces", "\nP\t\t1\r\nA\n", "P", "1", "A"],
	])("%s: %j", (_, text, keyword, code, word) => {
		expect(read(text)).toMatchObject({
			keyword: { text: keyword },
			code: { text: code },
			word: { text: word },
			stray: null,
		});
	});
});

describe("what stands behind the word and is no colon is a stray", () => {
	test.each([
		["PROG 7982 USRS 1,1234", "1,1234"],
		["PROG 7982 USRS,1,2", ",1,2"],
		["PROG 7982 USRS :1", ":1"],
		["PROG 7982 USRS;1,2", ";1,2"],
		["PROG 7982 USRS/1:2 ", "/1:2"],
		["PROG 7982 USRS\0", "\0"],
		["PROG 7982 USRS\x7f", "\x7f"],
		["PROG 7982 USRS é", "é"],
		["PROG 7982 USRS usrs", "usrs"],
		["PROG 7982 USRS\r\n:1", ":1"],
		["PROG 7982 USRS.\nMODE:A", ".\nMODE:A"],
	])("%j leaves %j", (text, stray) => {
		const message = read(text);
		expect(
			message && { ...wording(message), stray: message.stray?.text },
		).toEqual({
			keyword: "PROG",
			code: "7982",
			word: "USRS",
			slots: [],
			stray,
		});
	});
});

describe("a text without P-Word, code or readable word is no message", () => {
	test.each([
		["nothing", ""],
		["blanks", " \t\r\n "],
		["a P-Word alone", "PROG"],
		["no word", "PROG 7982"],
		["no word but blanks", "PROG 7982  "],
		["no code", "PROG USRS:1,1"],
		["no P-Word", "7982 USRS:1,1"],
		["a code that is no number", "PROG 79x2 USRS:1"],
		["full-width digits as code", "PROG \uff17\uff19\uff18\uff12 USRS:1"],
		["a code glued to the word", "PROG 7982USRS:1"],
		["a code glued to a colon", "PROG 7982: USRS:1"],
		["a no-break space for a space", "PROG 7982\u00a0USRS:1"],
		["small letters", "PROG 7982 usrs:1"],
		["one small letter in the word", "PROG 7982 USRs:1"],
		["nine characters", "PROG 7982 ABCDEFGHI:1"],
		["an accent in the word", "PROG 7982 USRS\u00e9:1"],
		["an emoji glued to the word", "PROG 7982 USRS\ud83d\ude00"],
		["a lone surrogate glued to the word", "PROG 7982 USRS\ud800:1"],
		["a colon for the word", "PROG 7982 :1"],
		["chat", "are you home?"],
	])("%s: %j", (_, text) => {
		expect(read(text)).toBeNull();
	});
});
