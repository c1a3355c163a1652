/** Notes what reaches a modem, and what the network takes from it. */
import { forwarded } from "../../src/network/forwarding.ts";
import type { PhoneLine } from "../../src/network/network.ts";
import type { Subscriber } from "../../src/network/subscriber.ts";
import { writeAddress } from "../../src/sms/address.ts";
import { handlesOf } from "../../src/sms/assembly.ts";
import type { Deliver } from "../../src/sms/deliver.ts";
import { partOf, type ReceivedPart } from "../../src/sms/received-part.ts";
import {
	type Collection,
	collectPart,
	emptyCollection,
	usualPatience,
} from "../../src/sms/segment-collector.ts";
import type { StatusReport } from "../../src/sms/status-report.ts";
import type { Submit } from "../../src/sms/submit.ts";
import type { Clock } from "../../src/time/clock.ts";

/** Longer than any test waits for what is still to come. */
const patience = { ...usualPatience, missingParts: 24 * 3_600_000 };

/**
 * As phones, to whom parts belong together by their reference however long one
 * takes; not so long that the reference has come round again.
 */
const phones = { missingParts: 30 * 60_000, apart: 30 * 60_000 };

/** Puts an observer between a line and its modem, who joins by himself what the modem takes. */
export function observedLine(line: PhoneLine, clock: Clock) {
	let collection: Collection<object> = emptyCollection;
	const messages: ReceivedPart[] = [];
	let outgoing: Collection<object> = emptyCollection;
	const sent: ReceivedPart[] = [];
	const hear = (submit: Submit) => {
		const now = clock.now();
		const to = writeAddress(submit.da);
		const part = partOf(forwarded(submit, to, now, 0));
		const collected = collectPart(outgoing, part, {}, now, phones);
		outgoing = collected.collection;
		for (const report of collected.reports) {
			if (report.type === "complete") sent.push(report.message);
		}
	};
	const see = (tpdu: Deliver | StatusReport) => {
		if (tpdu.type !== "deliver") return;
		const part = partOf(tpdu);
		const now = clock.now();
		const collected = collectPart(collection, part, {}, now, patience);
		collection = collected.collection;
		for (const report of collected.reports) {
			if (report.type === "complete") messages.push(report.message);
		}
	};
	return {
		/** Whole messages, in order; one that the network brought twice is here twice. */
		messages,
		/** Whole messages that the network accepted from it; `from` is whom they are for. */
		sent,
		/** Parts of messages that are not whole. */
		get orphans() {
			return collection.open.flatMap(handlesOf).length;
		},
		line: {
			...line,
			submit(submit: Submit) {
				const answer = line.submit(submit);
				if (answer.accepted) hear(submit);
				return answer;
			},
			connect(subscriber: Subscriber) {
				line.connect({
					...subscriber,
					deliver(tpdu, answer) {
						subscriber.deliver(tpdu, (verdict) => {
							if (verdict === "taken") see(tpdu);
							answer(verdict);
						});
					},
				});
			},
		},
	};
}
