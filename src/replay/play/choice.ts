import type { Conversation } from "../../conversation/conversation.ts";
import { isInShard, type Shard } from "./shard.ts";

/** Which conversations of a corpus are meant. */
export interface ConversationChoice {
	/** Null for all parts. */
	readonly shard: Shard | null;
	/** Part of an id, or a whole tag; null for all. */
	readonly filter: string | null;
}

export function isChosen(
	{ id, tags }: Conversation,
	{ shard, filter }: ConversationChoice,
): boolean {
	if (shard !== null && !isInShard(shard, id)) return false;
	return filter === null || id.includes(filter) || tags.includes(filter);
}
