import { randomBytes } from "node:crypto";
import type { Clock } from "../time/clock.ts";
import { connectTcp } from "../transport/tcp.ts";
import { connectUdp } from "../transport/udp.ts";
import { Dc09Receiver } from "./dc09/dc09-receiver.ts";
import type { Dc09Settings } from "./dc09/dc09-settings.ts";
import type { ReceiverAddress } from "./receiver-address.ts";

/**
 * The receiver of a destination, on this machine's network. Nothing is connected
 * before something is sent.
 *
 * @param clock the machine's, also where the panel's runs faster
 */
export function openReceiver(
	address: ReceiverAddress,
	settings: Dc09Settings,
	clock: Clock,
	onSupervision: (present: boolean) => void = () => {},
): Dc09Receiver {
	const connect = address.carrier === "udp" ? connectUdp : connectTcp;
	return new Dc09Receiver({
		address,
		settings,
		clock,
		onSupervision,
		open: (signal) => connect(address, signal),
		wallTime: () => clock.now(),
		chance: randomBytes,
	});
}
