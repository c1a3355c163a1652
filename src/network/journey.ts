import type { ChannelEffect } from "./channel-rule.ts";
import type { PhoneLineFault } from "./trouble.ts";

/** What the channel's effects make of a message's way to its recipient. */
export interface Journey {
	/** Milliseconds that it takes longer than without them. */
	readonly duration: number;
	readonly delayed: boolean;
	/** Later ones may go first. */
	readonly overtakable: boolean;
	/** Milliseconds by which each repeat comes later than the message itself. */
	readonly repeats: readonly number[];
	readonly inAnotherAlphabet: boolean;
}

/** Several effects add up. */
export function journey(effects: readonly ChannelEffect[]): Journey {
	let duration = 0;
	const repeats: number[] = [];
	for (const effect of effects) {
		if (effect.kind === "delay" || effect.kind === "reorder")
			duration += effect.duration;
		if (effect.kind === "duplicate") repeats.push(effect.duration);
	}
	const has = (kind: ChannelEffect["kind"]) =>
		effects.some((effect) => effect.kind === kind);
	return {
		duration,
		repeats,
		delayed: has("delay"),
		overtakable: has("reorder"),
		inAnotherAlphabet: has("alphabet"),
	};
}

/** The troubles that befall one end. */
export function troublesAt(
	effects: readonly ChannelEffect[],
	end: "sender" | "recipient",
): readonly PhoneLineFault[] {
	return effects.flatMap((effect) =>
		effect.kind === "trouble" && effect.at === end ? [effect.trouble] : [],
	);
}
