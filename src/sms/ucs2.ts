/**
 * UCS-2 as phones send it: 16-bit units, high octet first (3GPP TS 23.038,
 * 6.2.3). Characters beyond the 16 bits go as surrogate pairs, which strictly
 * is UTF-16. A lone surrogate is kept as it is: where a sender cut a pair between
 * two parts, joining the parts gives the pair again.
 */

/** Text to octets, two for each UTF-16 unit. */
export function encodeUcs2(text: string): Uint8Array {
	const octets = new Uint8Array(text.length * 2);
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		octets[at * 2] = unit >> 8;
		octets[at * 2 + 1] = unit & 0xff;
	}
	return octets;
}

/** Octets to text; half a unit at the end is no character. */
export function decodeUcs2(octets: Uint8Array): string {
	let text = "";
	for (let at = 0; at + 1 < octets.length; at += 2) {
		text += String.fromCharCode(
			((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0),
		);
	}
	return text;
}
