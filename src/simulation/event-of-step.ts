import type { PanelEvent } from "../panel/state/event.ts";
import { readTypedEvent } from "../panel/typed-event.ts";
import { demandText } from "./demand-text.ts";

/**
 * What a step makes happen: `"zone 3 open"`.
 * @throws TypeError for what is no text
 * @throws RangeError for what cannot happen at a panel, naming what can
 */
export function eventOf(step: string): PanelEvent {
	demandText("step", step);
	const read = readTypedEvent(step);
	if (read.ok) return read.event;
	const { message, hint, start, end } = read.fault;
	const what = step.slice(start, end) || step;
	throw new RangeError(
		`step ${JSON.stringify(what)}: ${message}${hint === null ? "" : `; ${hint}`}`,
	);
}
