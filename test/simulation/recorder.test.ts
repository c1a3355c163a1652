import { expect, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { readStep } from "../../src/panel/typed-event.ts";
import { Recorder } from "../../src/simulation/recorder.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { testMailbox } from "../support/test-mailbox.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";

test("writes texts, answers, events, reports and time as one types them", async () => {
	const { panel, clock, recorder, transcript } = await recorded();
	await panel.text({ from: "+15550101", text: "PROG 7982 USRS:1,1234,JOHN" });
	await panel.text({
		from: "+15550177",
		text: "PROG 7982 RPEX:1,1,0,sms://+15550188",
	});
	await clock.advanceTo(NOON + 4153);
	await panel.text({ from: "+15550101", text: "PROG 7982 MODE:A" });
	await clock.advanceTo(NOON + 40_000);
	const step = readStep("keypad 1234 disarm");
	if (!step.ok) throw new Error(step.fault.message);
	await panel.happens(step.event);
	await panel.text({ from: "+15550101", text: "hello" });
	await clock.advanceTo(NOON + 100_000);
	recorder.end(clock.now());
	expect(transcript()).toBe(`id it
model vst-2752
config it-config.json
source a test
@ 2026-11-20T12:00:00Z
> PROG 7982 USRS:1,1234,JOHN
< USRS:OK
>+15550177 PROG 7982 RPEX:1,1,0,sms://+15550188
< RPEX:OK
@ +4s 153ms
> PROG 7982 MODE:A
< MODE:OK
@ +35s 847ms
<+15550188 armed by SMS
! keypad 1234 disarm
<+15550188 disarmed at the keypad: user 1 JOHN
> hello
<
@ +1m
`);
});

test("leaves out what was held back, and claims nothing that a replay cannot do", async () => {
	const { panel, transcript } = await recorded();
	const box = testMailbox();
	panel.serve(box, () => {});
	const text = "PROG 7982 ECHO:";
	await box.bring(text);
	await box.bring(text);
	await box.bring("PROG 7982 ECHO:1", { sentAt: NOON + 1000 });
	await box.bring("PROG 7982 MOD?:", { sentAt: NOON + 2000 });
	await box.bring(text, { from: "Telfort", named: true });
	box.close();
	expect(transcript().split("\n").slice(5)).toEqual([
		"> PROG 7982 ECHO:",
		"< ECHO:OK",
		"> PROG 7982 ECHO:1",
		"< ECHO:ERROR",
		">Telfort PROG 7982 ECHO:",
		"# the answer was nothing; the sender is a name",
		"",
	]);
});

async function recorded() {
	let written = "";
	const clock = virtualClock(NOON);
	const state = fresh(vst2752);
	const recorder = new Recorder({
		id: "it",
		beginning: { model: vst2752, state },
		config: "it-config.json",
		source: "a test",
		start: NOON,
		write: (lines) => {
			written += lines;
		},
	});
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(state),
		hourly: 2,
		onTrouble: (error) => {
			throw error;
		},
	});
	panel.activity.follow((activity) => recorder.take(activity));
	return { panel, clock, recorder, transcript: () => written };
}
