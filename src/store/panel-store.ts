import type { PanelState } from "../panel/state/state.ts";

/** Where a panel keeps its memory. */
export interface PanelStore {
	/**
	 * The state that was saved last.
	 * @throws ConfigFileError when what is kept cannot be understood; it is left as it is.
	 */
	load(): Promise<PanelState>;
	/**
	 * Resolves when this state, or one saved after it, is durable.
	 * @throws ConfigWriteError when it cannot be kept; what was kept before still is.
	 */
	save(state: PanelState): Promise<void>;
	/** Waits for what is being saved. Afterwards nothing can be saved. */
	close(): Promise<void>;
}
