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
	return {
		ok: true,
		value: Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
			Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
		),
	};
}

function hexError(octet: number, message: string): Decoded<Uint8Array> {
	return { ok: false, error: { path: "hex", octet, message } };
}

/** Octets as capital hexadecimal digits without spaces, as modems write them. */
export function writeHex(octets: Uint8Array): string {
	let text = "";
	for (const octet of octets) text += octet.toString(16).padStart(2, "0");
	return text.toUpperCase();
}
