import type { PanelState } from "../../panel/state/state.ts";
import type { JournalEntry } from "./journal.ts";
import type { Response } from "./response.ts";

/** One text and what came of it, with the steps that led there. */
export interface Exchange {
	/** What the panel remembered when the text came. */
	readonly before: PanelState;
	readonly response: Response;
	readonly journal: readonly JournalEntry[];
}
