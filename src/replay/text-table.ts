import { fnv1a } from "./fnv1a.ts";

/**
 * Numbers texts in the order in which they come, up to a capacity, and finds them
 * again. A Map does the same and took a tenth of a replay's time, since it looks at
 * texts all over the memory; this looks at hashes, which lie together.
 */
export class TextTable {
	private readonly texts: string[] = [];
	private readonly capacity: number;
	/** A word for each place: the number from 1 on, below the hash's high bits; 0 for nothing. */
	private readonly places: Int32Array;
	private readonly mask: number;

	constructor(capacity: number) {
		this.capacity = capacity;
		// At most half full, so that a text is hardly ever far from its place.
		const size = 2 ** Math.ceil(Math.log2(2 * capacity));
		this.places = new Int32Array(size);
		this.mask = size - 1;
	}

	get isFull(): boolean {
		return this.texts.length === this.capacity;
	}

	/** The number of a text, counted from 0; -1 for one that has none. */
	find(text: string): number {
		const { places, mask, texts } = this;
		const hash = hashOf(text);
		for (let at = hash & mask; ; at = (at + 1) & mask) {
			const place = places[at] ?? 0;
			if (place === 0) return -1;
			const nth = (place & mask) - 1;
			if (((place ^ hash) & ~mask) === 0 && texts[nth] === text) return nth;
		}
	}

	/** Gives a number to a text that has none; there must be room. */
	add(text: string): void {
		const { places, mask, texts } = this;
		if (this.isFull) throw new RangeError("the table is full");
		const hash = hashOf(text);
		let at = hash & mask;
		while (places[at] !== 0) at = (at + 1) & mask;
		texts.push(text);
		places[at] = (hash & ~mask) | texts.length;
	}
}

/** The high bits mixed into the low ones, which say where a text has its place. */
export function hashOf(text: string): number {
	const hash = fnv1a(text);
	return hash ^ (hash >>> 15);
}
