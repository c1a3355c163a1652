import { readAddress } from "./address.ts";
import { encodeDcs, type MessageClass } from "./data-coding-scheme.ts";
import { encodePdu, type WrittenPdu } from "./pdu.ts";
import type { Encoded } from "./pdu-error.ts";
import { maximumParts, splitText, type Tie } from "./segments.ts";
import type { Submit } from "./submit.ts";
import { encodeConcatenation } from "./user-data-header.ts";
import type { ValidityPeriod } from "./validity-period.ts";

/** A text on its way out, of any length. */
export interface OutgoingSms {
	/** As `readAddress` reads it: `+31612345678`, `1234`. */
	readonly to: string;
	readonly text: string;
	/**
	 * Ties the parts of a longer text together: 0 to 255, or to 65535 with a
	 * 16-bit tie. Best a different one for each message to the same number.
	 */
	readonly reference: number;
	/** 8-bit where left out. */
	readonly tie?: Tie | undefined;
	/** At most so many characters in a part; see `measure`. */
	readonly cut?: number | undefined;
	/** Ask for a status report for every part. */
	readonly statusReport?: boolean | undefined;
	readonly class?: MessageClass | null | undefined;
	readonly validityPeriod?: ValidityPeriod | null | undefined;
}

/**
 * The SUBMITs of a text, in order. Their TP-MR is 0, for the modem to set.
 * More than 255 parts or a reference that is too wide is an error.
 */
export function submitsOf(sms: OutgoingSms): Encoded<Submit[]> {
	const { text, reference, tie = "8-bit" } = sms;
	const segments = splitText(text, sms.cut, tie);
	if (segments.length > maximumParts) {
		const message = `${segments.length} parts, at most ${maximumParts} make a message`;
		return { ok: false, error: { path: "text", message } };
	}
	const highest = tie === "16-bit" ? 0xffff : 0xff;
	if (!Number.isInteger(reference) || reference < 0 || reference > highest) {
		const message = `${reference} is not in 0 to ${highest}`;
		return { ok: false, error: { path: "reference", message } };
	}
	const da = readAddress(sms.to);
	const submits = segments.map(({ text, alphabet, number, total }): Submit => {
		const bits = tie === "16-bit" ? 16 : 8;
		const alone = total === 1 || tie === "none";
		const part = { bits, reference, total, number } as const;
		return {
			type: "submit",
			rejectDuplicates: false,
			statusReport: sms.statusReport ?? false,
			replyPath: false,
			mr: 0,
			da,
			pid: 0,
			dcs: encodeDcs(alphabet, sms.class ?? null),
			vp: sms.validityPeriod ?? null,
			ud: { alphabet, header: alone ? [] : [encodeConcatenation(part)], text },
		};
	});
	return { ok: true, value: submits };
}

/** The PDUs of a text, in order, each for an `AT+CMGS`: all of them, or why there are none. */
export function encodeOutgoingSms(sms: OutgoingSms): Encoded<WrittenPdu[]> {
	if (sms.to === "") {
		return {
			ok: false,
			error: { path: "to", message: "there is no number" },
		};
	}
	const submits = submitsOf(sms);
	if (!submits.ok) return submits;
	const written: WrittenPdu[] = [];
	for (const submit of submits.value) {
		const pdu = encodePdu(submit);
		if (!pdu.ok) return pdu;
		written.push(pdu.value);
	}
	return { ok: true, value: written };
}
