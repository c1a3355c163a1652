import type { JournalEntry } from "./journal.ts";
import type { Response } from "./response.ts";

/** One text and what came of it, with the steps that led there. */
export interface Exchange {
	readonly response: Response;
	readonly journal: readonly JournalEntry[];
}
