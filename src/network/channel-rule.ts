import type { PhoneLineFault } from "./phone-line-fault.ts";

/** What the channel does to a message. Durations are in milliseconds. */
export type ChannelEffect =
	/** Accepted, and never seen again. */
	| { readonly kind: "loss" }
	/** Comes later; later messages of the same sender wait behind it. */
	| { readonly kind: "delay"; readonly duration: number }
	/** Comes later; later messages may overtake it. */
	| { readonly kind: "reorder"; readonly duration: number }
	/** Comes twice, the second time `duration` later. */
	| { readonly kind: "duplicate"; readonly duration: number }
	/** Comes in another alphabet than it was sent in, with the same text. */
	| { readonly kind: "alphabet" }
	/** Is not accepted: `+CMS ERROR: <cms>`. */
	| { readonly kind: "refusal"; readonly cms: number }
	/** The modem that sends it, or the one that is to get it, has a fault from then on. */
	| {
			readonly kind: "trouble";
			readonly at: "sender" | "recipient";
			readonly trouble: PhoneLineFault;
	  };

/** An effect and its conditions; all that are given must hold. */
export interface Rule {
	readonly effect: ChannelEffect;
	/** The number of the line that sends. */
	readonly from?: string | undefined;
	/** The number of the line that is to get it. */
	readonly to?: string | undefined;
	/** 0 to 1; always where left out. */
	readonly probability?: number | undefined;
	/** At most so many times. */
	readonly times?: number | undefined;
}
