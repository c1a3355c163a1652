import { describe, expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { wording } from "../../../grammar/message/message.ts";
import { explain } from "../../../grammar/plain/explain.ts";
import { read } from "../../../grammar/plain/read.ts";

test("a phrase is a word and more words, each with its place", () => {
	expect(read(" Arm  force 1234\n")).toEqual({
		keyword: { text: "", start: 0, end: 0 },
		code: { text: "1234", start: 12, end: 16 },
		word: { text: "ARM", start: 1, end: 4 },
		slots: [{ text: "FORCE", start: 6, end: 11 }],
		stray: null,
	});
});

describe("what is read", () => {
	test.each([
		["arm", "", "ARM", []],
		["\r\n Status\t", "", "STATUS", []],
		["DISARM 1234", "1234", "DISARM", []],
		["1234 disarm", "1234", "DISARM", []],
		["1234 disarm 5678", "1234", "DISARM", ["5678"]],
		["BYPASS 3", "", "BYPASS", ["3"]],
		["disarm 12345", "", "DISARM", ["12345"]],
		["arm at 10:30pm 1234", "1234", "ARM", ["AT", "10:30PM"]],
		["is the garage shut?", "", "IS", ["THE", "GARAGE", "SHUT"]],
		["Arm.", "", "ARM", []],
		["Disarm 4711!", "4711", "DISARM", []],
		["arm. force", "", "ARM", ["FORCE"]],
		["arm at 10.30 p.m.", "", "ARM", ["AT", "10.30", "P.M."]],
		["disarm\u00a04711", "4711", "DISARM", []],
		["\ufeffstatus\u200b\0", "", "STATUS", []],
		["4711\u202fdisarm", "4711", "DISARM", []],
		// Letters that are capitals to Unicode, not to us.
		["arm dı\u017f", "", "ARM", ["Dı\u017f"]],
	])("%j", (text, code, word, slots) => {
		const message = read(text);
		expect(message && wording(message)).toEqual({
			keyword: "",
			code,
			word,
			slots,
		});
	});
});

test.each([
	"4570512020",
	"457051, 2020.",
	"457051 2020",
	"457051-2020",
	" 457 051 2020 ",
	"45-70-51-20-20\n",
])("%j is the reply to a question for a code", (text) => {
	expect(read(text)).toMatchObject({
		code: { text: "4570512020" },
		word: { text: "" },
		slots: [],
	});
});

describe("what is none says why, and repeats no code", () => {
	test.each([
		["", "^ the message is empty", "empty"],
		[" ", "^ the message is empty", "empty"],
		["1234", "    ^ word: missing, nothing follows the PIN", "word"],
		["dısarm", " ^ word: letters A to Z, and this is another one", "word"],
		["ARM:1", "   ^ word: letters A to Z, and a space behind them", "word"],
		["1234 5678", "     ^^^^ word: letters are due here", "word"],
		["457051202", "^^^^^^^^^ word: letters are due here", "word"],
		[
			"1234 👍",
			"     ^^ word: letters A to Z, and a space behind them",
			"word",
		],
	])("%j", (text, caret, part) => {
		expect(read(text)).toBeNull();
		const diagnostic = explain(text);
		expect(drawCaret(text, diagnostic)).toBe(`${text}\n${caret}`);
		expect(diagnostic).toMatchObject({
			code: `message/${part}`,
			hint: "write ARM, DISARM 1234 or HELP",
		});
	});

	test("there is nothing to explain about a message", () => {
		expect(() => explain("ARM")).toThrow("well built");
	});
});
