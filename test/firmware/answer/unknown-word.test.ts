import { expect, test } from "vitest";
import { interpret } from "../../../src/firmware/answer/interpret.ts";
import { mz8 } from "../../../src/models/mz-8.ts";

test.each([
	["USRS?", "write USRS, without a question mark"],
	["USR", "did you mean USRS?"],
	["MODE?", "write MOD?"],
	["PIN", "write PIN?"],
	["STATUS", "for that it has MOD?"],
	["DISARM", "for that it has MODE"],
	["ARM", "for that it has MODE, SCHS"],
	[
		"FOO",
		"it has USRS, USRD, ECHO, RPEX, DEAN, DEED, GAPN, MODE, MOD?, PIN?, DEVE, DEV?, PWRD, TIMR, BYPS, OPTS, SCHS, SCHD, RPTS, GRPS",
	],
])(
	"%s is no word of mz-8, and the one that was meant is named",
	(word, hint) => {
		const text = `PROG 7982 ${word}`;
		const message = mz8.dialect.read(text);
		if (message === null) throw new Error(`${text} is no message`);
		expect(interpret(mz8, message, text)).toEqual({
			command: null,
			args: null,
			diagnostics: [
				{
					code: "message/unknown-word",
					message: `command word: mz-8 has no ${word}`,
					hint,
					start: 10,
					end: text.length,
					parameter: null,
				},
			],
		});
	},
);
