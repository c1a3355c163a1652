import { describe, expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { explain } from "../../../grammar/mobile/explain.ts";

const SHAPE = "write WORD:KEYWORD,CODE,p1,p2";

describe("it shows the place and names the slip", () => {
	test.each([
		["message/empty", "", "^ the message is empty", SHAPE],
		[
			"message/word",
			"loc:PROG,1111",
			"^^^ command word: capitals, this is loc",
			"write LOC",
		],
		[
			"message/word",
			":PROG,1111",
			'^ command word: made of A to Z, 0 to 9 and "?", this is :',
			"it is spelled like USRS or PIN?",
		],
		[
			"message/keyword",
			"LOC",
			"   ^ keyword: missing, nothing follows the command word",
			SHAPE,
		],
		[
			"message/keyword",
			"LOC PROG,1111",
			"   ^ keyword: a colon stands between the command word and it",
			SHAPE,
		],
		[
			"message/code",
			"LOC:PROG",
			"        ^ access code: missing, no comma follows the keyword",
			SHAPE,
		],
		["message/code", "LOC:PROG,,1", "         ^ access code: missing", SHAPE],
		[
			"message/code",
			"LOC:PROG,1111 1",
			"             ^ access code: digits, then a comma or the end, this is a space",
			SHAPE,
		],
		[
			"message/code",
			"LOC:PROG,x,1",
			"         ^ access code: digits are due here",
			SHAPE,
		],
		[
			"message/code",
			"LOC:PROG,1\u0661,1",
			"         ^^ access code: digits 0 to 9, not those of another script",
			"full-width and other digits look alike and are different characters",
		],
	])("%s %j", (code, text, caret, hint) => {
		const diagnostic = explain(text);
		expect(drawCaret(text, diagnostic)).toBe(`${text}\n${caret}`);
		expect(diagnostic).toMatchObject({ code, hint, parameter: null });
	});
});

test("there is nothing to explain about a message", () => {
	expect(() => explain("LOC:PROG,1111")).toThrow("well built");
});
