/** A virtual network with phones, in virtual time. */
import {
	type Network,
	type NetworkOptions,
	type PhoneLine,
	type SubmitAnswer,
	virtualNetwork,
} from "../../src/network/network.ts";
import type { PhoneLineFault } from "../../src/network/phone-line-fault.ts";
import type { DeliveryAnswer } from "../../src/network/subscriber.ts";
import { writeAddress } from "../../src/sms/address.ts";
import { type OutgoingSms, submitsOf } from "../../src/sms/outgoing-sms.ts";
import { partOf } from "../../src/sms/received-part.ts";
import { isoTimestamp, type Timestamp } from "../../src/sms/timestamp.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";

/** A network in virtual time, beginning at 2026-01-01T00:00:00Z. */
export interface NetworkScene {
	readonly network: Network;
	phone(number: string): ScenePhone;
	advance(duration: number): Promise<void>;
	/** The traffic so far, without what is 0. */
	counts(): Record<string, number>;
}

export interface ScenePhone {
	readonly line: PhoneLine;
	/** What it took: when, from whom, at which centre's time, and the text. */
	readonly inbox: string[];
	readonly troubles: string[];
	/** How it answers; null for not at all. */
	verdict: DeliveryAnswer | null;
	tries: number;
	readonly unanswered: ((verdict: DeliveryAnswer) => void)[];
	onText: (text: string) => void;
	text(
		to: string,
		text: string,
		options?: Partial<OutgoingSms>,
	): SubmitAnswer | null;
}

export function networkScene(
	options: Partial<NetworkOptions> = {},
): NetworkScene {
	const start = Date.UTC(2026, 0, 1);
	const clock = virtualClock(start);
	const network = virtualNetwork({ clock, ...options });
	return {
		network,
		advance: (duration) => clock.advanceTo(clock.now() + duration),
		counts: () =>
			Object.fromEntries(
				Object.entries(network.traffic).filter(([, count]) => count > 0),
			),
		phone(number) {
			const line = network.line(number);
			const phone: ScenePhone = {
				line,
				inbox: [],
				troubles: [],
				verdict: "taken",
				tries: 0,
				unanswered: [],
				onText: () => {},
				text(to, text, more = {}) {
					const submits = submitsOf({ to, text, reference: 1, ...more });
					if (!submits.ok) throw new Error(submits.error.message);
					let answer: SubmitAnswer | null = null;
					for (const submit of submits.value)
						answer = line.submit({ ...submit, mr: 7 });
					return answer;
				},
			};
			line.connect({
				deliver(tpdu, answer) {
					phone.tries += 1;
					if (phone.verdict === null) phone.unanswered.push(answer);
					else answer(phone.verdict);
					if (phone.verdict !== "taken") return;
					const now = new Date(clock.now()).toISOString().slice(11, 23);
					if (tpdu.type === "status-report") {
						const { mr, ra, st, scts, dt } = tpdu;
						phone.inbox.push(
							`${now} report ${mr} to ${writeAddress(ra)}: ${st} (${timeOf(scts)} to ${timeOf(dt)})`,
						);
						return;
					}
					const { from, text } = partOf(tpdu);
					phone.inbox.push(`${now} ${from} (${timeOf(tpdu.scts)}): ${text}`);
					phone.onText(text);
				},
				startFault({ kind, duration }: PhoneLineFault) {
					phone.troubles.push(`${kind} ${duration}`);
				},
			});
			return phone;
		},
	};
}

function timeOf(timestamp: Timestamp): string {
	return timestamp.valid ? isoTimestamp(timestamp).slice(11, 19) : "invalid";
}
