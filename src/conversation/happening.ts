import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { PanelEvent } from "../panel/state/event.ts";
import { readStep } from "../panel/typed-event.ts";

/** A text of the step language, read. */
export type HappeningReading =
	| { readonly event: PanelEvent }
	| { readonly fault: Diagnostic };

/** Reads what happens at the panel: `zone 3 open`. Total; spans lie in the text. */
export type ReadHappening = (text: string) => HappeningReading;

/** What happens at the panel, in the panel's own step language. */
export const happening: ReadHappening = (text) => {
	const step = readStep(text);
	return step.ok
		? { event: step.event }
		: { fault: { ...step.fault, parameter: null } };
};
