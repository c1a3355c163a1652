import type { Diagnostic } from "../../grammar/diagnostic.ts";
import type { PanelEvent } from "../panel/event.ts";

/** A text of the step language, read. */
export type HappeningReading =
	| { readonly event: PanelEvent }
	| { readonly fault: Diagnostic };

/** Reads what happens at the panel: `zone 3 open`. Total; spans lie in the text. */
export type ReadHappening = (text: string) => HappeningReading;

/** The step language of this version: nothing can happen at the panel yet. */
export const happening: ReadHappening = (text) => ({
	fault: {
		code: "happening/unknown",
		message: "event: this version knows none that happen at the panel",
		hint: "time (@ +30s), messages (> …) and claims (? …) are known",
		parameter: null,
		start: 0,
		end: text.length,
	},
});
