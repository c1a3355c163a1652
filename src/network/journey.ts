import type { ChannelEffect } from "./channel-rule.ts";
import type { PhoneLineFault } from "./phone-line-fault.ts";

/** How a message gets to its recipient, by the channel's effects. */
export interface Journey {
	/** Milliseconds added to the way. */
	readonly duration: number;
	readonly delayed: boolean;
	/** Whether later messages may go first. */
	readonly overtakable: boolean;
	/** Milliseconds by which each repeat comes later than the message itself. */
	readonly repeats: readonly number[];
	readonly inAnotherAlphabet: boolean;
}

/** Durations of several effects add up. */
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

/** The faults that one end gets. */
export function faultsAt(
	effects: readonly ChannelEffect[],
	end: "sender" | "recipient",
): readonly PhoneLineFault[] {
	return effects.flatMap((effect) =>
		effect.kind === "trouble" && effect.at === end ? [effect.trouble] : [],
	);
}
