import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { PanelEvent } from "../panel/state/event.ts";
import { readTypedEvent } from "../panel/typed-event.ts";

/** A text of the step language, read. */
export type EventReading =
	| { readonly event: PanelEvent }
	| { readonly fault: Diagnostic };

/** Reads what happens at the panel: `zone 3 open`. Total; spans lie in the text. */
export type ReadEvent = (text: string) => EventReading;

/** Reads the panel's own step language. */
export const readEvent: ReadEvent = (text) => {
	const step = readTypedEvent(text);
	return step.ok
		? { event: step.event }
		: { fault: { ...step.fault, parameter: null } };
};
