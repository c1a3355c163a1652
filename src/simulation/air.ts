import type { Conversation } from "../conversation/conversation.ts";
import type { Rule } from "../network/channel-rule.ts";
import { type ReadRule, readChannelRule } from "../network/channel-text.ts";
import { durationText } from "../time/duration.ts";
import type { Struck } from "./panel-on-air.ts";

/** The channel of a run, which every conversation of it is held over. Plain data. */
export interface RunChannel {
	readonly rules: readonly Rule[];
	/** Of the run; see `airSeed`. */
	readonly seed: number;
}

/** No rules: only conversations that have a `channel` of their own are on the air. */
export const noChannel: RunChannel = { rules: [], seed: 1 };

/** Whether a conversation is held over the network, or the panel is told directly. */
export function isOnAir(
	{ steps }: Conversation,
	{ rules }: RunChannel,
): boolean {
	return rules.length > 0 || steps.some(({ type }) => type === "channel");
}

/**
 * What a conversation's chance begins with: the seed that it names, else one of
 * its own that follows from the run's and its id, so that a loss of 10 % does
 * not hit the same message of every conversation.
 */
export function airSeed({ id, seed }: Conversation, run: number): number {
	if (seed !== null) return seed;
	let hash = run >>> 0;
	for (let at = 0; at < id.length; at += 1)
		hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) ^ (hash >>> 15);
	return hash >>> 0;
}

/** The rule of a `channel` step, which was read before it came so far. */
export function ruleOf(text: string): Rule {
	const read: ReadRule = readChannelRule(text);
	if (!read.ok) throw new TypeError(read.reason);
	return read.rule;
}

/** What the channel did, in words: `delay 30s on the way from +15550101 to +15550100`. */
export function struckText({ from, to, effects }: Struck): string {
	const deeds = effects.map((effect) => {
		switch (effect.kind) {
			case "refusal":
				return `cms ${effect.cms}`;
			case "trouble":
				return `${effect.trouble.kind} ${durationText(effect.trouble.duration)}`;
			case "delay":
			case "reorder":
			case "duplicate":
				return `${effect.kind} ${durationText(effect.duration)}`;
			default:
				return effect.kind;
		}
	});
	return `${deeds.join(", ")} on the way from ${from || "a withheld number"} to ${to}`;
}
