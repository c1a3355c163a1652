/** PDUs of received messages and of delivery reports. */
import { readAddress } from "../../src/sms/address.ts";
import {
	encodeDcs,
	type MessageClass,
} from "../../src/sms/data-coding-scheme.ts";
import { encodePdu, type WrittenPdu } from "../../src/sms/pdu.ts";
import { splitText } from "../../src/sms/segments.ts";
import { timestampAt } from "../../src/sms/timestamp.ts";
import type { Tpdu } from "../../src/sms/tpdu.ts";
import { encodeConcatenation } from "../../src/sms/user-data-header.ts";

export interface DeliverOptions {
	readonly from?: string;
	/** Milliseconds since 1970. */
	readonly sentAt?: number;
	readonly reference?: number;
	readonly class?: MessageClass;
}

/** The DELIVERs of a text as a network brings them, in order. */
export function deliverPdus(
	text: string,
	{
		from = "+31612345678",
		sentAt = Date.UTC(2026, 10, 20, 11, 59),
		reference = 7,
		class: messageClass,
	}: DeliverOptions = {},
): WrittenPdu[] {
	return splitText(text).map((segment) => {
		const { number, total, alphabet } = segment;
		const part = { bits: 8, reference, total, number } as const;
		return written({
			type: "deliver",
			moreMessages: false,
			loopPrevention: false,
			statusReport: false,
			replyPath: false,
			oa: readAddress(from),
			pid: 0,
			dcs: encodeDcs(alphabet, messageClass ?? null),
			scts: timestampAt(sentAt),
			ud: {
				alphabet,
				header: total === 1 ? [] : [encodeConcatenation(part)],
				text: segment.text,
			},
		});
	});
}

/** A status report on an SMS of ours. */
export function reportPdu(mr: number, to: string, st: number): WrittenPdu {
	const time = timestampAt(Date.UTC(2026, 10, 20, 12, 1));
	return written({
		type: "status-report",
		moreMessages: false,
		loopPrevention: false,
		about: "submit",
		mr,
		ra: readAddress(to),
		scts: time,
		dt: time,
		st,
		pid: null,
		dcs: null,
		ud: null,
	});
}

function written(tpdu: Tpdu): WrittenPdu {
	const pdu = encodePdu(tpdu, readAddress("+15550009"));
	if (!pdu.ok) throw new Error(`${pdu.error.path}: ${pdu.error.message}`);
	return pdu.value;
}
