import { describe, expect, test } from "vitest";
import { corpusFaultText } from "../../src/conversation/corpus-fault.ts";
import { readJsonLine } from "../../src/conversation/json-line.ts";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";

test("every kind of step is read, and written in the order of the record", () => {
	const line = JSON.stringify({
		id: "a",
		model: "mz-8",
		source: "MZ58",
		config: "a.json",
		seed: 3,
		tags: ["users"],
		steps: [
			{ sms: "hello", from: "", replies: [] },
			{ sms: "hello", replies: ["...", { to: "+15550177", text: "OK" }] },
			{ wait: "30s" },
			{ at: "2026-11-20T10:00:00Z", replies: [] },
			{ state: { "runtime.mode": "away" } },
			{ channel: "loss 10%" },
			{ comment: "why" },
		],
	});
	const { conversation, fault } = readJsonLine(line);
	expect(fault).toBeNull();
	expect(conversation?.steps).toEqual([
		{ type: "sms", text: "hello", from: "", replies: [] },
		{
			type: "sms",
			text: "hello",
			from: null,
			replies: [
				{ to: null, pattern: "..." },
				{ to: "+15550177", pattern: "OK" },
			],
		},
		{ type: "wait", milliseconds: 30_000, replies: null },
		{ type: "at", instant: Date.UTC(2026, 10, 20, 10), replies: [] },
		{ type: "claim", path: "runtime.mode", value: "away" },
		{ type: "channel", rule: "loss 10%" },
		{ type: "comment", text: "why" },
	]);
	expect(conversation && writeJsonLine(conversation)).toBe(line);
});

test("a time in front of an SMS and several claims at once are steps of their own", () => {
	const { conversation } = readJsonLine(
		'{"id":"a","steps":[{"sms":"x","at":"2026-11-20"},{"state":{"a":1,"b":[2]}}]}',
	);
	expect(conversation?.steps).toEqual([
		{ type: "at", instant: Date.UTC(2026, 10, 20), replies: null },
		{ type: "sms", text: "x", from: null, replies: null },
		{ type: "claim", path: "a", value: 1 },
		{ type: "claim", path: "b", value: [2] },
	]);
});

describe("what is wrong is told with its column", () => {
	test.each([
		[
			"hello",
			"c.jsonl:1:1: this is not JSON: a value is due here\nhello\n^^^^^",
		],
		["[]", "c.jsonl:1:1: the line: an object, this is a list\n[]\n^^"],
		[
			'{"steps":[]}',
			'c.jsonl:1:1: id: a text, this is missing\n{"steps":[]}\n^^^^^^^^^^^^',
		],
		[
			'{"id":"a","steps":[{"sms":5}]}',
			'c.jsonl:1:21: steps.0.sms: a text, this is a number\n{"id":"a","steps":[{"sms":5}]}\n                    ^^^^^',
		],
		[
			'{"id":"a","steps":[{"sms":"x"},{}]}',
			'c.jsonl:1:32: step: needs one of the keys sms, wait, at, event, state, channel, comment\n{"id":"a","steps":[{"sms":"x"},{}]}\n                               ^',
		],
		[
			'{"id":"a","steps":[{"wait":"soon"}]}',
			'c.jsonl:1:21: steps.0.wait: a length of time like 30s or 1h 30m\n{"id":"a","steps":[{"wait":"soon"}]}\n                    ^^^^^^',
		],
		[
			'{"id":"a","model":"vst","steps":[]}',
			'c.jsonl:1:11: model: there is no vst\n{"id":"a","model":"vst","steps":[]}\n          ^^^^^^^',
		],
		[
			'{"id":"","steps":[]}',
			'c.jsonl:1:2: id: at least 1 character\n{"id":"","steps":[]}\n ^^^^',
		],
		[
			'{"id":"a","seed":1.5,"steps":[]}',
			'c.jsonl:1:11: seed: a whole number, this is none\n{"id":"a","seed":1.5,"steps":[]}\n          ^^^^^^',
		],
		[
			'{"id":"a","step":[]}',
			'c.jsonl:1:11: step: there is no such key (did you mean steps?)\n{"id":"a","step":[]}\n          ^^^^^^',
		],
		[
			'{"id":"a","steps":[{"sms":"x","sms":"y"}]}',
			'c.jsonl:1:31: steps.0.sms: this key stands there twice\n{"id":"a","steps":[{"sms":"x","sms":"y"}]}\n                              ^^^^^',
		],
		[
			'{"id":"a","steps":[{"state":{"a.b":1,"a.\\u0062":2}}]}',
			'c.jsonl:1:38: steps.0.state.a.b: this key stands there twice\n{"id":"a","steps":[{"state":{"a.b":1,"a.\\u0062":2}}]}\n                                     ^^^^^^^^^^',
		],
		[
			'{"id":"a","id":"b","steps":[]}',
			'c.jsonl:1:11: id: this key stands there twice\n{"id":"a","id":"b","steps":[]}\n          ^^^^',
		],
	])("%s", (text, told) => {
		const { fault } = readJsonLine(text);
		expect(
			fault && corpusFaultText({ ...fault, file: "c.jsonl", line: 1 }),
		).toBe(told);
	});
});

test("a claim is of any value of JSON, and has all of its members", () => {
	const line =
		'{"id":"a","steps":[{"state":{"x":[{"__proto__":null,"b":{}}]}}]}';
	const { conversation } = readJsonLine(line);
	expect(conversation?.steps).toMatchObject([{ type: "claim", path: "x" }]);
	expect(conversation && writeJsonLine(conversation)).toBe(line);
});
