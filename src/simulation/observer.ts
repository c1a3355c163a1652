import type { Response } from "../firmware/answer/response.ts";
import type { PanelEvent } from "../panel/state/event.ts";
import type { PanelState } from "../panel/state/state.ts";

/** Told everything that a panel does, each deadline by itself. */
export interface Observer {
	/** @param now milliseconds since 1970-01-01T00:00:00Z */
	moved(before: PanelState, after: PanelState, now: number): void;
	happened(before: PanelState, event: PanelEvent): void;
	heard(response: Response): void;
}
