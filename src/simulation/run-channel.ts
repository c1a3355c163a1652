import type { Conversation } from "../conversation/conversation.ts";
import type { Rule } from "../network/channel-rule.ts";
import { type ReadRule, readChannelRule } from "../network/channel-text.ts";
import { durationText } from "../time/duration.ts";
import type { ChannelDeed } from "./panel-on-network.ts";

/** The channel that every conversation of a run has. Plain data. */
export interface RunChannel {
	readonly rules: readonly Rule[];
	/** Of the run; see `channelSeed`. */
	readonly seed: number;
}

/** No rules: only a conversation with a `channel` step of its own needs the network. */
export const noChannel: RunChannel = { rules: [], seed: 1 };

/** Whether a conversation runs over the network; else the panel gets each text at once. */
export function needsNetwork(
	{ steps }: Conversation,
	{ rules }: RunChannel,
): boolean {
	return rules.length > 0 || steps.some(({ type }) => type === "channel");
}

/**
 * The seed of a conversation's channel: the one that it names, else one made of
 * the run's seed and its id. So a loss of 10 % hits another message in each
 * conversation.
 */
export function channelSeed({ id, seed }: Conversation, run: number): number {
	if (seed !== null) return seed;
	let hash = run >>> 0;
	for (let at = 0; at < id.length; at += 1)
		hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) ^ (hash >>> 15);
	return hash >>> 0;
}

/** The rule of a `channel` step. The reader of the corpus has checked it. */
export function ruleOf(text: string): Rule {
	const read: ReadRule = readChannelRule(text);
	if (!read.ok) throw new TypeError(read.reason);
	return read.rule;
}

/** What the channel did, in words: `delay 30s on the way from +15550101 to +15550100`. */
export function effectsText({ from, to, effects }: ChannelDeed): string {
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
