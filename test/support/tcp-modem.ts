/** A virtual modem that programs reach over TCP, and a phone. */
import { afterEach, beforeEach } from "vitest";
import { type Channel, channel } from "../../src/network/channel.ts";
import { type Network, virtualNetwork } from "../../src/network/network.ts";
import type { Deliver } from "../../src/sms/deliver.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";
import { partOf } from "../../src/sms/received-part.ts";
import { systemClock as clock } from "../../src/time/system-clock.ts";
import { attachAt } from "../../src/virtual-modem/attachment.ts";
import type { CommandTable } from "../../src/virtual-modem/session/handler.ts";
import {
	type VirtualModem,
	type VirtualModemOptions,
	virtualModem,
} from "../../src/virtual-modem/virtual-modem.ts";

/** A modem at +15550100 that programs reach over TCP, and a phone at +15550101. */
export interface TcpModem {
	readonly modem: VirtualModem;
	readonly network: Network;
	/** `tcp://127.0.0.1:43917` */
	readonly url: string;
	/** What came to the phone. */
	readonly texts: string[];
	/** The same, whole. */
	readonly received: Deliver[];
	/** Texts the modem from the phone. */
	text(text: string): void;
}

export interface TcpModemOptions extends Partial<VirtualModemOptions> {
	readonly through?: Channel;
	readonly commands?: CommandTable;
}

/** Makes benches that are gone after the test. */
export function tcpModems(): (options?: TcpModemOptions) => Promise<TcpModem> {
	let ends: (() => Promise<void>)[] = [];
	beforeEach(() => {
		ends = [];
	});
	afterEach(async () => {
		for (const end of ends) await end();
	});
	return async ({ through = channel(), ...options } = {}) => {
		const network = virtualNetwork({ clock, channel: through });
		const texts: string[] = [];
		const received: Deliver[] = [];
		const phone = network.line("+15550101");
		phone.connect({
			deliver(tpdu, answer) {
				if (tpdu.type === "deliver") {
					received.push(tpdu);
					texts.push(partOf(tpdu).text);
				}
				answer("taken");
			},
			startFault() {},
		});
		const line = network.line("+15550100");
		const modem = virtualModem({ clock, line, ...options });
		const place = { kind: "tcp", host: "127.0.0.1", port: 0 } as const;
		const attachment = await attachAt(modem, place, { clock });
		ends.push(async () => {
			await modem.powerOff();
			await attachment.close();
		});
		return {
			modem,
			network,
			texts,
			received,
			url: attachment.url,
			text(text) {
				const submits = submitsOf({ to: "+15550100", text, reference: 1 });
				if (!submits.ok) throw new Error(submits.error.message);
				for (const submit of submits.value) phone.submit(submit);
			},
		};
	};
}
