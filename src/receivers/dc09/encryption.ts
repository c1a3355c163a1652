import { createCipheriv, createDecipheriv } from "node:crypto";
import { BLOCK, padding } from "./padding.ts";

/** AES in CBC, each frame by itself, from a vector of zeros. (DC-09, 5.4.4) */
const VECTOR = Buffer.alloc(BLOCK);

/**
 * Encrypts what stands behind the first bracket.
 *
 * @param key 16, 24 or 32 octets
 * @param chance gives the octets of the padding; they hide that two frames are alike
 * @returns hexadecimal in capitals
 */
export function encrypted(
	content: string,
	key: Uint8Array,
	chance: (count: number) => Uint8Array,
): string {
	// The bar belongs to the text, so it counts.
	const plain = `${padding(content.length + 1, chance)}|${content}`;
	const cipher = createCipheriv(algorithm(key), key, VECTOR);
	cipher.setAutoPadding(false);
	return Buffer.concat([cipher.update(plain, "latin1"), cipher.final()])
		.toString("hex")
		.toUpperCase();
}

/**
 * What was encrypted, without its padding. Receivers are met that write small
 * letters, no bar, or a block of other padding behind.
 *
 * @returns null where this key opens nothing that could be a content
 */
export function decrypted(body: string, key: Uint8Array): string | null {
	if (!/^(?:[0-9A-Fa-f]{32})+$/.test(body)) return null;
	const decipher = createDecipheriv(algorithm(key), key, VECTOR);
	decipher.setAutoPadding(false);
	const plain = Buffer.concat([
		decipher.update(body, "hex"),
		decipher.final(),
	]).toString("latin1");
	const mark = plain.search(/[|\]]/);
	if (mark < 0 || mark > BLOCK) return null;
	const content =
		plain[mark] === "|" ? plain.slice(mark + 1) : plain.slice(mark);
	const last = content.charCodeAt(content.length - 1);
	const isPadded =
		last >= 1 &&
		last <= BLOCK &&
		content.endsWith(String.fromCharCode(last).repeat(last));
	return isPadded ? content.slice(0, -last) : content;
}

function algorithm(key: Uint8Array): string {
	return `aes-${key.length * 8}-cbc`;
}
