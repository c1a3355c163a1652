/**
 * 8-bit data is whatever its sender says it is (3GPP TS 23.038, 4). Where it
 * has to be shown as text, this shows what most phones show: Latin-1, each
 * octet the character of that number, so that no octet is lost.
 */

/** Octets to text, one character each. */
export function decodeEightBit(octets: Uint8Array): string {
	let text = "";
	for (const octet of octets) text += String.fromCharCode(octet);
	return text;
}

/**
 * Text to octets.
 * @throws RangeError for a character beyond U+00FF.
 */
export function encodeEightBit(text: string): Uint8Array {
	return Uint8Array.from({ length: text.length }, (_, at) => {
		const unit = text.charCodeAt(at);
		if (unit > 0xff) {
			throw new RangeError(`${JSON.stringify(text.charAt(at))} is not Latin-1`);
		}
		return unit;
	});
}
