import { expect, test } from "vitest";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { explain as explainMobile } from "../../../grammar/mobile/explain.ts";
import { explain } from "../../../grammar/pword/explain.ts";
import { explain as explainScript } from "../../../grammar/script/explain.ts";

test.each([
	[
		explain,
		"PROG\u00a07982 MODE:D",
		"PROG⍽7982 MODE:D\n    ^ character: a space is due here, this is a no-break space (U+00A0)",
	],
	[
		explain,
		"PROG 7982\u00a0MODE:D",
		"PROG 7982⍽MODE:D\n         ^ character: a space is due here, this is a no-break space (U+00A0)",
	],
	[
		explain,
		"PROG 7982 MODE\u200b:D",
		"PROG 7982 MODE�:D\n              ^ character: a zero-width space (U+200B) stands here, and nobody sees it",
	],
	[
		explain,
		"PROG 7982 USRS：1,1234",
		"PROG 7982 USRS：1,1234\n              ^^ character: a colon is due here, this is ： (U+FF1A)",
	],
	[
		explainMobile,
		"\ufeffLOC:PROG,1111,1",
		"�LOC:PROG,1111,1\n^ character: a byte order mark (U+FEFF) stands here, and nobody sees it",
	],
	[
		explainScript,
		":Cmd slepens script hello",
		":Cmd slepens script hello\n^^^^ command: small letters, this is :Cmd",
	],
])("%o names what is wrong in %j", (reason, text, drawn) => {
	expect(drawCaret(text, reason(text))).toBe(drawn);
});
