/**
 * The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038,
 * 6.2.1) and the packing of septets into octets (6.1.2). National language
 * tables are not used: no part of the panel sends them, and a receiver that
 * does not know them falls back to this alphabet.
 */

const escapeSeptet = 0x1b;

// The escape only keeps its place here: it is no character of its own.
const defaultAlphabet = [
	"@£$¥èéùìòÇ\nØø\rÅå",
	"Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ",
	" !\"#¤%&'()*+,-./",
	"0123456789:;<=>?",
	"¡ABCDEFGHIJKLMNO",
	"PQRSTUVWXYZÄÖÑÜ§",
	"¿abcdefghijklmno",
	"pqrstuvwxyzäöñüà",
].join("");

const extensionTable: ReadonlyMap<number, string> = new Map([
	[0x0a, "\f"],
	[0x14, "^"],
	[0x28, "{"],
	[0x29, "}"],
	[0x2f, "\\"],
	[0x3c, "["],
	[0x3d, "~"],
	[0x3e, "]"],
	[0x40, "|"],
	[0x65, "€"],
]);

const septetsOf = new Map<string, readonly number[]>();
[...defaultAlphabet].forEach((character, septet) => {
	if (septet !== escapeSeptet) septetsOf.set(character, [septet]);
});
for (const [septet, character] of extensionTable) {
	septetsOf.set(character, [escapeSeptet, septet]);
}

/** Whether every character of the text is in the alphabet or its extension table. */
export function isGsm7(text: string): boolean {
	for (const character of text) {
		if (!septetsOf.has(character)) return false;
	}
	return true;
}

/**
 * How many septets the text takes: 2 for `^ { } \ [ ~ ] | €` and the page
 * break (U+000C), 1 for the rest of the alphabet. Meant for text that
 * {@link isGsm7}; a character outside counts as none.
 */
export function septetCount(text: string): number {
	let count = 0;
	for (const character of text) {
		count += septetsOf.get(character)?.length ?? 0;
	}
	return count;
}

/**
 * Text to septets, one per array element (0 to 127).
 * @throws RangeError for a character outside the alphabet: ask {@link isGsm7} first.
 */
export function encodeGsm7(text: string): Uint8Array {
	const septets: number[] = [];
	for (const character of text) {
		const codes = septetsOf.get(character);
		if (codes === undefined) {
			throw new RangeError(
				`${JSON.stringify(character)} is not in the GSM 7-bit default alphabet`,
			);
		}
		septets.push(...codes);
	}
	return new Uint8Array(septets);
}

/**
 * Septets to text, for any septets (an eighth bit is ignored). As 23.038 says:
 * an escape before a code that the extension table leaves open shows that
 * code's character of the default alphabet; an escape before another escape,
 * or at the end, shows as one space.
 */
export function decodeGsm7(septets: Uint8Array): string {
	let text = "";
	for (let at = 0; at < septets.length; at++) {
		const septet = (septets[at] ?? 0) & 0x7f;
		if (septet !== escapeSeptet) {
			text += defaultAlphabet.charAt(septet);
			continue;
		}
		at += 1;
		const next = (septets[at] ?? escapeSeptet) & 0x7f;
		text +=
			next === escapeSeptet
				? " "
				: (extensionTable.get(next) ?? defaultAlphabet.charAt(next));
	}
	return text;
}

/** How many octets so many septets take after so many fill bits. */
export function packedLength(septetCount: number, fillBits = 0): number {
	return Math.ceil((septetCount * 7 + fillBits) / 8);
}

/**
 * Septets into octets, the first septet in the lowest bits.
 * @param fillBits zero bits (0 to 6) before the first septet, which bring it
 * to a septet boundary counted from the beginning of a user data header.
 */
export function packSeptets(septets: Uint8Array, fillBits = 0): Uint8Array {
	const octets = new Uint8Array(packedLength(septets.length, fillBits));
	septets.forEach((septet, index) => {
		const bit = index * 7 + fillBits;
		const shifted = (septet & 0x7f) << (bit % 8);
		const octet = Math.floor(bit / 8);
		octets[octet] = (octets[octet] ?? 0) | (shifted & 0xff);
		if (shifted > 0xff) octets[octet + 1] = shifted >> 8;
	});
	return octets;
}

/**
 * Octets back into septets: `count` of them, or as many whole septets as the
 * octets hold where that is fewer.
 * @param fillBits bits (0 to 6) to skip before the first septet.
 */
export function unpackSeptets(
	octets: Uint8Array,
	count: number,
	fillBits = 0,
): Uint8Array {
	const held = Math.floor(Math.max(0, octets.length * 8 - fillBits) / 7);
	const septets = new Uint8Array(Math.max(0, Math.min(count, held)));
	for (let index = 0; index < septets.length; index++) {
		const bit = index * 7 + fillBits;
		const octet = Math.floor(bit / 8);
		const pair = (octets[octet] ?? 0) | ((octets[octet + 1] ?? 0) << 8);
		septets[index] = (pair >> (bit % 8)) & 0x7f;
	}
	return septets;
}
