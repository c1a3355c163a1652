import { messageOf } from "../error-message.ts";
import type { Channel } from "../network/channel.ts";
import { type Network, virtualNetwork } from "../network/network.ts";
import type { Clock } from "../time/clock.ts";
import { inProcessLine } from "../transport/in-process.ts";
import type { Transport } from "../transport/transport.ts";
import type { TransportPlace } from "../transport/transport-url.ts";
import { type Attachment, attachAt } from "../virtual-modem/attachment.ts";
import type { EquipmentOptions } from "../virtual-modem/equipment/equipment.ts";
import {
	type VirtualModem,
	virtualModem,
} from "../virtual-modem/virtual-modem.ts";

/** A phone line that programs can attach to. */
export interface LineWish {
	readonly number: string;
	readonly place: TransportPlace;
}

/** A phone line, and where it really is. */
export interface OpenLine {
	readonly number: string;
	/** `tcp://127.0.0.1:43917`, `pty:phone.tty` */
	readonly url: string;
}

export interface PhoneNetworkOptions {
	readonly clock: Clock;
	readonly lines: readonly LineWish[];
	readonly channel?: Channel | undefined;
	/** Milliseconds that a message is on the air; none where left out. */
	readonly airTime?: number | undefined;
	/** Bits per second of every line; without limit where left out. */
	readonly baud?: number | undefined;
	/** Put around the line of a program at a number's modem. */
	readonly around?:
		| ((number: string, line: Transport) => Transport)
		| undefined;
	/** What the modem of a number has. */
	readonly equipment?:
		| ((number: string) => Omit<EquipmentOptions, "clock" | "line">)
		| undefined;
}

/** The virtual network with its modems: the panel's, and those that programs attach to. */
export interface PhoneNetwork {
	readonly network: Network;
	readonly lines: readonly OpenLine[];
	/** The modem of a number; it is made at the first call. */
	modem(number: string): VirtualModem;
	/** A line within this process to the modem of a number. */
	connect(number: string): Transport;
	close(): Promise<void>;
}

/**
 * Opens the lines.
 * @throws Error naming the line that cannot be opened; none is open then
 */
export async function openPhoneNetwork({
	clock,
	lines,
	channel,
	airTime,
	baud,
	around,
	equipment = () => ({}),
}: PhoneNetworkOptions): Promise<PhoneNetwork> {
	const network = virtualNetwork({ clock, channel, airTime });
	const modems = new Map<string, VirtualModem>();
	const attachments: Attachment[] = [];
	const open: OpenLine[] = [];

	const modem = (number: string): VirtualModem => {
		const known = modems.get(number);
		if (known !== undefined) return known;
		const line = network.line(number);
		const made = virtualModem({ ...equipment(number), clock, line });
		modems.set(number, made);
		return made;
	};
	const close = async () => {
		await Promise.all(attachments.map((each) => each.close()));
		await Promise.all([...modems.values()].map((each) => each.powerOff()));
	};
	for (const { number, place } of lines)
		try {
			const attachment = await attachAt(modem(number), place, {
				...{ clock, baud },
				around: around && ((line) => around(number, line)),
			});
			attachments.push(attachment);
			open.push({ number, url: attachment.url });
		} catch (error) {
			await close();
			const why = messageOf(error);
			throw new Error(`--line ${number}: ${why}`, { cause: error });
		}
	return {
		network,
		lines: open,
		modem,
		connect(number) {
			const [ours, its] = inProcessLine(`virtual:${number}`);
			void modem(number).attach(its);
			return ours;
		},
		close,
	};
}
