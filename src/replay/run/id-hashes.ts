/** Ids that are compared: a corpus may have more conversations than memory has room for. */
const MOST = 1 << 20;
/** Repeated ids that are told. */
const TOLD = 10;

/** Two hashes of 32 bits of each id, one behind the other. */
export class IdHashes {
	private hashes = new Uint32Array(128);
	private count = 0;

	add(id: string): void {
		if (this.count + 2 > this.hashes.length) {
			const more = new Uint32Array(2 * this.hashes.length);
			more.set(this.hashes);
			this.hashes = more;
		}
		hashInto(id, this.hashes, this.count);
		this.count += 2;
	}

	/** What was added since this was asked for last. */
	take(): Uint32Array {
		const taken = this.hashes.slice(0, this.count);
		this.count = 0;
		return taken;
	}
}

/** Finds ids that came before, among the first million, by their hashes. */
export class RepeatedHashes {
	/** Pairs in an open table, filled to one half at most; two zeros are none. */
	private table = new Uint32Array(2048);
	private count = 0;
	/** Of ids that came twice, each as a text that `keyOf` gives too. */
	readonly repeated = new Set<string>();

	add(hashes: Uint32Array): void {
		for (let at = 0; at < hashes.length; at += 2) {
			if (this.count === MOST || this.repeated.size === TOLD) return;
			if (this.count * 4 === this.table.length) this.grow();
			const one = hashes[at] ?? 0;
			const other = hashes[at + 1] ?? 0;
			if (this.put(one, other)) this.count += 1;
			else this.repeated.add(keyOf(one, other));
		}
	}

	/** False where it is there already. */
	private put(one: number, other: number): boolean {
		const { table } = this;
		const mask = table.length - 1;
		for (let at = (2 * one) & mask; ; at = (at + 2) & mask) {
			if (table[at] === one && table[at + 1] === other) return false;
			if (table[at] !== 0 || table[at + 1] !== 0) continue;
			table[at] = one;
			table[at + 1] = other;
			return true;
		}
	}

	private grow(): void {
		const before = this.table;
		this.table = new Uint32Array(2 * before.length);
		for (let at = 0; at < before.length; at += 2) {
			const one = before[at] ?? 0;
			const other = before[at + 1] ?? 0;
			if (one !== 0 || other !== 0) this.put(one, other);
		}
	}
}

/** The key of an id among `repeated`. Two ids may share one. */
export function keyOfId(id: string): string {
	const pair = new Uint32Array(2);
	hashInto(id, pair, 0);
	return keyOf(pair[0] ?? 0, pair[1] ?? 0);
}

function keyOf(one: number, other: number): string {
	return `${one} ${other}`;
}

/** FNV-1a, and the same with another prime and beginning. */
function hashInto(id: string, hashes: Uint32Array, at: number): void {
	let one = 0x811c9dc5 | 0;
	let other = 0x9747b28c | 0;
	for (let index = 0; index < id.length; index += 1) {
		const unit = id.charCodeAt(index);
		one = Math.imul(one ^ unit, 0x01000193);
		other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15);
	}
	hashes[at] = one;
	// Never both zero, which is an empty place of the table.
	hashes[at + 1] = other | 1;
}
