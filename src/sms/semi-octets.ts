/**
 * Digits in semi-octets, the first of two in the low half (3GPP TS 23.040,
 * 9.1.2.3). Beside 0 to 9 these are `*`, `#`, `a`, `b` and `c`; the fifteenth
 * is filler.
 */
const digitOf = "0123456789*#abc";

/** Whether every character has a semi-octet: `0` to `9`, `*`, `#`, `a`, `b`, `c`. */
export function isSemiOctets(digits: string): boolean {
	return /^[0-9*#abc]*$/.test(digits);
}

/**
 * Digits to octets, an odd last one with filler above it. Meant for digits
 * that {@link isSemiOctets}; any other character becomes filler.
 */
export function encodeSemiOctets(digits: string): Uint8Array {
	const nibble = (at: number) => {
		const value = digitOf.indexOf(digits.charAt(at));
		return at < digits.length && value >= 0 ? value : 0xf;
	};
	const octets = new Uint8Array(Math.ceil(digits.length / 2));
	for (let at = 0; at < octets.length; at++)
		octets[at] = nibble(at * 2) | (nibble(at * 2 + 1) << 4);
	return octets;
}

/**
 * Octets to digits: the first `count` semi-octets, or all of them. Filler is
 * left out wherever it stands.
 */
export function decodeSemiOctets(
	octets: Uint8Array,
	count = octets.length * 2,
): string {
	let digits = "";
	for (let at = 0; at < Math.min(count, octets.length * 2); at++) {
		const octet = octets[at >> 1] ?? 0xff;
		digits += digitOf.charAt(at % 2 === 0 ? octet & 0xf : octet >> 4);
	}
	return digits;
}

/** A number 0 to 99 to one octet, as times are written. */
export function encodeTwoDigits(value: number): number {
	return ((value % 10) << 4) | Math.floor(value / 10);
}

/** An octet to the number 0 to 99 that its digits are, or null if they are none. */
export function decodeTwoDigits(octet: number): number | null {
	const tens = octet & 0xf;
	const units = octet >> 4;
	return tens > 9 || units > 9 ? null : tens * 10 + units;
}
