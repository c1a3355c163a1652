/**
 * Octets as text with one character for each, and back (ISO 8859-1). Without
 * Node's Buffer: a page speaks with a modem, too.
 */

/** @param text characters up to U+00FF; of others the lower octet is taken */
export function octetsOf(text: string): Uint8Array {
	const octets = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at += 1) octets[at] = text.charCodeAt(at);
	return octets;
}

export function textOf(octets: Uint8Array): string {
	let text = "";
	for (const octet of octets) text += String.fromCharCode(octet);
	return text;
}
