import type { PhoneLine } from "../network/network.ts";
import type { DeliveryAnswer, Subscriber } from "../network/subscriber.ts";
import type { PhoneLineFault, TroubleKind } from "../network/trouble.ts";
import { submitsOf } from "../sms/outgoing-sms.ts";
import { partOf, type ReceivedPart } from "../sms/received-part.ts";
import {
	type Collection,
	collectPart,
	emptyCollection,
} from "../sms/segment-collector.ts";
import type { Clock } from "../time/clock.ts";

/** What came of handing a text to the network. */
export type Handed =
	| "accepted"
	/** It may be taken later: the phone is off the network. */
	| "away"
	/** No SMS carries it. */
	| "impossible"
	/** With the number of a `+CMS ERROR`. */
	| { readonly cms: number };

/**
 * One end of the network in virtual time, without a modem: it joins the parts of
 * what comes, and what befalls a modem keeps it from taking and sending. The
 * panel's modem in a replay, and each phone.
 */
export class AirEnd implements Subscriber {
	private readonly clock: Clock;
	private readonly line: PhoneLine;
	private readonly onText: (whole: ReceivedPart) => void;
	private readonly onReady: () => void;
	private readonly troubles = new Map<TroubleKind, number>();
	private collection: Collection<null> = emptyCollection;
	private reference = 0;

	constructor(
		clock: Clock,
		line: PhoneLine,
		onText: (whole: ReceivedPart) => void,
		onReady: () => void = () => {},
	) {
		this.clock = clock;
		this.line = line;
		this.onText = onText;
		this.onReady = onReady;
		line.connect(this);
	}

	deliver(
		tpdu: Parameters<Subscriber["deliver"]>[0],
		answer: (verdict: DeliveryAnswer) => void,
	): void {
		const verdict = this.verdict();
		answer(verdict);
		if (verdict !== "taken" || tpdu.type !== "deliver") return;
		const now = this.clock.now();
		const part = partOf(tpdu);
		const { collection, reports } = collectPart(
			this.collection,
			part,
			null,
			now,
		);
		this.collection = collection;
		for (const report of reports)
			if (report.type === "complete") this.onText(report.message);
	}

	suffer({ kind, duration }: PhoneLineFault): void {
		const until = this.clock.now() + duration;
		this.troubles.set(kind, Math.max(until, this.troubles.get(kind) ?? until));
		this.clock.at(until, () => {
			if (this.verdict() !== "taken") return;
			this.line.ready();
			this.onReady();
		});
	}

	/** Sends a text, as many SMS as it takes. */
	text(to: string, text: string): Handed {
		if (this.isAway) return "away";
		this.reference = (this.reference + 1) % 256;
		const submits = submitsOf({ to, text, reference: this.reference });
		if (!submits.ok) return "impossible";
		for (const submit of submits.value) {
			const answer = this.line.submit(submit);
			if (!answer.accepted) return answer;
		}
		return "accepted";
	}

	private get isAway(): boolean {
		return this.verdict() === "unreachable";
	}

	private verdict(): DeliveryAnswer {
		const now = this.clock.now();
		let verdict: DeliveryAnswer = "taken";
		for (const [kind, until] of this.troubles) {
			if (until <= now) continue;
			if (kind !== "storage-full") return "unreachable";
			verdict = "memory-full";
		}
		return verdict;
	}
}
