import type { PanelState } from "../panel/state/state.ts";

/** Where a panel keeps its memory. */
export interface PanelStore {
	/**
	 * The state that was saved last.
	 * @throws ConfigFileError when it cannot be understood; it is left as it is.
	 */
	load(): Promise<PanelState>;
	/**
	 * Resolves when this state, or one saved after it, is durable.
	 * @throws ConfigWriteError when it cannot be written; the old state is still kept.
	 */
	save(state: PanelState): Promise<void>;
	/** Waits for saves under way. Nothing can be saved afterwards. */
	close(): Promise<void>;
}
