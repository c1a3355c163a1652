import { crc16, hex4 } from "./crc.ts";

/**
 * A frame as it is on the line: the header, and what stands behind the first
 * bracket. That is a text in clear or, with an asterisk, hexadecimal of what is
 * encrypted. Every string has one character an octet.
 */
export interface Frame {
	/** `ADM-CID`, `SIA-DCS`, `NULL`, `ACK`, `NAK`, `DUH`, `RSP`, or another's. */
	readonly id: string;
	readonly encrypted: boolean;
	/** 1 to 9999; 0 for what is not counted. */
	readonly sequence: number;
	/** Up to six hexadecimal digits; null where there is no R. */
	readonly receiver: string | null;
	/** Up to six hexadecimal digits; null where there is no L. */
	readonly line: string | null;
	/** Null for the A0 of a NAK, which names no account. */
	readonly account: string | null;
	/** All behind the first bracket. */
	readonly body: string;
}

/** Most octets of a frame, with LF and CR. */
export const LONGEST_FRAME = 1024;

/** How the CRC is written. Four digits are right; some panels send two octets. */
export type CrcForm = "digits" | "binary";

/** @param crc binary is for receivers that want what older panels send */
export function writeFrame(frame: Frame, crc: CrcForm = "digits"): string {
	const { id, encrypted, sequence, receiver, line, account, body } = frame;
	const counted = [
		`"${encrypted ? "*" : ""}${id}"`,
		`${sequence}`.padStart(4, "0"),
		receiver === null ? "" : `R${receiver}`,
		line === null ? "" : `L${line}`,
		account === null ? "A0" : `#${account}`,
		`[${body}`,
	].join("");
	const sum = crc16(counted);
	const written =
		crc === "digits"
			? hex4(sum)
			: String.fromCharCode(sum >>> 8) + String.fromCharCode(sum & 0xff);
	return `\n${written}${hex4(counted.length)}${counted}\r`;
}

/** A frame that was read, and whether its two checks hold. */
export interface FrameRead {
	readonly frame: Frame;
	readonly crcForm: CrcForm;
	readonly crcHolds: boolean;
	readonly lengthHolds: boolean;
}

/**
 * Reads one frame, from LF to CR. It takes what real equipment sends: no R or no
 * L, an empty L, L before R, `None` for R, small letters in hexadecimal.
 *
 * @returns null for what is no frame
 */
export function readFrame(octets: string): FrameRead | null {
	const [, digits, binary, length = "", counted = ""] =
		/^\n(?:([0-9A-Fa-f]{4})|(..))([0-9A-Fa-f]{4})(".*)\r$/s.exec(octets) ?? [];
	const head =
		/^"(\*?)([A-Z0-9-]{1,16})"(\d{4})((?:R[0-9A-Fa-f]{1,6}?|L[0-9A-Fa-f]{1,6}?|[RL](?=[L#])|None){0,3})(?:A0|#?([0-9A-Fa-f]{3,16}))?\[/.exec(
			counted,
		);
	if (head === null) return null;
	const [all, star, id = "", sequence, parts = "", account] = head;
	const sum = crc16(counted);
	const given =
		digits === undefined
			? ((binary?.charCodeAt(0) ?? 0) << 8) + (binary?.charCodeAt(1) ?? 0)
			: Number.parseInt(digits, 16);
	return {
		frame: {
			id,
			encrypted: star === "*",
			sequence: Number(sequence),
			receiver: part(parts, "R"),
			line: part(parts, "L"),
			account: account ?? null,
			body: counted.slice(all.length),
		},
		crcForm: digits === undefined ? "binary" : "digits",
		crcHolds: given === sum,
		lengthHolds: Number.parseInt(length, 16) === counted.length,
	};
}

function part(parts: string, letter: "R" | "L"): string | null {
	return new RegExp(`${letter}([0-9A-Fa-f]*)`).exec(parts)?.[1] ?? null;
}
