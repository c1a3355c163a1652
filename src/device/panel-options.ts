import type { PanelState } from "../panel/state/state.ts";

/** What a panel of the library may be given. */
export interface PanelOptions {
	/**
	 * Name of a model: `vst-2752` (the default), `mz-8`, `cr200`, `mobile-mates`, or of
	 * another maker's panel, as `dsc`; docs/dialects lists those.
	 */
	readonly model?: string;
	/** What it remembers; the default is a panel fresh from the factory. */
	readonly snapshot?: PanelState;
	/** A panel-config.json to start from; it is read and never written. */
	readonly config?: string;
	/**
	 * Its time at the start: ISO 8601, a Date, or whole milliseconds since
	 * 1970-01-01T00:00:00Z. The default is 2026-01-01T00:00:00Z, so that a test does
	 * the same every day.
	 */
	readonly now?: string | number | Date;
	/** Its own number, which can be dialled; the default is `+15550100`. */
	readonly number?: string;
	/**
	 * What the network does to messages, both ways: `"loss 10%"`, `"delay 30s"`,
	 * `"duplicate 5s 1x"`. Without it every message arrives at once; with an empty
	 * list there is a network, which `panel.channel` gives rules later.
	 */
	readonly channel?: string | readonly string[];
	/** Of the network's chance, a whole number from 0 on; the default is 1. */
	readonly seed?: number;
}
