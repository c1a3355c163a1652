import { fnv1a } from "./fnv1a.ts";
import { murmurHash } from "./murmur-hash.ts";

/**
 * What the digest of a conversation is made of, as words of 32 bits. They are
 * written while the conversation runs, hashed when it is over, and cleared for
 * the next one. Different input gives different words.
 */
export class DigestInput {
	private words = new Int32Array(1024);
	private count = 0;

	/** How much is written; `rewind` goes back there. */
	get length(): number {
		return this.count;
	}

	text(text: string): void {
		const { length } = text;
		const words = this.withRoom(2 + (length >> 1));
		let at = this.count;
		// The length in front tells it from a mark, and where it ends.
		words[at++] = length;
		let from = 0;
		for (; from + 1 < length; from += 2)
			words[at++] = text.charCodeAt(from) | (text.charCodeAt(from + 1) << 16);
		if (from < length) words[at++] = text.charCodeAt(from);
		this.count = at;
	}

	/**
	 * One of a few known names, as one word. No text and no sign begins with such a
	 * word, and no two names share one (a test checks it).
	 */
	name(name: string): void {
		let word = wordsOfNames.get(name);
		if (word === undefined) {
			word = wordOf(name);
			wordsOfNames.set(name, word);
		}
		this.withRoom(1)[this.count++] = word;
	}

	/** A sign that is no text. */
	mark(sign: Mark): void {
		this.withRoom(1)[this.count++] = sign;
	}

	number(value: number): void {
		const words = this.withRoom(3);
		if ((value | 0) === value) {
			words[this.count++] = Mark.number;
			words[this.count++] = value;
		} else if (Number.isSafeInteger(value)) {
			words[this.count++] = Mark.largeNumber;
			words[this.count++] = value;
			words[this.count++] = Math.floor(value / 0x1_0000_0000);
		} else {
			this.mark(Mark.value);
			this.text(String(value));
		}
	}

	/** Drops what was written after this length. */
	rewind(length: number): void {
		this.count = length;
	}

	/** One word as it is. */
	word(word: number): void {
		this.withRoom(1)[this.count++] = word;
	}

	/** @param lanes gets the 128 bits of the hash */
	hash(lanes: Uint32Array): void {
		murmurHash(this.words, this.count, lanes);
	}

	private withRoom(more: number): Int32Array {
		if (this.count + more > this.words.length) {
			const larger = new Int32Array(2 * (this.count + more));
			larger.set(this.words);
			this.words = larger;
		}
		return this.words;
	}
}

const wordsOfNames = new Map<string, number>();

/** A number that is no length of a text and no sign. */
function wordOf(name: string): number {
	return Math.min(fnv1a(name) | 0x80000000, -0x100);
}

/** Signs that no length of a text can be. */
export const Mark = {
	number: -1,
	value: -2,
	open: -3,
	close: -4,
	gone: -5,
	largeNumber: -6,
} as const;

export type Mark = (typeof Mark)[keyof typeof Mark];
