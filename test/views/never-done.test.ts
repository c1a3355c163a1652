import { expect, test } from "vitest";
import { modelNamed, models } from "../../src/models/models.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { factorySubject } from "../../src/views/subject.ts";

/** What is said against a message where no panel is known, and where. */
function against(name: string, text: string): readonly string[] {
	const model = modelNamed(name) ?? models[0];
	const { diagnostics } = checkMessage(factorySubject(model), text);
	return diagnostics.map(
		({ start, end, message }) => `${text.slice(start, end)}| ${message}`,
	);
}

test.each([
	[
		"vst-2752",
		"PROG 7982 USRS:2",
		["USRS| the message changes nothing of the user"],
	],
	[
		"vst-2752",
		"PROG 7982 USRS:1,,",
		["1| user number: user 1 cannot be deleted"],
	],
	[
		"vst-2752",
		"GORP 4711 USRS:2,4711",
		["4711| user PIN: the installer has this PIN already"],
	],
	[
		"vst-2752",
		"PROG 7982 PWRD:",
		["PWRD| neither a P-Word nor an installer code is given"],
	],
	[
		"vst-2752",
		"PROG 79 USRS:2,1234",
		["79| installer code: 4 digits, this has 2"],
	],
	[
		"vst-2752",
		"PROG 79 USRS:2,12",
		[
			"79| installer code: 4 digits, this has 2",
			"12| user PIN: 4 digits, this has 2",
		],
	],
	[
		"vst-2752",
		"PROGRAMMINGPROGS 7982 ECHO:",
		[
			"PROGRAMMINGPROGS| P-Word: 1 to 15 characters without spaces, commas and colons, this has 16",
		],
	],
	[
		"mz-8",
		"PROG 7982 USRS:1,99,4711,BEN",
		["BEN| the installer has a code, but no name and no latch report"],
	],
	["mz-8", "PROG 7982 USRS:1,99,7982", []],
	["cr200", "PROG 1234 PINU:1,,", ["1| user number: user 1 cannot be deleted"]],
	["cr200", "PROG 12345 PIN?", ["12345| user PIN: 4 digits, this has 5"]],
	["mobile-mates", "GUDT:PROG,1111,", ["GUDT| nothing is given to keep"]],
	[
		"mobile-mates",
		"LOC:PROG,111111111,1",
		["111111111| access code: 1 to 8 digits, this has 9"],
	],
	[
		"tousek",
		"12345,PWD,1398,9831",
		["9831| againCode has to be newCode again"],
	],
	["jablotron-gd04", "PC,ARX", ["ARX| nothing is given to keep"]],
	[
		"amc",
		"UPWD:111111 TEL.1=+33612345678",
		["TEL| only the code of the technician may say this"],
	],
	["amc", "TPWD:000000 TEL.1=+33612345678", []],
	[
		"paradox-pcs250",
		"P1234.ARM.A1.1",
		["ARM| only the code of the user may say this"],
	],
])("%s: %s is refused on every panel for %j", (name, text, expected) => {
	expect(against(name, text)).toEqual(expected);
});

test("what hangs on the panel is not said", () => {
	for (const text of [
		"PROG 7982 USRS:2,,BEN",
		"PROG 7982 USRS:2,1234",
		"PROG 7982 PWRD:,1234",
		"PROG 7982 DEVE:3,,Front Door",
		"PROG 7982 RPEX:1,2",
	])
		expect(against("vst-2752", text)).toEqual([]);
});
