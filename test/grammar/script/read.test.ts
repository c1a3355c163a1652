import { describe, expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { explain } from "../../../grammar/script/explain.ts";
import { read } from "../../../grammar/script/read.ts";

test("a call is a message whose variables are taken apart", () => {
	expect(read(':cmd slepens script "mans skripts" "A B"="c=d" e=""')).toEqual({
		keyword: { text: ":cmd", start: 0, end: 4 },
		code: { text: "slepens", start: 5, end: 12 },
		word: { text: "mans skripts", start: 21, end: 33 },
		slots: [
			{ text: '"A B"="c=d"', start: 35, end: 46 },
			{ text: 'e=""', start: 47, end: 51 },
		],
		stray: null,
		variables: [
			{
				name: { text: "A B", start: 36, end: 39 },
				value: { text: "c=d", start: 42, end: 45 },
			},
			{
				name: { text: "e", start: 47, end: 48 },
				value: { text: "", start: 50, end: 50 },
			},
		],
	});
});

describe("lines that RouterOS calls right", () => {
	test.each([
		[":cmd slepens script mans_skripts", "mans_skripts", []],
		[':cmd slepens script "mans skripts"', "mans skripts", []],
		[":cmd slepens script mans_skripts var", "mans_skripts", ["var", null]],
		[":cmd slepens script mans_skripts var=a", "mans_skripts", ["var", "a"]],
		[
			':cmd slepens script mans_skripts var="a a"',
			"mans_skripts",
			["var", "a a"],
		],
		// Called wrong for the name, of which only the panel knows that there is
		// none: it is built as the one with a variable and no value.
		[":cmd slepens script mans skripts", "mans", ["skripts", null]],
	])("%s", (text, name, variable) => {
		const call = read(text);
		expect(call?.word.text).toBe(name);
		expect(
			call?.variables.flatMap((each) => [
				each.name.text,
				each.value?.text ?? null,
			]),
		).toEqual(variable);
	});
});

describe("lines that RouterOS calls wrong", () => {
	test.each([
		[
			":cmd script mans_skripts",
			"            ^^^^^^^^^^^^ secret: missing between :cmd and script",
			"write :cmd SECRET script NAME VAR=VAL",
		],
		[
			":cmd slepens script mans_skripts var=",
			"                                     ^ value: missing right behind the =",
			'write var=value, or var="" for an empty one',
		],
		[
			":cmd slepens script mans_skripts var= a",
			"                                     ^ value: missing right behind the =",
			"no space stands around the =",
		],
		[
			":cmd slepens script mans_skripts var=a a",
			"                                       ^ variable: all have values or none has, and here it changes",
			'a value with spaces stands in quotes: var="a a"',
		],
	])("%s", wrong);
});

describe("other slips", () => {
	test.each([
		["", "^ the message is empty", "write :cmd SECRET script NAME VAR=VAL"],
		[
			"hello",
			"^^^^^ command: it begins with :cmd",
			"write :cmd SECRET script NAME VAR=VAL",
		],
		[
			":cmd",
			"    ^ secret: missing, nothing follows",
			"write :cmd SECRET script NAME VAR=VAL",
		],
		[
			":cmd s run a",
			"       ^^^ script: this word is due behind the secret",
			"write :cmd SECRET script NAME VAR=VAL",
		],
		[
			":cmd s script",
			"             ^ name: missing, nothing follows script",
			"write :cmd SECRET script NAME VAR=VAL",
		],
		[
			':cmd s script "a',
			'              ^^ name: no " or = in it, or all of it in straight quotes',
			'write script "a name"',
		],
		[
			":cmd s script a b c=1",
			"                  ^^^ variable: all have values or none has, and here it changes",
			'a value with spaces stands in quotes: var="a a"',
		],
		[
			":cmd s script a =1",
			"                ^^ variable: missing in front of the =",
			"no space stands around the =",
		],
		[
			":cmd s script a b=“1”",
			"                ^^^^^ variable: quotes stand around a whole text, and are straight",
			'write var="a a"; a quote cannot stand in a text',
		],
		[
			":cmd s script a b=1=2",
			"                ^^^^^ variable: only one = without quotes",
			'write var="a=b"',
		],
	])("%s", wrong);

	test("there is nothing to explain about a call", () => {
		expect(() => explain(":cmd s script a")).toThrow("well built");
	});
});

function wrong(text: string, caret: string, hint: string): void {
	expect(read(text)).toBeNull();
	const diagnostic = explain(text);
	expect(drawCaret(text, diagnostic)).toBe(`${text}\n${caret}`);
	expect(diagnostic.hint).toBe(hint);
}
