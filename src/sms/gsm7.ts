/**
 * The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038,
 * 6.2.1) and the packing of septets into octets (6.1.2). Tables of a national
 * language can stand for either (`national-language.ts`): texts that come are
 * read with those that their header names. No part of the panel sends them,
 * because a receiver that does not know them falls back to this alphabet.
 */

/** Characters of an extension table, of neighbouring septets: that of the first, and a character of each. */
export type Run = readonly [first: number, characters: string];

/** An alphabet and an extension table, ready for use. */
export interface Gsm7Tables {
	/** What each of the 128 septets shows. */
	readonly plain: string;
	/** What each of them shows behind an escape. */
	readonly escaped: string;
	/** The one or two septets of each character. */
	readonly septetsOf: ReadonlyMap<string, readonly number[]>;
}

const escapeSeptet = 0x1b;

/** 8 rows of 16. The escape only keeps its place here: it is no character of its own. */
export const defaultAlphabet: readonly string[] = [
	"@£$¥èéùìòÇ\nØø\rÅå",
	"Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ",
	" !\"#¤%&'()*+,-./",
	"0123456789:;<=>?",
	"¡ABCDEFGHIJKLMNO",
	"PQRSTUVWXYZÄÖÑÜ§",
	"¿abcdefghijklmno",
	"pqrstuvwxyzäöñüà",
];

/** What an escape in front makes of septets; the rest is open. */
export const defaultExtension: readonly Run[] = [
	[0x0a, "\f"],
	[0x14, "^"],
	[0x28, "{}"],
	[0x2f, "\\"],
	[0x3c, "[~]"],
	[0x40, "|"],
	[0x65, "€"],
];

/**
 * @param alphabet 8 rows of 16 characters; `·` where it leaves a septet open,
 * which then shows as a space, like all that 23.038 has no use for.
 * @param extension a character that is in the alphabet too is written by that.
 */
export function tablesFrom(
	alphabet: readonly string[],
	extension: readonly Run[],
): Gsm7Tables {
	const written = alphabet.join("");
	const plain = written.replace(/[·\u001b]/g, " ");
	const escaped = [...plain];
	const septetsOf = new Map<string, readonly number[]>();
	const add = (character: string, ...septets: number[]) => {
		if (!septetsOf.has(character)) septetsOf.set(character, septets);
	};
	[...written].forEach((character, septet) => {
		if (!/[·\u001b]/.test(character)) add(character, septet);
	});
	for (const [first, characters] of extension) {
		[...characters].forEach((character, index) => {
			escaped[first + index] = character;
			add(character, escapeSeptet, first + index);
		});
	}
	return { plain, escaped: escaped.join(""), septetsOf };
}

/** The tables of a text whose header names none. */
export const defaultTables = tablesFrom(defaultAlphabet, defaultExtension);

/** Whether every character of the text is in the alphabet or its extension table. */
export function isGsm7(
	text: string,
	{ septetsOf }: Gsm7Tables = defaultTables,
): boolean {
	for (const character of text) {
		if (!septetsOf.has(character)) return false;
	}
	return true;
}

/**
 * How many septets the text takes: in the default tables 2 for
 * `^ { } \ [ ~ ] | €` and the page break (U+000C), 1 for the rest of the
 * alphabet. Meant for text that {@link isGsm7}; a character outside counts as
 * none.
 */
export function septetCount(
	text: string,
	{ septetsOf }: Gsm7Tables = defaultTables,
): number {
	let count = 0;
	for (const character of text) {
		count += septetsOf.get(character)?.length ?? 0;
	}
	return count;
}

/**
 * Text to septets, one per array element (0 to 127).
 * @throws RangeError for a character outside the tables: ask {@link isGsm7} first.
 */
export function encodeGsm7(
	text: string,
	{ septetsOf }: Gsm7Tables = defaultTables,
): Uint8Array {
	const septets: number[] = [];
	for (const character of text) {
		const codes = septetsOf.get(character);
		if (codes === undefined) {
			throw new RangeError(
				`${JSON.stringify(character)} is not in the GSM 7-bit alphabet`,
			);
		}
		for (const code of codes) septets.push(code);
	}
	return new Uint8Array(septets);
}

/**
 * Septets to text, for any septets (an eighth bit is ignored). As 23.038 says:
 * an escape before a code that the extension table leaves open shows that
 * code's character of the alphabet; an escape before another escape, or at the
 * end, shows as one space.
 */
export function decodeGsm7(
	septets: Uint8Array,
	{ plain, escaped }: Gsm7Tables = defaultTables,
): string {
	let text = "";
	for (let at = 0; at < septets.length; at++) {
		const septet = (septets[at] ?? 0) & 0x7f;
		if (septet !== escapeSeptet) {
			text += plain.charAt(septet);
			continue;
		}
		at += 1;
		text += escaped.charAt((septets[at] ?? escapeSeptet) & 0x7f);
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
