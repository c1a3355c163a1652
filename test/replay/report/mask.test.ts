import { expect, test } from "vitest";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { factoryState } from "../../../src/panel/state/state.ts";
import { Mask } from "../../../src/replay/report/mask.ts";

const factory = factoryState(vst2752.name, vst2752.sections);
const state = {
	...factory,
	credentials: { ...factory.credentials, keyword: "ZQKWORD" },
	remote: {
		...factory.remote,
		scriptSecret: "slepensX9",
		scripts: [{ name: "guest", lines: ["USRS:1,2,8899,GUEST"] }],
	},
};
const mask = new Mask(vst2752, [state]);

test.each([
	[":cmd slepensX9 script holiday", ":cmd **** script holiday"],
	["ZQKWORD 7982 usrs:1,1,5151", "**** **** usrs:1,****,****"],
	["ZQKWORD7982", "********"],
	["zqkword 7982 pwrd:NEWWORD", "zqkword **** pwrd:****"],
	["hello", "hello"],
	[":CMD slepenz script holiday", ":CMD **** script holiday"],
	["DISARM １２３４", "DISARM ****"],
	["DISARM 12-3 4 now", "DISARM **** now"],
	["ARM AT 22:30 ١٢٣٤", "ARM AT 22:30 ****"],
	["123456 1\u200b2.3.4", "**** ****"],
	["1, 2 and 3 4", "1, 2 and 3 4"],
])("a message to the panel, whatever it is: %s", (text, masked) => {
	expect(mask.message(text)).toBe(masked);
	const diagnostic = {
		code: "test/x",
		hint: null,
		parameter: null,
		start: 0,
		message: "there is no slepensX9",
		end: text.length,
	};
	expect(mask.why(text, diagnostic)).toMatchObject({
		text: masked,
		diagnostic: { message: "there is no ****", end: masked.length },
	});
});

test("a line of a script is a secret", () => {
	expect(mask.value("remote.scripts.1.lines.0", "USRS:1,2,8899,GUEST")).toBe(
		"****",
	);
	expect(mask.value("remote.scripts", state.remote.scripts)).toEqual([
		{ name: "guest", lines: ["****"] },
	]);
});

test("a known secret is masked wherever it stands", () => {
	const text = "the word is ZQKWORD";
	expect(mask.step({ type: "comment", text })).toEqual({
		type: "comment",
		text: "the word is ****",
	});
	expect(mask.value("users.1.name", "ZQKWORD")).toBe("****");
});
