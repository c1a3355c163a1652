import { describe, expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { readLine } from "../../../grammar/transcript/read.ts";

describe("a line is known by its mark", () => {
	test.each([
		[
			"> PROG 7982 MODE:A",
			{
				type: "message",
				from: null,
				text: { text: "PROG 7982 MODE:A", start: 2, end: 18 },
			},
		],
		[
			">+15550177 hello",
			{
				type: "message",
				from: { text: "+15550177", start: 1, end: 10 },
				text: { text: "hello", start: 11, end: 16 },
			},
		],
		[
			">",
			{ type: "message", from: null, text: { text: "", start: 1, end: 1 } },
		],
		["<", { type: "reply", to: null, text: { text: "", start: 1, end: 1 } }],
		[
			"<+15550177 USRS:OK",
			{
				type: "reply",
				to: { text: "+15550177", start: 1, end: 10 },
				text: { text: "USRS:OK", start: 11, end: 18 },
			},
		],
		["@ +30s", { type: "time", text: { text: "+30s", start: 2, end: 6 } }],
		[
			"! zone 3 open",
			{ type: "happening", text: { text: "zone 3 open", start: 2, end: 13 } },
		],
		[
			'? users.1.name "Front Door"',
			{
				type: "claim",
				path: { text: "users.1.name", start: 2, end: 14 },
				value: { text: '"Front Door"', start: 15, end: 27 },
			},
		],
		[
			"channel loss 10%",
			{ type: "channel", text: { text: "loss 10%", start: 8, end: 16 } },
		],
		["# why", { type: "comment", text: { text: "why", start: 2, end: 5 } }],
		[
			"model   cr200  ",
			{
				type: "header",
				word: "model",
				text: { text: "cr200", start: 8, end: 13 },
			},
		],
		["  \t", { type: "blank" }],
	])("%j", (text, line) => {
		expect(readLine(text)).toEqual(line);
	});
});

describe("escapes", () => {
	test.each([
		["> \\> \\# \\\\ \\n \\u{41}\\u{1f600}", "> # \\ \n A😀"],
		[">  two spaces ", " two spaces "],
		["> \\u{20}x", " x"],
	])("in the message %j", (written, text) => {
		expect(readLine(written)).toMatchObject({ text: { text } });
	});

	test("stay in what is expected, which is a pattern", () => {
		expect(readLine("< \\/OK/")).toMatchObject({ text: { text: "\\/OK/" } });
	});

	test("of the wrong kind are let pass in a comment", () => {
		expect(readLine("# C:\\path")).toMatchObject({
			text: { text: "C:\\path" },
		});
	});
});

describe("what is no line has a caret", () => {
	test.each([
		[
			"PROG 7982 MODE:A",
			"PROG 7982 MODE:A\n^^^^ line: begins with neither a mark nor a header's word",
		],
		[
			"ids 3",
			"ids 3\n^^^ line: begins with neither a mark nor a header's word",
		],
		["> a \\q", "> a \\q\n    ^^ escape: \\q is none"],
		[
			"> \\u{110000}",
			"> \\u{110000}\n  ^^^^^^^^^^ escape: \\u{110000} is none",
		],
		["@", "@\n ^ text: missing, nothing follows"],
		["model ", "model \n      ^ text: missing, nothing follows"],
		[
			"? runtime.mode",
			"? runtime.mode\n              ^ text: missing, nothing follows",
		],
	])("%j", (text, drawn) => {
		const line = readLine(text);
		expect(line.type === "fault" && drawCaret(text, line.diagnostic)).toBe(
			drawn,
		);
	});
});
