import { describe, expect, onTestFinished, test } from "vitest";
import { readTranscript } from "../../../src/conversation/read-transcript.ts";
import { openPhoneNetwork } from "../../../src/device/open-phone-network.ts";
import { startPanel } from "../../../src/device/panel.ts";
import { connectModem } from "../../../src/device/panel-at-modem.ts";
import type { Model } from "../../../src/models/model.ts";
import { mz8 } from "../../../src/models/mz-8.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { GsmModem } from "../../../src/modem/gsm-modem.ts";
import { asTyped } from "../../../src/panel/state/phone-number.ts";
import {
	Comparison,
	type Difference,
	unreachable,
} from "../../../src/replay/play/against.ts";
import type { Quirk } from "../../../src/simulation/quirk.ts";
import { runConversation } from "../../../src/simulation/run-conversation.ts";
import { memoryStore } from "../../../src/store/memory-store.ts";
import {
	type VirtualClock,
	virtualClock,
} from "../../../src/time/virtual-clock.ts";
import { settle } from "../../support/scripted-line.ts";
import { fresh, NOON, PANEL, PHONE } from "../../support/texting.ts";

const corpus = `id users
> PROG 7982 USRS:2,1111,JOHN
> PROG 7982 MOD?:
> hello
> PROG 7982 USRS:2,12
`;

test("a panel of another model differs where it does, and its quirks make ours the same", async () => {
	const first = await compared(mz8, corpus, []);
	expect(
		first.differences.map(({ line, text, ours, theirs, quirk }) => [
			line,
			text,
			ours,
			theirs,
			quirk.name,
		]),
	).toEqual([
		[2, "PROG 7982 USRS:2,1111,JOHN", ["USRS:OK"], ["USRS:ERROR"], "usrs-done"],
	]);
	expect(first.sent).toBe(4);

	const quirks = first.differences.map(({ quirk }) => quirk);
	const second = await compared(mz8, corpus, quirks);
	expect([second.sent, second.differences]).toEqual([4, []]);

	const { failures } = runConversation(
		conversation("> PROG 7982 USRS:2,1111,JOHN\n< USRS:ERROR\n"),
		{ model: vst2752, state: fresh(vst2752) },
		{ quirks },
	);
	expect(failures).toEqual([]);
});

test("a panel of the same model differs nowhere", async () => {
	const { sent, differences } = await compared(vst2752, corpus, []);
	expect([sent, differences]).toEqual([4, []]);
});

describe("what cannot be held by SMS from one phone is said:", () => {
	test.each([
		["! zone 3 open\n", "it needs somebody at the panel"],
		["channel loss\n> a\n", "it needs a network of its own"],
		[">+15550177 a\n", "it needs another phone"],
		["> PROG {{pin}} ECHO:\n", "it needs what was captured"],
		["id a\nconfig a.json\n> a\n", "it begins with a panel's file of its own"],
		[
			"id a\nmodel cr200\n> a\n",
			"it is for a cr200, and the panel is compared with a vst-2752",
		],
		["id a\nmodel vst-2752\n> a\n", null],
		["> PROG 7982 ECHO:\n@ +1s\n? runtime.mode away\n", null],
	])("%j", (text, why) => {
		expect(unreachable(conversation(text), "vst-2752")).toBe(why);
	});
});

/** Compares ours with a panel of another model on the air. */
async function compared(
	other: Model,
	text: string,
	quirks: readonly Quirk[],
): Promise<{ sent: number; differences: readonly Difference[] }> {
	const clock = virtualClock(NOON);
	const phones = await openPhoneNetwork({ clock, lines: [] });
	const panel = await startPanel({
		model: other,
		number: PANEL,
		clock,
		store: memoryStore(fresh(other)),
		onTrouble: (error) => {
			throw error;
		},
	});
	const atModem = connectModem(panel, {
		open: async () => phones.connect(PANEL),
		clock,
		onModem() {},
		onMail() {},
	});
	const modem = new GsmModem({
		open: async () => phones.connect(PHONE),
		clock,
		onEvent() {},
	});
	onTestFinished(async () => {
		await passing(clock, modem.close());
		await passing(clock, atModem.disconnect());
		await panel.close();
		await phones.close();
	});
	await passing(clock, Promise.all([atModem.modem.started, modem.started]));
	const differences: Difference[] = [];
	const comparison = new Comparison({
		model: vst2752,
		state: fresh(vst2752),
		numbering: asTyped,
		quirks,
		mailbox: modem,
		number: PANEL,
		clock,
		patience: 60_000,
		onDifference: (difference) => differences.push(difference),
	});
	await passing(clock, comparison.hold(located(text)));
	return { sent: comparison.sent, differences };
}

/** Lets time pass until something is done, with room for everybody on the way. */
async function passing<T>(clock: VirtualClock, work: Promise<T>): Promise<T> {
	let over = false;
	const end = () => {
		over = true;
	};
	work.then(end, end);
	while (!over) {
		await settle();
		await clock.advanceTo(clock.now() + 1000);
	}
	return await work;
}

function conversation(text: string) {
	return located(text).conversation;
}

function located(text: string) {
	const [found] = readTranscript(text, "it.smst");
	if (found?.located == null) throw new Error(JSON.stringify(found?.fault));
	return found.located;
}
