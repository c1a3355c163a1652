/** A virtual modem with programs at its line, and a phone. */

import { type Channel, channel } from "../../src/network/channel.ts";
import { type Network, virtualNetwork } from "../../src/network/network.ts";
import { type OutgoingSms, submitsOf } from "../../src/sms/outgoing-sms.ts";
import { partOf } from "../../src/sms/received-part.ts";
import type { Tpdu } from "../../src/sms/tpdu.ts";
import {
	type VirtualClock,
	virtualClock,
} from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import {
	type VirtualModem,
	type VirtualModemOptions,
	virtualModem,
} from "../../src/virtual-modem/virtual-modem.ts";
import { bytesOf } from "./line-reader.ts";

/** Friday, 20 November 2026, 20:31:54 UTC. */
export const start = Date.UTC(2026, 10, 20, 20, 31, 54);

/** A modem at +15550101 with programs at its line, and somebody else at +15550100. */
export interface ModemAtNetwork {
	readonly clock: VirtualClock;
	readonly network: Network;
	readonly modem: VirtualModem;
	/** A program at a line of its own. */
	program(): Program;
	/** What came for +15550100. */
	readonly received: Tpdu[];
	/** The same as `sender: text`; reports as `report <mr>: <st>`. */
	texts(): string[];
	/** Texts from +15550100, to the modem where nothing else is given. */
	text(text: string, options?: Partial<OutgoingSms>): Promise<void>;
	/** Lets so many milliseconds pass. */
	advance(duration: number): Promise<void>;
}

export interface Program {
	/** Writes, and takes what the modem said since the last time. */
	say(typed: string): Promise<string>;
	/** Writes one after the other: each with what it was answered. */
	exchange(...typed: string[]): Promise<(readonly [string, string])[]>;
	/** Says and checks nothing: settings that a test is not about. */
	settle(...typed: string[]): Promise<void>;
	hangUp(): Promise<void>;
	readonly isOver: () => boolean;
}

export function modemAtNetwork(
	options: Partial<VirtualModemOptions> = {},
	through: Channel = channel(),
): ModemAtNetwork {
	const clock = virtualClock(start);
	const network = virtualNetwork({
		clock,
		channel: through,
		callingCode: "32",
	});
	const other = network.line("+15550100");
	const received: Tpdu[] = [];
	other.connect({
		deliver(tpdu, answer) {
			received.push(tpdu);
			answer("taken");
		},
		startFault() {},
	});
	const line = network.line("+15550101");
	const modem = virtualModem({ clock, line, ...options });
	const advance = async (duration: number) => {
		await clock.advanceTo(clock.now() + duration);
		await quiet();
	};
	return {
		clock,
		network,
		modem,
		received,
		texts: () =>
			received.map((tpdu) => {
				if (tpdu.type === "status-report")
					return `report ${tpdu.mr}: ${tpdu.st}`;
				if (tpdu.type === "submit") return "submit";
				const { from, text } = partOf(tpdu);
				return `${from}: ${text}`;
			}),
		async text(text, more = {}) {
			const submits = submitsOf({
				to: "+15550101",
				text,
				reference: 1,
				...more,
			});
			if (!submits.ok) throw new Error(submits.error.message);
			for (const submit of submits.value) other.submit(submit);
			await advance(0);
		},
		advance,
		program() {
			const [near, far] = inProcessLine();
			let said = "";
			let over = false;
			const listen = async () => {
				for await (const bytes of near.bytes)
					said += Buffer.from(bytes).toString("latin1");
				over = true;
			};
			void modem.attach(far);
			void listen();
			const say = async (typed: string) => {
				if (typed !== "") await near.write(bytesOf(typed));
				await quiet();
				const answer = said;
				said = "";
				return answer;
			};
			return {
				say,
				async exchange(...typed) {
					const pairs: (readonly [string, string])[] = [];
					for (const text of typed) pairs.push([text, await say(text)]);
					return pairs;
				},
				async settle(...typed) {
					for (const text of typed) await say(text);
				},
				hangUp: () => near.close(),
				isOver: () => over,
			};
		},
	};
}

/** Until everything that was written in this process has been read. */
async function quiet(): Promise<void> {
	for (let round = 0; round < 3; round++) await new Promise(setImmediate);
}
