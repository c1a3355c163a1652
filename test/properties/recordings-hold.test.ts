import fc from "fast-check";
import { expect, test } from "vitest";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { Firmware } from "../../src/firmware/firmware.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { Recorder } from "../../src/simulation/recorder.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { digestOf } from "../support/digest.ts";
import { everyZonedPanel, siteHappening } from "../support/panel-events.ts";
import { NOON, PANEL } from "../support/texting.ts";
import { anyString } from "../support/texts.ts";

const from = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom("+15550101", "+15550177") },
	{ weight: 1, arbitrary: fc.constantFrom("", PANEL, "Telfort", "-") },
);
const text = fc.oneof(
	fc.constantFrom(
		"PROG 7982 USRS:1,1234,JOHN,1",
		"PROG 7982 USRS:2,12",
		"PROG 7982 MODE:A",
		"PROG 7982 MODE:D",
		"PROG 7982 MOD?:",
		"PROG 7982 PIN?",
		"PROG 7983 MODE:A",
		"PROG 7982 RPEX:1,1,0,sms://+15550188",
		"PROG 7982 DEAN:1,3,0123456789,{{Front}} ...",
	),
	anyString,
);
const wait = fc.oneof(
	fc.constant(0),
	fc.integer({ min: 1, max: 2000 }),
	fc.integer({ min: 2000, max: 90_000 }),
	fc.integer({ min: 0, max: 40 * 86_400_000 }),
);
const deed = fc.oneof(
	fc.record({ kind: fc.constant("text" as const), from, text }),
	fc.record({
		kind: fc.constant("mail" as const),
		from,
		text,
		named: fc.boolean(),
		sentAt: fc.constantFrom(null, NOON, NOON + 1000),
	}),
	fc.record({ kind: fc.constant("event" as const), event: siteHappening }),
);

test("whatever happens at a panel, its recording holds when it is replayed", async () => {
	await fc.assert(
		fc.asyncProperty(
			everyZonedPanel,
			fc.array(fc.tuple(wait, deed), { maxLength: 12 }),
			async (state, deeds) => {
				let recording = "";
				const clock = virtualClock(NOON);
				const beginning = { model: vst2752, state };
				const recorder = new Recorder({
					id: "it",
					beginning,
					config: "it-config.json",
					source: "a test",
					showDuress: true,
					start: NOON,
					write: (lines) => {
						recording += lines;
					},
				});
				const firmware = new Firmware({
					...beginning,
					number: PANEL,
					clock,
					store: memoryStore(state),
					hourly: 3,
					onTrouble: fail,
				});
				firmware.activity.follow((each) => recorder.take(each));
				for (const [duration, each] of deeds) {
					await clock.advanceTo(clock.now() + duration);
					if (each.kind === "text") await firmware.receive(each);
					else if (each.kind === "mail")
						await firmware.receiveMail({ ...each, reference: null });
					else
						await firmware.happen({
							...each.event,
							by: {
								via: each.event.type === "keypad" ? "keypad" : "site",
							},
						});
				}
				recorder.end(clock.now());

				const [found] = readTranscript(recording, "it.smst");
				expect(found?.fault ?? null).toBeNull();
				if (found?.located == null) throw new Error(recording);
				const digestInput = new DigestInput();
				const { failures } = runConversation(
					found.located.conversation,
					beginning,
					{ digestInput },
				);
				expect(recorder.digest("it", clock.now())).toBe(
					digestOf(digestInput, "it").text,
				);
				expect(failures.map(({ step, got }) => [step, got])).toEqual([]);
				// It claims what the panel really answered.
				expect(recording).not.toContain("; a replay is different");
			},
		),
		{ numRuns: 200 },
	);
});

function fail(error: unknown): never {
	throw error;
}
