import { fnv1a } from "./fnv1a.ts";

/**
 * Numbers texts in the order in which they come, up to a capacity, and finds them
 * again. A Map does the same and took a tenth of a replay's time, since it looks at
 * texts all over the memory; this looks at hashes, which lie together.
 */
export class TextTable {
	private readonly texts: string[] = [];
	private readonly capacity: number;
	/** Two words for each place: the hash, and the number from 1 on, or 0. */
	private readonly places: Int32Array;
	private readonly mask: number;

	constructor(capacity: number) {
		this.capacity = capacity;
		// At most half full, so that a text is hardly ever far from its place.
		const size = 2 ** Math.ceil(Math.log2(2 * capacity));
		this.places = new Int32Array(2 * size);
		this.mask = 2 * size - 1;
	}

	get isFull(): boolean {
		return this.texts.length === this.capacity;
	}

	/** The number of a text, counted from 0; -1 for one that has none. */
	find(text: string): number {
		const { places, mask, texts } = this;
		const hash = hashOf(text);
		for (let at = (2 * hash) & mask; ; at = (at + 2) & mask) {
			const nth = places[at + 1] ?? 0;
			if (nth === 0) return -1;
			if (places[at] === hash && texts[nth - 1] === text) return nth - 1;
		}
	}

	/** Gives a number to a text that has none; there must be room. */
	add(text: string): void {
		const { places, mask, texts } = this;
		if (this.isFull) throw new RangeError("the table is full");
		const hash = hashOf(text);
		let at = (2 * hash) & mask;
		while (places[at + 1] !== 0) at = (at + 2) & mask;
		texts.push(text);
		places[at] = hash;
		places[at + 1] = texts.length;
	}
}

/** The high bits mixed into the low ones, which say where a text has its place. */
function hashOf(text: string): number {
	const hash = fnv1a(text);
	return hash ^ (hash >>> 15);
}
