import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { openPhoneNetwork } from "../../src/device/open-phone-network.ts";
import { startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";

test("a mobile network that is lost for a minute is a trouble of the panel, until it is found", async () => {
	const clock = virtualClock(NOON);
	const fail = (error: unknown) => {
		throw error;
	};
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(fresh(vst2752)),
		onTrouble: fail,
	});
	const phones = await openPhoneNetwork({ clock, lines: [] });
	const { equipment } = phones.modem(PANEL);
	const atModem = connectModem(panel, {
		open: async () => phones.connect(PANEL),
		clock,
		onModem() {},
		onMail() {},
	});
	const pass = async (seconds: number) => {
		for (let second = 0; second < seconds; second += 1) {
			await clock.advanceTo(clock.now() + 1000);
			for (let turn = 0; turn < 5; turn += 1) await setImmediate();
		}
	};
	const troubles = () => panel.state.runtime.troubles.map(({ name }) => name);
	await pass(5);
	expect(troubles()).toEqual([]);

	equipment.coverage = 0;
	equipment.changed();
	await pass(100);
	expect(troubles()).toEqual(["gsm"]);

	equipment.coverage = 1;
	equipment.changed();
	await pass(40);
	expect(troubles()).toEqual([]);
	expect(
		panel.state.runtime.log.map(({ event, about }) => `${event} ${about}`),
	).toEqual(["trouble gsm", "restored gsm"]);
	await atModem.disconnect();
	await phones.close();
});
