import type { PanelState } from "../panel/state/state.ts";
import type { PanelStore } from "./panel-store.ts";

/** Keeps the state in memory: for replays and tests. */
export function memoryStore(initial: PanelState): PanelStore {
	let kept = initial;
	let isClosed = false;
	return {
		load: async () => kept,
		async save(state) {
			if (isClosed) throw new Error("the store is closed");
			kept = state;
		},
		async close() {
			isClosed = true;
		},
	};
}
