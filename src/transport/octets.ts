/**
 * Octets as text with one character for each, and back (ISO 8859-1). Without
 * Node's Buffer: a page speaks with a modem, too.
 */

const utf8 = new TextEncoder();
/** A call takes only so many arguments. */
const CHUNK = 4096;

/** @param text characters up to U+00FF; of others the lower octet is taken */
export function octetsOf(text: string): Uint8Array {
	const encoded = utf8.encode(text);
	// Most of what is said on a line is ASCII, which is its own octets.
	if (encoded.length === text.length) return encoded;
	return Uint8Array.from(text, (_, at) => text.charCodeAt(at));
}

export function textOf(octets: Uint8Array): string {
	let text = "";
	for (let at = 0; at < octets.length; at += CHUNK)
		text += String.fromCharCode.apply(
			null,
			octets.subarray(at, at + CHUNK) as unknown as number[],
		);
	return text;
}
