import { describe, expect, test } from "vitest";
import { corpusFaultText } from "../../src/conversation/corpus-fault.ts";
import type { ReadEvent } from "../../src/conversation/read-event.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { modelNames } from "../../src/models/models.ts";

test("a transcript is one conversation, and knows the lines of its steps", () => {
	const text = `# what a blank does
id blank-name
model vst-2745
seed 7
source VST 6.2
tags users blanks
@ 2026-11-20T10:00:00Z

> PROG 7982 USRS:1,,,0
# comments may stand anywhere
< USRS:OK
? users.1.name ""
@ +1h 30m
>+15550177 {{who}}
<
channel loss 10%
`;
	expect(readTranscript(text, "dir/a.smst")).toEqual([
		{
			located: {
				file: "dir/a.smst",
				line: 2,
				conversation: {
					id: "blank-name",
					model: "vst-2745",
					config: null,
					seed: 7,
					source: "VST 6.2",
					tags: ["users", "blanks"],
					steps: [
						{ type: "comment", text: "what a blank does" },
						{
							type: "at",
							instant: Date.UTC(2026, 10, 20, 10),
							replies: null,
						},
						{
							type: "sms",
							text: "PROG 7982 USRS:1,,,0",
							from: null,
							replies: [{ to: null, pattern: "USRS:OK" }],
						},
						{ type: "comment", text: "comments may stand anywhere" },
						{ type: "claim", path: "users.1.name", value: "" },
						{ type: "wait", milliseconds: 5_400_000, replies: null },
						{
							type: "sms",
							text: "{{who}}",
							from: "+15550177",
							replies: [],
						},
						{ type: "channel", rule: "loss 10%" },
					],
				},
				places: [
					{ line: 1, replies: [] },
					{ line: 7, replies: [] },
					{ line: 9, replies: [11] },
					{ line: 10, replies: [] },
					{ line: 12, replies: [] },
					{ line: 13, replies: [] },
					{ line: 14, replies: [15] },
					{ line: 16, replies: [] },
				],
			},
			fault: null,
		},
	]);
});

test("a conversation without an id has the name of its file", () => {
	const [found] = readTranscript("> hello\n<\n", "dir/greeting.smst");
	expect(found?.located?.conversation.id).toBe("greeting");
});

test("id begins the next conversation", () => {
	const text = "id a\n> hello\r\n<\r\n\r\nid b\r\nmodel mz-8\r\n> hello\r\n";
	expect(
		readTranscript(text, "two.smst").map(({ located }) => [
			located?.conversation.id,
			located?.conversation.model,
			located?.line,
		]),
	).toEqual([
		["a", null, 1],
		["b", "mz-8", 5],
	]);
});

test.each(["", "\n\n", "# nothing but a comment\n"])(
	"%j holds no conversation",
	(text) => {
		expect(readTranscript(text, "empty.smst")).toEqual([]);
	},
);

describe("what is wrong is told with file, line and column", () => {
	test.each([
		[
			"< USRS:OK",
			"a.smst:1:1: reply: there is no message or event before it\n< USRS:OK\n^^^^^^^^^\nwrite the message first: > …",
		],
		[
			"> a\n<\n< b",
			"a.smst:3:1: silence: replies are expected too\n< b\n^^^\na bare < stands alone",
		],
		[
			"> a\nmodel mz-8",
			"a.smst:2:7: model: header lines come first\nmodel mz-8\n      ^^^^\nthe next conversation begins with its id",
		],
		["seed 1\nseed 2", "a.smst:2:6: seed: said already\nseed 2\n     ^"],
		["seed x", "a.smst:1:6: seed: a whole number from 0 on\nseed x\n     ^"],
		[
			"model vst",
			`a.smst:1:7: model: there is no vst\nmodel vst\n      ^^^\nthere are ${modelNames.join(", ")}`,
		],
		[
			"@ soon",
			"a.smst:1:3: time: a length of time or an instant, this is neither\n@ soon\n  ^^^^\nwrite +30s, +1h 30m or 2026-11-20T10:00:00Z",
		],
		[
			"> a\n@ 2025-12-31",
			"a.smst:2:1: time: this instant is in the past; time only runs forward\n@ 2025-12-31\n^^^^^^^^^^^^",
		],
		[
			'? users.1 {"id":}',
			'a.smst:1:17: value: this is not JSON: a value is due here\n? users.1 {"id":}\n                ^\nwrite true, 30, away or "Front Door"',
		],
		[
			'? users.1 {"id":1,"i\\u0064":2}',
			'a.smst:1:19: value: id: this key stands there twice\n? users.1 {"id":1,"i\\u0064":2}\n                  ^^^^^^^^^',
		],
		[
			"> a\n< /(/",
			"a.smst:2:3: Invalid regular expression: /(/: Unterminated group\n< /(/\n  ^^^",
		],
		["! zone x open", "a.smst:1:8: zone: 1 to 40\n! zone x open\n       ^"],
	])("%j", (text, told) => {
		expect(faultsOf(text)).toEqual([told]);
	});

	test("every line of it", () => {
		expect(faultsOf("nonsense\n> a\n@ x\n<\n")).toHaveLength(2);
	});
});

test("the step language is whatever its reader knows", () => {
	const zones: ReadEvent = () => ({
		event: { type: "time", by: { via: "clock" } },
	});
	const [found] = readTranscript("! zone 3 open\n<\n", "a.smst", zones);
	expect(found?.located?.conversation.steps).toEqual([
		{ type: "event", text: "zone 3 open", replies: [] },
	]);
});

function faultsOf(text: string): readonly string[] {
	return readTranscript(text, "a.smst").map(({ fault }) =>
		fault === null ? "no fault" : corpusFaultText(fault),
	);
}
