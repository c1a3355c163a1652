/** What the driver hands over for a text, and a modem that takes it. */
import { encodeOutgoingSms } from "../../src/sms/outgoing-sms.ts";
import type { WrittenPdu } from "../../src/sms/pdu.ts";
import { noon } from "./driven-modem.ts";

export const to = "+31612345678";
// The driver counts its references from the second it was made in.
const reference = ((noon / 1000) % 256) + 1;
// Each SMS begins with its mode: a modem may have fallen into the other one.
export const pduMode = ["> AT+CMGF=0\r", "< \r\nOK\r\n"];

/** The SMS of a text as they are handed over; reports are asked for. */
export function pdusOf(text: string, options = {}): WrittenPdu[] {
	const usual = { statusReport: true };
	const encoded = encodeOutgoingSms({
		to,
		text,
		reference,
		...usual,
		...options,
	});
	if (!encoded.ok) throw new Error(encoded.error.message);
	return encoded.value;
}

/** A modem that takes these, and counts references from 41. */
export function accepting(...pdus: WrittenPdu[]) {
	let mr = 40;
	const answers: [string, string[] | (() => string[])][] = [];
	for (const { hex, tpduLength } of pdus) {
		answers.push([`AT+CMGS=${tpduLength}`, ["> "]]);
		answers.push([`${hex}\u001a`, () => [`+CMGS: ${++mr}`, "OK"]]);
	}
	return Object.fromEntries(answers);
}

export function nothing(): WrittenPdu {
	throw new Error("the text has fewer parts");
}

/** The SMS of an answer. */
export const [ok = nothing()] = pdusOf("USRS:OK");
