import { describe, expect, test } from "vitest";
import { read } from "../../../grammar/mobile/read.ts";

test("every part knows its place, and a blank is a part behind its comma", () => {
	expect(read("APN:PROG,1111,internet,,")).toEqual({
		keyword: { text: "PROG", start: 4, end: 8 },
		code: { text: "1111", start: 9, end: 13 },
		word: { text: "APN", start: 0, end: 3 },
		slots: [
			{ text: "internet", start: 14, end: 22 },
			{ text: "", start: 23, end: 23 },
			{ text: "", start: 24, end: 24 },
		],
		stray: null,
	});
});

test("a space behind the colon is printed in the manual and means nothing", () => {
	expect(read("DEVAD: PROG,1111,1234567890")).toEqual({
		keyword: { text: "PROG", start: 7, end: 11 },
		code: { text: "1111", start: 12, end: 16 },
		word: { text: "DEVAD", start: 0, end: 5 },
		slots: [{ text: "1234567890", start: 17, end: 27 }],
		stray: null,
	});
});

test("blanks around every separator mean nothing", () => {
	expect(read("\r\n LOC : PROG , 1111 ,  , a b \t")).toEqual({
		keyword: { text: "PROG", start: 9, end: 13 },
		code: { text: "1111", start: 16, end: 20 },
		word: { text: "LOC", start: 3, end: 6 },
		slots: [
			{ text: "", start: 22, end: 22 },
			{ text: "a b", start: 26, end: 29 },
		],
		stray: null,
	});
});

test("a blank keyword lies right behind the colon", () => {
	expect(read("LOC : ,1111")?.keyword).toEqual({ text: "", start: 5, end: 5 });
});

describe("the slots are what stands behind the code's comma", () => {
	test.each([
		["nothing behind the code, no slots", "RSTG:PROG,1111", []],
		["blanks behind the code, no slots", "RSTG:PROG,1111 \n", []],
		["a comma alone makes one blank", "RSTG:PROG,1111,", [""]],
		["two commas make two blanks", "RSTG:PROG,1111,,", ["", ""]],
		[
			"a parameter may hold colons and slashes",
			"FWUG:PROG,1111,a:b,53033,/img/123.bin,042d",
			["a:b", "53033", "/img/123.bin", "042d"],
		],
		["line breaks inside are kept", "A:P,1,a\r\nb", ["a\r\nb"]],
		[
			"what is no blank is text",
			"A:P,1,\u00a0,\0,\ud800",
			["\u00a0", "\0", "\ud800"],
		],
	])("%s: %j", (_, text, slots) => {
		expect(read(text)?.slots.map((slot) => slot.text)).toEqual(slots);
	});
});

describe("the head is word, keyword and code", () => {
	test.each([
		["a keyword spelled like a command", "ARM:ARM,1", "ARM", "ARM", "1"],
		["a keyword with blanks and colons", "A: b: c ,1", "A", "b: c", "1"],
		["a keyword of digits", "A:1111,1111", "A", "1111", "1111"],
		["a word of eight", "ABCD?789:P,1", "ABCD?789", "P", "1"],
		["leading zeros", "A:P,0011", "A", "P", "0011"],
	])("%s: %j", (_, text, word, keyword, code) => {
		expect(read(text)).toMatchObject({
			keyword: { text: keyword },
			code: { text: code },
			word: { text: word },
			slots: [],
			stray: null,
		});
	});
});

describe("a text without word, colon or readable code is no message", () => {
	test.each([
		["nothing", ""],
		["blanks", " \r\n"],
		["a word alone", "LOC"],
		["no colon", "LOC PROG,1111"],
		["a comma for the colon", "LOC,PROG,1111"],
		["no code", "LOC:PROG"],
		["a blank code", "LOC:PROG,"],
		["a blank code and more", "LOC:PROG,,1"],
		["a code that is no number", "LOC:PROG,11x1,1"],
		["a code with junk behind it", "LOC:PROG,1111 1"],
		["full-width digits as code", "LOC:PROG,\uff11\uff11"],
		["small letters", "loc:PROG,1111"],
		["nine characters", "ABCDEFGHI:PROG,1111"],
		["an accent in the word", "LOC\u00e9:PROG,1111"],
		["no word", ":PROG,1111"],
		["a message of the other dialect", "PROG 7982 USRS:1,1234"],
	])("%s: %j", (_, text) => {
		expect(read(text)).toBeNull();
	});
});
