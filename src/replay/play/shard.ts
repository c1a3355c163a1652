import { fnv1a } from "../../simulation/fnv1a.ts";

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
 * Whether a conversation belongs to a shard. The hash of its id decides, so that a
 * new conversation moves no other.
 */
export function isInShard({ index, count }: Shard, id: string): boolean {
	return count === 1 || (fnv1a(id) >>> 0) % count === index - 1;
}
