import type { PanelClock, PanelHandle, Passed } from "./panel-handle.ts";

/** A panel in virtual time: nothing happens to it but what its holder does. */
export interface SimulatedPanel extends PanelHandle {
	readonly clock: Extract<PanelClock, { readonly kind: "virtual" }>;
	/** As `clock.now`. */
	readonly now: Date;
	/** As `clock.advance`. */
	advance(until: string | number | Date): Promise<Passed>;
}
