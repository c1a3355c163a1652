/** A line of the virtual network as a mailbox: no modem, no AT, one SMS a text. */
import type { PhoneLine } from "../../src/network/network.ts";
import type { IncomingSms, Mailbox } from "../../src/sms/mailbox.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";
import { partOf } from "../../src/sms/received-part.ts";
import { arrivals } from "../../src/transport/arrivals.ts";

export function networkMailbox(line: PhoneLine): Mailbox & { close(): void } {
	const incoming = arrivals<IncomingSms>();
	let reference = 0;
	line.connect({
		deliver(tpdu, answer) {
			if (tpdu.type !== "deliver") {
				answer("taken");
				return;
			}
			const { from, named, text, sentAt } = partOf(tpdu);
			incoming.push({
				from,
				named,
				text,
				sentAt,
				reference: null,
				forget: async () => answer("taken"),
			});
		},
		startFault() {},
	});
	return {
		incoming,
		async send(to, text) {
			reference = (reference + 1) % 256;
			const submits = submitsOf({ to, text, reference });
			if (!submits.ok)
				return { sent: false, reason: submits.error.message, retry: false };
			for (const submit of submits.value) line.submit(submit);
			return { sent: true, references: [reference] };
		},
		close: () => incoming.end(),
	};
}
