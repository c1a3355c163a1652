/** Octets of a block of AES. */
export const BLOCK = 16;

/** Letters and digits: no bar and no bracket, which end the padding. */
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

/**
 * Padding that makes a text fill whole blocks: 1 to 16 octets, a whole block where
 * the text fills blocks already.
 *
 * @param length octets of the text
 * @param chance gives so many random octets
 */
export function padding(
	length: number,
	chance: (count: number) => Uint8Array,
): string {
	const count = BLOCK - (length % BLOCK);
	return [...chance(count)].map((octet) => SIGNS[octet % 32]).join("");
}
