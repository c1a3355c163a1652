import { describe, expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";

describe("the carets stand under the span", () => {
	test.each([
		[
			"a span in the middle",
			"PROG 7982 USRS:1,12345,JOHN,1",
			"12345",
			[
				"PROG 7982 USRS:1,12345,JOHN,1",
				"                 ^^^^^ user PIN: 4 digits",
			],
		],
		[
			"an empty span gets one caret",
			"PROG 7982",
			"",
			["PROG 7982", "^ user PIN: 4 digits"],
		],
		[
			"wide characters take two columns",
			"P 1 A:\u6f22\u5b57,\uff11\uff12",
			"\uff11\uff12",
			["P 1 A:\u6f22\u5b57,\uff11\uff12", "           ^^^^ user PIN: 4 digits"],
		],
		[
			"combining marks take none",
			"P 1 A:e\u0301e\u0301,x",
			"x",
			["P 1 A:e\u0301e\u0301,x", "         ^ user PIN: 4 digits"],
		],
		[
			"an emoji takes two, whatever it is made of",
			"P 1 A:\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f1e9}\u{1f1ea},x",
			"x",
			[
				"P 1 A:\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f1e9}\u{1f1ea},x",
				"           ^ user PIN: 4 digits",
			],
		],
		[
			"controls are shown as pictures, a line break as two",
			"P\r\n1\tA:\0,\x1b[2J,\x7f,x",
			"x",
			["P␍␊1␉A:␀,␛[2J,␡,x", "                ^ user PIN: 4 digits"],
		],
		[
			"what is invisible or turns the line around is shown",
			"P 1 A:\u202eb\u200b,\u2028,\u0085,x",
			"x",
			["P 1 A:�b�,�,�,x", "              ^ user PIN: 4 digits"],
		],
		[
			"a lone surrogate is shown",
			"P 1 A:\ud800,\udc00,x",
			"x",
			["P 1 A:�,�,x", "          ^ user PIN: 4 digits"],
		],
	])("%s", (_, text, under, drawing) => {
		const start = text.indexOf(under);
		const diagnostic = {
			start,
			end: start + under.length,
			message: "user PIN: 4 digits",
		};
		expect(drawCaret(text, diagnostic)).toBe(drawing.join("\n"));
	});
});

test("a place behind the last character is a place", () => {
	expect(drawCaret("PROG", { start: 4, end: 4, message: "missing" })).toBe(
		"PROG\n    ^ missing",
	);
});

test("half an emoji is under carets as a whole", () => {
	const text = "P 1 A:\u{1f600},x";
	expect(drawCaret(text, { start: 7, end: 8, message: "odd" })).toBe(
		`${text}\n      ^^ odd`,
	);
});

describe("a message of more than 120 columns is cut", () => {
	test("behind, where the span is in sight from the beginning", () => {
		const text = `PROG 7982 USRS:1,12345${",x".repeat(60)}`;
		const [echo, carets] = drawn(text, 17, 22);
		expect(echo).toBe(`PROG 7982 USRS:1,12345${",x".repeat(48)},…`);
		expect(carets).toBe(`${" ".repeat(17)}^^^^^ here`);
	});

	test("on both sides, where the span is far in", () => {
		const text = `${"x,".repeat(100)}12345${",y".repeat(100)}`;
		const [echo, carets] = drawn(text, 200, 205);
		expect(echo).toBe(`…${"x,".repeat(20)}12345${",y".repeat(36)},…`);
		expect(carets).toBe(`${" ".repeat(41)}^^^^^ here`);
	});

	test("in front, where the span is at the end", () => {
		const [echo, carets] = drawn(`${"x,".repeat(100)}12345`, 200, 205);
		expect(echo).toBe(`…${"x,".repeat(20)}12345`);
		expect(carets).toBe(`${" ".repeat(41)}^^^^^ here`);
	});

	test("within the span, where that is too long itself", () => {
		const [echo, carets] = drawn("9".repeat(1_000_000), 100, 1_000_000);
		expect(echo).toBe(`…${"9".repeat(118)}…`);
		expect(carets).toBe(`${" ".repeat(41)}${"^".repeat(78)} here`);
	});

	test("in front, where the span would reach under the ellipsis", () => {
		const [echo, carets] = drawn("9".repeat(130), 110, 120);
		expect(echo).toBe(`…${"9".repeat(60)}`);
		expect(carets).toBe(`${" ".repeat(41)}${"^".repeat(10)} here`);
	});

	test("not at 120 columns", () => {
		const [echo] = drawn("9".repeat(120), 119, 120);
		expect(echo).toBe("9".repeat(120));
	});
});

function drawn(text: string, start: number, end: number): string[] {
	return drawCaret(text, { start, end, message: "here" }).split("\n");
}
