import type { PanelState } from "../panel/state.ts";
import type { PanelStore } from "./panel-store.ts";

/** Keeps the state as long as the process lives: for replays and for tests. */
export class MemoryStore implements PanelStore {
	#state: PanelState;
	#closed = false;

	constructor(state: PanelState) {
		this.#state = state;
	}

	async load(): Promise<PanelState> {
		return this.#state;
	}

	async save(state: PanelState): Promise<void> {
		if (this.#closed) throw new Error("the store is closed");
		this.#state = state;
	}

	async close(): Promise<void> {
		this.#closed = true;
	}
}
