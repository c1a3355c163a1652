/** A panel in the house on a modem of the virtual network, with Anna's phone. */
import { onTestFinished } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import { houseOf } from "../../src/http/house/house.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { ANNA, panelWithPeople } from "./panel-with-people.ts";
import { phone } from "./phone.ts";
import { pass } from "./scripted-line.ts";
import { NOON, PANEL } from "./texting.ts";

/** Bob's number is nobody's. It ends with the test. */
export async function houseWithModem(
	allowControl = true,
	state: PanelState = panelWithPeople,
) {
	const clock = virtualClock(NOON);
	const network = virtualNetwork({ clock });
	const modem = virtualModem({ clock, line: network.line(PANEL) });
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(state),
		onTrouble: (error) => {
			throw error;
		},
	});
	const { disconnect } = connectModem(panel, {
		clock,
		open: async () => {
			const [near, far] = inProcessLine();
			void modem.attach(far);
			return near;
		},
		onModem() {},
		onMail() {},
	});
	const house = houseOf(panel, {
		clock,
		machine: clock,
		speed: 1,
		allowControl,
		showSecrets: false,
		showDuress: false,
		isLive: () => true,
		ailments: () => [],
		mqtt: () => null,
		disk: null,
		currency: "",
	});
	onTestFinished(async () => {
		await disconnect();
		await panel.close();
	});
	await pass(clock, 5000);
	return {
		clock,
		panel,
		modem,
		held: house,
		anna: phone(network, ANNA),
		pass: (time: number) => pass(clock, time),
	};
}
