/**
 * Text mode: numbers and texts as characters of an alphabet that is agreed on
 * with the modem (3GPP TS 27.007, 5.5: +CSCS).
 */

import { readHex, writeHex } from "../../sms/hex.ts";
import { encodeRelative } from "../../sms/relative-validity-period.ts";
import { alphabetFor } from "../../sms/segments.ts";
import { decodeUcs2, encodeUcs2 } from "../../sms/ucs2.ts";

/** UCS2 carries every text, written as hexadecimal digits. */
export type Charset = "UCS2" | "8859-1" | "IRA";

/** In the order in which they are tried. */
export const charsets: readonly Charset[] = ["UCS2", "8859-1", "IRA"];

const latin1 = /^[\n\r -~\u00a0-\u00ff]*$/;
const ascii = /^[\n\r -~]*$/;

/** A text for the modem, null where the alphabet does not carry it. */
export function encodeText(text: string, charset: Charset): string | null {
	if (charset === "UCS2") return writeHex(encodeUcs2(text));
	const carried = charset === "8859-1" ? latin1 : ascii;
	return carried.test(text) ? text : null;
}

/** A text of the modem's; what is no digits in UCS2 is taken as it stands. */
export function decodeText(text: string, charset: Charset): string {
	if (charset !== "UCS2" || text === "" || text.length % 4 !== 0) return text;
	const octets = readHex(text);
	return octets.ok ? decodeUcs2(octets.value) : text;
}

const DAY = 24 * 60;

/** `AT+CSMP` for a text: report wanted or not, its validity, and the alphabet on the air. */
export function textModeParameters(
	text: string,
	{
		statusReport,
		class: messageClass,
		validity,
	}: {
		readonly statusReport: boolean;
		readonly class: number | null;
		/** Minutes; a day where it is null. */
		readonly validity: number | null;
	},
): string {
	const first = statusReport ? 49 : 17;
	const period = encodeRelative(validity ?? DAY);
	const alphabet = alphabetFor(text) === "gsm-7" ? 0 : 8;
	const dcs = messageClass === null ? alphabet : alphabet | 0x10 | messageClass;
	return `AT+CSMP=${first},${period},0,${dcs}`;
}

/**
 * A service centre's time as text mode writes it, `26/11/20,20:31:52+04`, the
 * zone in quarters of an hour.
 * @returns milliseconds since 1970 in UTC, or null
 */
export function instantInText(text: string): number | null {
	const [, ...parts] =
		/^(\d\d)\/(\d\d)\/(\d\d),(\d\d):(\d\d):(\d\d)([+-]\d\d)?$/.exec(text) ?? [];
	if (parts.length === 0) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
		.slice(0, 6)
		.map(Number);
	const zone = Number(parts[6] ?? 0);
	const century = year < 70 ? 2000 : 1900;
	const local = Date.UTC(century + year, month - 1, day, hour, minute, second);
	return local - zone * 15 * 60_000;
}
