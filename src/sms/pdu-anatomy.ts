/** A PDU octet by octet, for people who want to know what is in it. */
import { readHex, writeHex } from "./hex.ts";
import { type Pdu, type PduReading, tracePdu } from "./pdu.ts";
import type { Decoded, DecodeError } from "./pdu-error.ts";

/** One field. */
export interface AnatomyRow {
	/** The field's octets in capital hexadecimal. */
	readonly octets: string;
	/** Offset of its first octet in the PDU. */
	readonly offset: number;
	/** `smsc.toa`, `deliver.scts` … */
	readonly path: string;
	readonly value: string;
	readonly meaning: string;
}

/** A PDU taken apart. */
export interface Anatomy {
	/**
	 * Every octet once and in order. Where the PDU cannot be read to its end, the
	 * last row holds all that was left and says why.
	 */
	readonly rows: readonly AnatomyRow[];
	/** What all of it says, or why it cannot be read. */
	readonly pdu: Decoded<Pdu>;
}

/**
 * Takes a PDU apart. Whether it begins with a service centre address and which
 * TPDU it is are guessed unless `reading` tells. Text that is not hexadecimal
 * has no rows.
 */
export function anatomyOf(hex: string, reading: PduReading = {}): Anatomy {
	const octets = readHex(hex);
	if (!octets.ok) return { rows: [], pdu: octets };
	const { decoded, reader } = tracePdu(octets.value, reading, true);
	const rows = reader.fields.map((field) => ({
		...field,
		octets: writeHex(field.octets),
	}));
	if (decoded.ok) return { rows, pdu: decoded };
	const unread = unreadRow(octets.value, reader.offset, decoded.error);
	return { rows: [...rows, ...unread], pdu: decoded };
}

function unreadRow(
	octets: Uint8Array,
	offset: number,
	{ path, message }: DecodeError,
): AnatomyRow[] {
	const rest = writeHex(octets.slice(offset));
	if (rest === "") return [];
	return [{ octets: rest, offset, path, value: "unread", meaning: message }];
}
