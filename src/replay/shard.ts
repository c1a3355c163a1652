/** One part of a run that is divided: the `index`th of `count`, from 1 on. */
export interface Shard {
	readonly index: number;
	readonly count: number;
}

/** `2/3`, or null for what is none. */
export function shardOf(text: string): Shard | null {
	const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
	const shard = { index: Number(index), count: Number(count) };
	return shard.index >= 1 && shard.index <= shard.count ? shard : null;
}

/**
 * Whether a conversation belongs to a shard. That goes by the hash of its id
 * and not by its position, so that a conversation that is added moves no other.
 */
export function isInShard({ index, count }: Shard, id: string): boolean {
	return count === 1 || fnv1a(id) % count === index - 1;
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fnv1a(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1)
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}
