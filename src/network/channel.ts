import { type Random, seededRandom } from "../time/seeded-random.ts";
import type { ChannelEffect, Rule } from "./channel-rule.ts";
import { magicRules } from "./magic-numbers.ts";

/** What lies between the service centre and the phones. */
export interface Channel {
	/** The same seed makes the same random choices; printed, so that a run can be repeated. */
	readonly seed: number;
	/**
	 * What happens to the next message. Call it once per message: it makes
	 * random choices and counts.
	 */
	effectsOn(message: {
		readonly from: string;
		readonly to: string;
	}): readonly ChannelEffect[];
}

/** A channel that takes more rules as it goes. */
export interface OpenChannel extends Channel {
	/** Adds a rule after the others. */
	add(rule: Rule): void;
	/** Puts these in the place of all but the magic numbers' rules. */
	replace(rules: readonly Rule[]): void;
}

/**
 * A channel that follows the magic numbers' rules and then these. Every rule
 * whose conditions hold has its effect, in this order.
 */
export function channel(rules: readonly Rule[] = [], seed = 1): OpenChannel {
	const random = seededRandom(seed);
	const counted = (rule: Rule) => ({ rule, struck: 0 });
	let all = [...magicRules, ...rules].map(counted);
	return {
		seed,
		effectsOn(message) {
			const striking = all.filter((entry) => {
				if (!strikes(entry.rule, entry.struck, message, random)) return false;
				entry.struck += 1;
				return true;
			});
			return striking.map(({ rule }) => rule.effect);
		},
		add: (rule) => void all.push(counted(rule)),
		replace(others) {
			all = [...all.slice(0, magicRules.length), ...others.map(counted)];
		},
	};
}

function strikes(
	{ from, to, probability, times }: Rule,
	struck: number,
	message: { readonly from: string; readonly to: string },
	random: Random,
): boolean {
	if (from !== undefined && from !== message.from) return false;
	if (to !== undefined && to !== message.to) return false;
	if (times !== undefined && struck >= times) return false;
	return probability === undefined || random() < probability;
}
