import { expect, test } from "vitest";
import { readChannelRule } from "../../src/network/channel-text.ts";

test.each([
	["loss 10%", { effect: { kind: "loss" }, probability: 0.1 }],
	["loss", { effect: { kind: "loss" } }],
	[
		"  delay  30s  3x ",
		{ effect: { kind: "delay", duration: 30_000 }, times: 3 },
	],
	[
		"reorder 1m to +15550100",
		{ effect: { kind: "reorder", duration: 60_000 }, to: "+15550100" },
	],
	[
		"duplicate 0s 0.5% from +15550101",
		{
			effect: { kind: "duplicate", duration: 0 },
			probability: 0.005,
			from: "+15550101",
		},
	],
	["alphabet", { effect: { kind: "alphabet" } }],
	["cms 38 1x", { effect: { kind: "refusal", cms: 38 }, times: 1 }],
	[
		"deaf 1m",
		{
			effect: {
				kind: "trouble",
				at: "recipient",
				trouble: { kind: "deaf", duration: 60_000 },
			},
		},
	],
])("%s", (text, rule) => {
	expect(readChannelRule(text)).toEqual({ ok: true, rule });
});

test.each([
	"",
	"los",
	"delay",
	"delay soon",
	"loss 101%",
	"loss 10",
	"loss from",
	"cms x",
	"deaf",
])("%j is no rule", (text) => {
	const read = readChannelRule(text);
	expect(read.ok ? null : read.reason).toContain(
		"is not a channel rule; write one of: loss 10%",
	);
});
