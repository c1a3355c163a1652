import { failureText } from "../store/system-error.ts";
import type { Transport } from "../transport/transport.ts";
import type { TransportPlace } from "../transport/transport-url.ts";
import { type Attachment, attachAt } from "../virtual-modem/attachment.ts";
import {
	type PhoneNetwork,
	type PhoneNetworkOptions,
	phoneNetwork,
} from "./phone-network.ts";

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

export interface OpenPhoneNetworkOptions extends PhoneNetworkOptions {
	readonly lines: readonly LineWish[];
	/** Bits per second of every line; without limit where left out. */
	readonly baud?: number | undefined;
	/** Put around the line of a program at a number's modem. */
	readonly around?:
		| ((number: string, line: Transport) => Transport)
		| undefined;
}

/** The virtual network with its modems: the panel's, and those that programs attach to. */
export interface OpenPhoneNetwork extends PhoneNetwork {
	readonly lines: readonly OpenLine[];
}

/**
 * Opens the lines.
 * @throws Error naming the line that cannot be opened; none is open then
 */
export async function openPhoneNetwork({
	lines,
	baud,
	around,
	...options
}: OpenPhoneNetworkOptions): Promise<OpenPhoneNetwork> {
	const phones = phoneNetwork(options);
	const attachments: Attachment[] = [];
	const open: OpenLine[] = [];
	const close = async () => {
		await Promise.all(attachments.map((each) => each.close()));
		await phones.close();
	};
	for (const { number, place } of lines)
		try {
			const attachment = await attachAt(phones.modem(number), place, {
				clock: options.clock,
				baud,
				around: around && ((line) => around(number, line)),
			});
			attachments.push(attachment);
			open.push({ number, url: attachment.url });
		} catch (error) {
			await close();
			const why = failureText(error);
			throw new Error(`--line ${number}: ${why}`, { cause: error });
		}
	return { ...phones, lines: open, close };
}
