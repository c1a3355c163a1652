import type { Decoded } from "./pdu-error.ts";

/**
 * Octets from hexadecimal text as modems, logs and people write it: either
 * case, white space anywhere, and the Ctrl-Z that ends a PDU behind `AT+CMGS`.
 * Errors have the path `hex` and the offset of the octet that cannot be read.
 */
export function readHex(text: string): Decoded<Uint8Array> {
	const digits = text.replace(/\u001a\s*$/, "").replace(/\s+/g, "");
	const wrong = digits.search(/[^0-9a-f]/i);
	if (wrong >= 0) {
		const found = JSON.stringify(
			String.fromCodePoint(digits.codePointAt(wrong) ?? 0),
		);
		return hexError(wrong >> 1, `${found} is not a hexadecimal digit`);
	}
	if (digits.length % 2 === 1) {
		return hexError(digits.length >> 1, "half an octet: a digit is missing");
	}
	const octets = new Uint8Array(digits.length / 2);
	for (let at = 0; at < octets.length; at++)
		octets[at] =
			(digitOf(digits.charCodeAt(at * 2)) << 4) |
			digitOf(digits.charCodeAt(at * 2 + 1));
	return { ok: true, value: octets };
}

/** Of a digit's code; letters, large and small, have 1 for A in their lowest bits. */
function digitOf(code: number): number {
	return code <= 0x39 ? code - 0x30 : (code & 0x7) + 9;
}

function hexError(octet: number, message: string): Decoded<Uint8Array> {
	return { ok: false, error: { path: "hex", octet, message } };
}

const hexOf = Array.from({ length: 256 }, (_, octet) =>
	octet.toString(16).padStart(2, "0").toUpperCase(),
);

/** Octets as capital hexadecimal digits without spaces, as modems write them. */
export function writeHex(octets: Uint8Array): string {
	let text = "";
	for (const octet of octets) text += hexOf[octet];
	return text;
}
