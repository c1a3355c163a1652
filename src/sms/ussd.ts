/**
 * USSD strings in packed 7-bit (3GPP TS 23.038, 6.1.2.3), as some modems want
 * them in `AT+CUSD` and answer them in `+CUSD`, in hexadecimal. There is no
 * length in front, so seven bits left over in the last octet must not read as
 * an `@`: they are filled with a carriage return.
 */
import { decodeGsm7, encodeGsm7, packSeptets, unpackSeptets } from "./gsm7.ts";

const carriageReturn = 0x0d;

/**
 * Text to octets. A text that fills its last octet and itself ends in a
 * carriage return gets a second one, so that the receiver does not take the
 * first for filling; to a display the two are one.
 * @throws RangeError for a character outside GSM-7.
 */
export function encodeUssd(text: string): Uint8Array {
	const septets = encodeGsm7(text);
	const full = septets.length > 0 && septets.length % 8 === 0;
	const pad =
		septets.length % 8 === 7 || (full && septets.at(-1) === carriageReturn);
	return packSeptets(
		pad ? Uint8Array.from([...septets, carriageReturn]) : septets,
	);
}

/** Any octets to text; a carriage return that fills the last octet is left out. */
export function decodeUssd(octets: Uint8Array): string {
	const septets = unpackSeptets(octets, Number.POSITIVE_INFINITY);
	const padded = septets.length % 8 === 0 && septets.at(-1) === carriageReturn;
	return decodeGsm7(padded ? septets.slice(0, -1) : septets);
}
