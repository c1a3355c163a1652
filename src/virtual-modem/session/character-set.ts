/**
 * `+CSCS`: what the bytes of a text between program and modem mean (3GPP TS
 * 27.007, 5.5). Texts on the line have one character per byte.
 */
import { decodeGsm7, encodeGsm7, isGsm7 } from "../../sms/gsm7.ts";
import { readHex, writeHex } from "../../sms/hex.ts";
import { decodeUcs2, encodeUcs2 } from "../../sms/ucs2.ts";
import { octetsOf, textOf } from "../../transport/octets.ts";

/** In the order in which `AT+CSCS=?` lists them. */
export const characterSets = [
	"IRA",
	"GSM",
	"UCS2",
	"HEX",
	"8859-1",
	"UTF-8",
] as const;

export type CharacterSet = (typeof characterSets)[number];

/**
 * Reads text from the line. Total: bytes that the set does not define are read
 * as Latin-1, which programs send that do not use `+CSCS`; text that should be
 * hexadecimal and is not stays as it is.
 */
export function fromLine(charset: CharacterSet, text: string): string {
	switch (charset) {
		case "IRA":
		case "8859-1":
			return text;
		case "GSM":
			return text.replace(/[\0-\x7f]+/g, (run) => decodeGsm7(octetsOf(run)));
		case "UTF-8":
			return utf8.decode(octetsOf(text));
		case "UCS2":
		case "HEX": {
			const octets = readHex(text);
			if (!octets.ok || text === "") return text;
			return charset === "UCS2"
				? decodeUcs2(octets.value)
				: decodeGsm7(octets.value);
		}
	}
}

/** Writes text to the line, with a question mark for a character that the set does not have. */
export function toLine(charset: CharacterSet, text: string): string {
	switch (charset) {
		case "IRA":
		case "8859-1":
			return text.replace(/[^\0-\xff]/gu, "?");
		case "GSM":
			return textOf(septets(text));
		case "UTF-8":
			return textOf(new TextEncoder().encode(text));
		case "UCS2":
			return writeHex(encodeUcs2(text));
		case "HEX":
			return writeHex(septets(text));
	}
}

function septets(text: string): Uint8Array {
	const plain = [...text].map((character) =>
		isGsm7(character) ? character : "?",
	);
	return encodeGsm7(plain.join(""));
}

/** A mark of the order of octets is a character of the text. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
