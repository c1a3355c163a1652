import { type Panel, type PanelParts, startPanel } from "../../device/panel.ts";
import type { Model } from "../../models/model.ts";
import { factoryState } from "../../panel/state/state.ts";
import { memoryStore } from "../../store/memory-store.ts";

/** Starts a panel fresh from the factory that nothing is kept of. */
export async function throwAwayPanel(
	model: Model,
	parts: Omit<PanelParts, "model" | "store">,
): Promise<Panel> {
	const store = memoryStore(factoryState(model.name, model.sections));
	return await startPanel({ ...parts, model, store });
}
