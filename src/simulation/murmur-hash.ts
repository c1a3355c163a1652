/**
 * MurmurHash3_x86_128 with seed 0, over whole words of 32 bits. Fast, and good at
 * telling different things apart; it is no cryptographic hash. (Appleby,
 * MurmurHash3.cpp, public domain)
 *
 * @param lanes gets the four words of the hash
 */
export function murmurHash(
	words: Int32Array,
	count: number,
	lanes: Uint32Array,
): void {
	let h1 = 0;
	let h2 = 0;
	let h3 = 0;
	let h4 = 0;
	let at = 0;
	for (const last = count - 4; at <= last; at += 4) {
		h1 ^= mixed1(words[at] ?? 0);
		h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561ccd1b) | 0;
		h2 ^= mixed2(words[at + 1] ?? 0);
		h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bcaa747) | 0;
		h3 ^= mixed3(words[at + 2] ?? 0);
		h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd1c35) | 0;
		h4 ^= mixed4(words[at + 3] ?? 0);
		h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac3b17) | 0;
	}
	const left = count - at;
	if (left > 2) h3 ^= mixed3(words[at + 2] ?? 0);
	if (left > 1) h2 ^= mixed2(words[at + 1] ?? 0);
	if (left > 0) h1 ^= mixed1(words[at] ?? 0);

	const octets = 4 * count;
	h1 ^= octets;
	h2 ^= octets;
	h3 ^= octets;
	h4 ^= octets;
	h1 = (h1 + h2 + h3 + h4) | 0;
	h2 = finished(h2 + h1);
	h3 = finished(h3 + h1);
	h4 = finished(h4 + h1);
	h1 = finished(h1);
	h1 = (h1 + h2 + h3 + h4) | 0;
	lanes[0] = h1;
	lanes[1] = h2 + h1;
	lanes[2] = h3 + h1;
	lanes[3] = h4 + h1;
}

function mixed1(word: number): number {
	const k = Math.imul(word, C1);
	return Math.imul((k << 15) | (k >>> 17), C2);
}

function mixed2(word: number): number {
	const k = Math.imul(word, C2);
	return Math.imul((k << 16) | (k >>> 16), C3);
}

function mixed3(word: number): number {
	const k = Math.imul(word, C3);
	return Math.imul((k << 17) | (k >>> 15), C4);
}

function mixed4(word: number): number {
	const k = Math.imul(word, C4);
	return Math.imul((k << 18) | (k >>> 14), C1);
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

function finished(lane: number): number {
	let h = lane ^ (lane >>> 16);
	h = Math.imul(h, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return h ^ (h >>> 16);
}
