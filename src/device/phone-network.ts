import type { Channel } from "../network/channel.ts";
import { type Network, virtualNetwork } from "../network/network.ts";
import type { Clock } from "../time/clock.ts";
import { inProcessLine } from "../transport/in-process.ts";
import type { Transport } from "../transport/transport.ts";
import type { EquipmentOptions } from "../virtual-modem/equipment/equipment.ts";
import {
	type VirtualModem,
	virtualModem,
} from "../virtual-modem/virtual-modem.ts";

export interface PhoneNetworkOptions {
	readonly clock: Clock;
	readonly channel?: Channel | undefined;
	/** Milliseconds that a message is on the air; none where left out. */
	readonly airTime?: number | undefined;
	/** What the modem of a number has. */
	readonly equipment?:
		| ((number: string) => Omit<EquipmentOptions, "clock" | "line">)
		| undefined;
}

/** The virtual network with its modems, within this process. */
export interface PhoneNetwork {
	readonly network: Network;
	/** The modem of a number; it is made at the first call. */
	modem(number: string): VirtualModem;
	/** A line within this process to the modem of a number. */
	connect(number: string): Transport;
	close(): Promise<void>;
}

export function phoneNetwork({
	clock,
	channel,
	airTime,
	equipment = () => ({}),
}: PhoneNetworkOptions): PhoneNetwork {
	const network = virtualNetwork({ clock, channel, airTime });
	const modems = new Map<string, VirtualModem>();
	const modem = (number: string): VirtualModem => {
		const known = modems.get(number);
		if (known !== undefined) return known;
		const line = network.line(number);
		const made = virtualModem({ ...equipment(number), clock, line });
		modems.set(number, made);
		return made;
	};
	return {
		network,
		modem,
		connect(number) {
			const [ours, its] = inProcessLine(`virtual:${number}`);
			void modem(number).attach(its);
			return ours;
		},
		async close() {
			await Promise.all([...modems.values()].map((each) => each.powerOff()));
		},
	};
}
