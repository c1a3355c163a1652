import { expect, test } from "vitest";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { DevicePanel } from "../../src/device/device-panel.ts";
import { startPanel } from "../../src/device/panel.ts";
import type { Activity } from "../../src/firmware/activity.ts";
import { createPanel, type PanelHandle } from "../../src/index.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { instantText } from "../../src/time/instant.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { digestOf } from "../support/digest.ts";
import { fresh, PANEL } from "../support/texting.ts";

const START = Date.UTC(2026, 0, 1);

/** A panel in virtual time and one on a store, each with what moves its time. */
const holders: readonly [
	string,
	() => Promise<{
		panel: PanelHandle;
		pass: (milliseconds: number) => Promise<unknown>;
	}>,
][] = [
	[
		"the library's panel",
		async () => {
			const panel = await createPanel();
			return { panel, pass: (milliseconds) => panel.advance(milliseconds) };
		},
	],
	[
		"a panel on file and modem",
		async () => {
			const clock = virtualClock(START);
			const device = await startPanel({
				model: vst2752,
				number: PANEL,
				clock,
				store: memoryStore(fresh(vst2752)),
				onTrouble: (error) => {
					throw error;
				},
			});
			const panel = new DevicePanel(device, clock);
			return {
				panel,
				pass: (milliseconds) => clock.advanceTo(clock.now() + milliseconds),
			};
		},
	],
];

test.each(holders)("%s: an evening through the handle", async (_, hold) => {
	const { panel, pass } = await hold();
	expect([panel.model, panel.number]).toEqual(["vst-2752", PANEL]);
	expect(
		await panel.text("PROG 7982 DEAN:1,1,1234567890,Kitchen"),
	).toMatchObject({
		reply: "DEAN:OK",
		replies: ["DEAN:OK"],
		sent: [{ to: "+15550101", text: "DEAN:OK" }],
	});
	await panel.text("PROG 7982 MODE:A", { from: "+15550177" });
	expect(panel.status()).toMatchObject({
		mode: "arming",
		into: "away",
		timers: [{ kind: "exit", about: "", due: START + 30_000, left: 30_000 }],
	});
	await pass(30_000);
	expect(await panel.step("zone 1 open")).toMatchObject({
		accepted: true,
		effects: [{ type: "siren", on: true }],
		sent: [],
	});
	expect(await panel.step("keypad 9999 disarm")).toMatchObject({
		accepted: false,
		refusal: { code: "keypad/wrong-code" },
	});
	expect(panel.status()).toMatchObject({
		mode: "away",
		siren: true,
		alarms: [{ kind: "burglar", zone: 1, at: START + 30_000 }],
		open: [1],
	});
	expect(panel.clock.now).toEqual(new Date(START + 30_000));

	expect(panel.activity.from(1).map(told)).toEqual([
		"1 00:00:00 text from +15550101",
		"2 00:00:00 to +15550101: DEAN:OK",
		"3 00:00:00 text from +15550177",
		"4 00:00:00 to +15550177: MODE:OK",
		"5 00:00:30 time",
		"6 00:00:30 zone-signal siren",
		"7 00:00:30 keypad refused",
	]);
	expect(panel.activity.next).toBe(8);
	expect(panel.activity.from(7)[0]?.state).toEqual(panel.snapshot());

	expect(panel.phones.numbers).toEqual(["+15550101", "+15550177"]);
	expect(panel.phones.messages("+15550177")).toEqual([
		{ direction: "sent", text: "PROG 7982 MODE:A", at: START },
		{ direction: "received", text: "MODE:OK", at: START },
	]);
	expect(panel.phones.messages("+15550199")).toEqual([]);
});

test.each(holders)("%s: what cannot be is refused", async (_, hold) => {
	const { panel } = await hold();
	await expect(panel.step("zone 3 explode")).rejects.toThrow(RangeError);
	await expect(panel.text(7 as unknown as string)).rejects.toThrow(TypeError);
});

test.each(holders)(
	"%s: its digest is that of a replay of the same steps",
	async (_, hold) => {
		const { panel, pass } = await hold();
		await panel.text("PROG 7982 RPEX:1,1,0,sms://+15550188");
		await panel.text("PROG 7982 MODE:A", { from: "+15550177" });
		await pass(30_000);
		await panel.step("mains fail");
		await pass(600_000);
		const start =
			panel.clock.kind === "real" ? `@ ${instantText(START)}\n` : "";
		const [found] = readTranscript(
			`id evening\n${start}> PROG 7982 RPEX:1,1,0,sms://+15550188\n>+15550177 PROG 7982 MODE:A\n@ +30s\n! mains fail\n@ +10m\n`,
			"evening.smst",
		);
		if (found?.located == null) throw new Error("no conversation");
		const digestInput = new DigestInput();
		const beginning = { model: vst2752, state: fresh(vst2752) };
		runConversation(found.located.conversation, beginning, { digestInput });
		expect(panel.digest("evening")).toBe(digestOf(digestInput, "evening").text);
	},
);

test("the feed keeps the latest activities and tells each once", async () => {
	const panel = await createPanel();
	const heard: number[] = [];
	const stop = panel.activity.follow(({ id }) => heard.push(id));
	for (let at = 0; at < 600; at += 1) await panel.text("PROG 7982 ECHO:hello");
	stop();
	await panel.text("PROG 7982 ECHO:hello");
	expect(heard).toEqual(Array.from({ length: 1200 }, (_, at) => at + 1));
	const kept = panel.activity.from(1).map(({ id }) => id);
	expect([kept.length, kept[0], kept.at(-1)]).toEqual([1000, 203, 1202]);
});

function told(activity: Activity): string {
	const { id, at } = activity;
	const head = `${id} ${instantText(at).slice(11, 19)}`;
	switch (activity.type) {
		case "text":
			return `${head} text from ${activity.from}`;
		case "sent":
			return `${head} to ${activity.to}: ${activity.text}`;
		case "event": {
			const { effects, refusal } = activity.outcome;
			const effect = effects.map(({ type }) => ` ${type}`).join("");
			return `${head} ${activity.event.type}${effect}${refusal === null ? "" : " refused"}`;
		}
	}
}

test("happens is step by its first name", async () => {
	const [one, other] = await Promise.all([createPanel(), createPanel()]);
	expect(await one.happens("keypad 1234 away")).toEqual(
		await other.step("keypad 1234 away"),
	);
	expect(one.digest()).toBe(other.digest());
});
