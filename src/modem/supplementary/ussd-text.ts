/**
 * The text of a `+CUSD`. It is plain, or written as digits of packed 7-bit, UCS-2
 * or octets. The data coding scheme beside it is often wrong, so the digits are
 * read in every way and the reading that gives words is taken.
 */
import { decodeEightBit } from "../../sms/eight-bit-data.ts";
import { readHex } from "../../sms/hex.ts";
import { decodeUcs2 } from "../../sms/ucs2.ts";
import { decodeUssd } from "../../sms/ussd.ts";

// Fewer digits than this are a code or an amount, not an encoded text.
const shortest = 8;
// How many of 100 characters have to look like words.
const likely = 90;

/** The text. Total. @param dcs as the modem says it, null where it does not. */
export function readUssdText(raw: string, dcs: number | null): string {
	const octets = readHex(raw);
	if (!octets.ok || raw.length < shortest || /\s/.test(raw)) return raw;
	const readings = [
		decodeUssd(octets.value),
		decodeEightBit(octets.value),
	].filter((text) => wordShare(text) >= likely);
	const wide = decodeUcs2(octets.value);
	const isWide =
		octets.value.length % 2 === 0 &&
		wordShare(wide) >= likely &&
		(isAlphabetic(wide) || (saysUcs2(dcs) && readings.length === 0));
	if (isWide) return wide;
	const [packed, eightBit] = readings;
	// Both can look like words by chance: the better one, packed if equal.
	if (packed !== undefined && eightBit !== undefined) {
		return wordShare(eightBit) > wordShare(packed) ? eightBit : packed;
	}
	return packed ?? eightBit ?? raw;
}

/** Of 100 characters, how many are letters, digits, spaces and usual signs. */
function wordShare(text: string): number {
	const characters = [...text];
	const usual = characters.filter((character) =>
		/[\p{L}\p{N}\p{Sc} \n\r.,:;!?'"()/*#+%&@=-]/u.test(character),
	);
	const odd = characters.filter((character) =>
		/[¤ΔΦΓΛΩΠΨΣΘΞ¡¿§ÆæßØø\u0000]/u.test(character),
	);
	if (characters.length === 0) return 0;
	return ((usual.length - odd.length) / characters.length) * 100;
}

/**
 * Whether all letters are of scripts with an alphabet. Digits that only look like
 * UCS-2 give ideographs from everywhere.
 */
function isAlphabetic(text: string): boolean {
	return [...text].every((character) => {
		const page = (character.codePointAt(0) ?? 0) >> 8;
		return page < 0x07 || page === 0x20;
	});
}

/** Whether a coding scheme of cell broadcast (3GPP TS 23.038, 5) says UCS-2. */
function saysUcs2(dcs: number | null): boolean {
	if (dcs === null) return false;
	return dcs === 0x11 || (dcs >= 0x40 && dcs < 0x80 && (dcs & 0x0c) === 8);
}
