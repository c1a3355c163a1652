/** A phone on the virtual network, without a modem. */
import type { Network } from "../../src/network/network.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";
import { partOf } from "../../src/sms/received-part.ts";
import {
	type Collection,
	collectPart,
	emptyCollection,
} from "../../src/sms/segment-collector.ts";

export interface Phone {
	/** Whole texts that it got, in order. */
	readonly texts: string[];
	/** Sends one; throws where the network refuses. */
	text(to: string, text: string): void;
}

// As most phones: parts belong together by their reference, whenever they come.
const patience = {
	missingParts: Number.POSITIVE_INFINITY,
	apart: Number.POSITIVE_INFINITY,
};

/** Messages of several parts that it remembers to have had. */
const REMEMBERED = 100;

export function phone(network: Network, number: string): Phone {
	const line = network.line(number);
	const texts: string[] = [];
	let collection: Collection<number> = emptyCollection;
	let reference = 0;
	line.connect({
		deliver(tpdu, answer) {
			answer("taken");
			if (tpdu.type !== "deliver") return;
			const part = partOf(tpdu);
			const collected = collectPart(collection, part, 0, 0, patience);
			const { open, done } = collected.collection;
			// It knows a repeated part for a while, not for ever.
			collection = { open, done: done.slice(-REMEMBERED) };
			for (const report of collected.reports) {
				if (report.type === "complete") texts.push(report.message.text);
			}
		},
		startFault() {},
	});
	return {
		texts,
		text(to, text) {
			reference = (reference + 1) % 256;
			const submits = submitsOf({ to, text, reference });
			if (!submits.ok) throw new Error(submits.error.message);
			for (const submit of submits.value) {
				const answer = line.submit(submit);
				if (!answer.accepted) throw new Error(`CMS ${answer.cms}`);
			}
		},
	};
}
