import { expect, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { Recorder } from "../../src/simulation/recorder.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { ANNA, KEY, panelWithPeople } from "../support/panel-with-people.ts";
import { testMailbox } from "../support/test-mailbox.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";
import { watchedParts } from "../support/watched-panel.ts";

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
	const step = readTypedEvent("keypad 1234 disarm");
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

test("leaves out a text that no SMS carries", async () => {
	const { panel, transcript } = await recorded();
	const text = `PROG 7982 ECHO:${" ".repeat(40_000)}`;
	await panel.text({ from: "+15550101", text });
	await panel.text({ from: "+15550101", text: "PROG 7982 ECHO:" });
	expect(transcript().split("\n").slice(5)).toEqual([
		"# a text of more than 39015 characters, which no SMS carries, is left out",
		"> PROG 7982 ECHO:",
		"< ECHO:OK",
		"",
	]);
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

test.each([
	["the panel's", PANEL],
	["somebody's", "+15550101"],
])(
	"a name that reads like %s number is a name in the recording, too",
	async (_, name) => {
		const { panel, transcript } = await recorded();
		const box = testMailbox();
		panel.serve(box, () => {});
		await box.bring("PROG 7983 MODE:A", { from: name, named: true });
		await box.bring("PROG 7982 MODE:A", { from: name, named: true });
		await box.bring("PROG 7982 MOD?:");
		box.close();
		// A replay arms, too; from the panel's own number it would do nothing. And the
		// wrong code is the name's, not that of the number that it reads like.
		expect(panel.state.runtime.mode).toBe("arming");
		expect(transcript().split("\n").slice(5)).toEqual([
			`>name${name} PROG 7983 MODE:A`,
			"<",
			`>name${name} PROG 7982 MODE:A`,
			"# the answer was nothing; the sender is a name",
			"> PROG 7982 MOD?:",
			"< MODE?A",
			"",
		]);
	},
);

test("records a step under duress as one with the user's own PIN", async () => {
	const own = await disarmedBy("1234");
	expect(own).toContain("! keypad 1234 disarm");
	expect(own).toContain(">+33612345678 DISARM 1234");
	expect(await disarmedBy("9898")).toBe(own);
	expect(await disarmedBy("9898", true)).toContain("! keypad 9898 disarm");
});

test("leaves out what raises a silent alarm", async () => {
	const { panel, transcript } = await recorded({ state: watched });
	const step = readTypedEvent("zone 5 open");
	if (!step.ok) throw new Error(step.fault.message);
	await panel.happens(step.event);
	await panel.text({ from: "+15550101", text: "PROG 7982 ECHO:" });
	expect(transcript().split("\n").slice(5)).toEqual([
		"> PROG 7982 ECHO:",
		"< ECHO:OK",
		"",
	]);
});

test("records a text with the duress code that raises nothing as it is", async () => {
	const { panel, transcript } = await recorded({ state: watched });
	await panel.text({ from: "+15550101", text: "PROG 7982 USRS:2,9898" });
	expect(transcript()).toContain("> PROG 7982 USRS:2,9898\n< USRS:ERROR");
});

const watched: PanelState = { ...panelWithPeople, ...watchedParts };

/** What is recorded of a PIN at the keypad, in a text and behind a one-time code. */
async function disarmedBy(pin: string, showDuress = false): Promise<string> {
	const { panel, clock, recorder, transcript } = await recorded({
		state: watched,
		showDuress,
	});
	panel.serve(testMailbox(), () => {});
	const happens = async (text: string) => {
		const step = readTypedEvent(text);
		if (!step.ok) throw new Error(step.fault.message);
		await panel.happens(step.event);
	};
	const text = (message: string) => panel.text({ from: ANNA, text: message });
	const rearmed = async () => {
		await clock.advanceTo(clock.now() + 60_000);
		await happens("keypad 1234 away");
		await clock.advanceTo(clock.now() + 60_000);
	};
	await rearmed();
	await happens(`keypad ${pin} disarm`);
	await rearmed();
	await text(`DISARM ${pin}`);
	await rearmed();
	await text("BYPASS 3");
	await text(`${oneTimeCode(clock.now())} ${pin}`);
	await happens(`keypad ${pin} remote off`);
	await rearmed();
	recorder.end(clock.now());
	return transcript();
}

function oneTimeCode(now: number): string {
	return codeOf(KEY, Math.floor(now / 30_000));
}

async function recorded({
	state = fresh(vst2752),
	showDuress = false,
}: {
	readonly state?: PanelState;
	readonly showDuress?: boolean;
} = {}) {
	let written = "";
	const clock = virtualClock(NOON);
	const recorder = new Recorder({
		id: "it",
		beginning: { model: vst2752, state },
		config: "it-config.json",
		source: "a test",
		start: NOON,
		showDuress,
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
