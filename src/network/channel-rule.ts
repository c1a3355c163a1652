import type { PhoneLineFault } from "./trouble.ts";

/** What the channel does to a message. Durations are in milliseconds. */
export type ChannelEffect =
	/** Accepted, and never seen again. */
	| { readonly kind: "loss" }
	/** Comes later, and later ones of the same sender wait behind it. */
	| { readonly kind: "delay"; readonly duration: number }
	/** Comes later, and may be overtaken. */
	| { readonly kind: "reorder"; readonly duration: number }
	/** Comes twice, the second time so much later. */
	| { readonly kind: "duplicate"; readonly duration: number }
	/** Comes in another alphabet than it was sent in, with the same text. */
	| { readonly kind: "alphabet" }
	/** Is not accepted: `+CMS ERROR: <cms>`. */
	| { readonly kind: "refusal"; readonly cms: number }
	/** Something befalls the modem that sends it or that is to get it, just then. */
	| {
			readonly kind: "trouble";
			readonly at: "sender" | "recipient";
			readonly trouble: PhoneLineFault;
	  };

/** When an effect strikes: every condition that is given must hold. */
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
