import fc from "fast-check";
import { expect, test } from "vitest";
import { panelInPage } from "../../src/console/panel-in-page.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { digestOf } from "../support/digest.ts";
import { anyString } from "../support/texts.ts";

const START = Date.UTC(2026, 0, 1);

const deed = fc.oneof(
	fc.record({
		kind: fc.constant("text" as const),
		from: fc.constantFrom("+15550101", "+15550101", "+15550177", ""),
		text: fc.oneof(
			fc.constantFrom(
				"PROG 7982 MODE:A",
				"PROG 7982 MODE:D",
				"PROG 7982 MOD?:",
				"PROG 7982 USRS:2,12",
				"PROG 7982 RPEX:1,1,0,sms://+15550188",
				"PROG 7982 DEAN:1,2,0000000002,{{Window}} ...",
			),
			anyString,
		),
	}),
	fc.record({
		kind: fc.constant("step" as const),
		step: fc.constantFrom(
			"zone 2 open",
			"zone 2 close",
			"keypad 1234 away",
			"keypad 1234 disarm",
			"keypad 9999 disarm",
			"mains fail",
			"mains restore",
			"power cut",
			"power restore",
		),
	}),
	fc.record({
		kind: fc.constant("wait" as const),
		milliseconds: fc.constantFrom(0, 250, 1000, 15_000, 30_000, 180_000),
	}),
	fc.record({
		kind: fc.constant("rule" as const),
		rule: fc.constantFrom(
			"loss 30%",
			"delay 30s",
			"duplicate 5s 1x",
			"reorder 20s 50%",
			"cms 38 2x",
			"storage-full 1m 1x",
		),
	}),
);

test("whatever is done on the page, the conversation that it saves holds and has the same digest", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(START, START + 86_400_000),
			fc.nat(1000),
			fc.array(deed, { maxLength: 15 }),
			async (now, seed, deeds) => {
				const panel = panelInPage({ model: vst2752, now, seed });
				for (const each of deeds) {
					if (each.kind === "text") await panel.text(each.text, each);
					else if (each.kind === "step") await panel.step(each.step);
					else if (each.kind === "wait")
						await panel.clock.advance(each.milliseconds);
					// A rule is refused where a network would have changed what came.
					else await panel.channel?.add(each.rule).catch(() => {});
				}
				const transcript = (await panel.record()).transcript;
				const [found] = readTranscript(transcript, "page.smst");
				expect(found?.fault ?? null).toBeNull();
				if (found?.located == null) throw new Error(transcript);
				const digestInput = new DigestInput();
				const { failures } = runConversation(
					found.located.conversation,
					{
						model: vst2752,
						state: factoryState(vst2752.name, vst2752.sections),
					},
					{ digestInput },
				);
				expect(failures).toEqual([]);
				expect(panel.digest("page")).toBe(digestOf(digestInput, "page").text);
			},
		),
		{ numRuns: 200 },
	);
});
