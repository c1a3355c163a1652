import { expect, test } from "vitest";
import { readTranscript } from "../../../src/conversation/read-transcript.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { factoryState } from "../../../src/panel/state/state.ts";
import { boundedFind } from "../../../src/replay/play/bounded-find.ts";
import { runConversation } from "../../../src/simulation/run-conversation.ts";

test("finds what a regular expression finds, with its groups", () => {
	const found = boundedFind(/,(?<pin>\d{4}),/, "(2,5678,)");
	expect(found?.index).toBe(2);
	expect(found?.groups).toEqual({ pin: "5678" });
	expect(boundedFind(/x/, "(2,5678,)")).toBeNull();
});

test("a regular expression that backtracks without end fails its step, and says so", () => {
	const [found] = readTranscript(
		"> PROG 7982 PIN?\n< /(.*)*y/\n> PROG 7982 ECHO:\n< ECHO:OK\n",
		"a.smst",
	);
	const conversation = found?.located?.conversation;
	if (conversation === undefined) throw new Error("it is a conversation");
	const state = factoryState(vst2752.name, vst2752.sections);
	const { failures } = runConversation(
		conversation,
		{ model: vst2752, state },
		{ find: (regex, text) => boundedFind(regex, text, 50) },
	);
	expect(
		failures.map(({ step, why }) => [step, why?.diagnostic.message]),
	).toEqual([[0, "pattern: /(.*)*y/ was not found within 0.05 s"]]);
});

test("one that was given up is not tried again in the same text", () => {
	const text = "a".repeat(40);
	const finding = (regex: RegExp) => () => boundedFind(regex, text, 50);
	expect(finding(/(.*)*z/)).toThrow("was not found within 0.05 s");
	const begun = performance.now();
	for (let turn = 0; turn < 30; turn += 1)
		expect(() => boundedFind(/(.*)*z/, text)).toThrow(
			"pattern: /(.*)*z/ was not found within 1 s",
		);
	expect(performance.now() - begun).toBeLessThan(20_000);
	expect(boundedFind(/(.*)*z/, "az")?.index).toBe(0);
	expect(boundedFind(/a|(.*)*z/, text)?.index).toBe(0);
});
