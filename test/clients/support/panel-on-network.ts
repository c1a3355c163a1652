import { startPanel } from "../../../src/device/panel.ts";
import { connectModem } from "../../../src/device/panel-at-modem.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import {
	type Network,
	usualAirTime,
	virtualNetwork,
} from "../../../src/network/network.ts";
import { memoryStore } from "../../../src/store/memory-store.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { inProcessLine } from "../../../src/transport/in-process.ts";
import { virtualModem } from "../../../src/virtual-modem/virtual-modem.ts";
import { fresh } from "../../support/texting.ts";

export const panelNumber = "+15550100";
export const order = "PROG 7982 USRS:1,1234,,1";
export const confirmation = "USRS:OK";

/** A panel of the default model at {@link panelNumber}, on a modem of its own. */
export async function panelOnNetwork(): Promise<{
	readonly network: Network;
	close(): Promise<void>;
}> {
	const clock = systemClock;
	const network = virtualNetwork({
		clock,
		callingCode: "32",
		airTime: usualAirTime,
	});
	const modem = virtualModem({ clock, line: network.line(panelNumber) });
	const fail = (error: unknown) => {
		throw error;
	};
	const panel = await startPanel({
		model: vst2752,
		number: panelNumber,
		clock,
		store: memoryStore(fresh(vst2752)),
		onTrouble: fail,
	});
	const atModem = connectModem(panel, {
		async open() {
			const [ours, its] = inProcessLine("the panel's modem");
			void modem.attach(its);
			return ours;
		},
		clock,
		onModem() {},
		onMail() {},
	});
	await atModem.modem.started;
	return {
		network,
		async close() {
			await atModem.disconnect();
			await modem.powerOff();
			await panel.close();
		},
	};
}
