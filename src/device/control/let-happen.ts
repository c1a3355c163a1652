import { masked } from "../../derive/secrets.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import type { Effect } from "../../panel/state/effect.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import { readStep, type StepFault } from "../../panel/typed-event.ts";
import type { Panel } from "../panel.ts";

/** The result of a step of the step language, as plain data. */
export interface StepReport {
	/** What is wrong with the step; null where it was carried out. */
	readonly fault: StepFault | null;
	readonly refusal: Refusal | null;
	readonly effects: readonly Effect[];
	readonly changes: readonly Change[];
}

/** Lets something happen to a panel in this process: `zone 3 open`. */
export async function letHappen(
	panel: Panel,
	step: string,
	showSecrets: boolean,
): Promise<StepReport> {
	const read = readStep(step);
	if (!read.ok)
		return { fault: read.fault, refusal: null, effects: [], changes: [] };
	const before = panel.state;
	const { state, refusal, effects } = await panel.happens(read.event);
	return {
		fault: null,
		refusal,
		effects,
		changes: changes(before, state).map((each) => masked(each, showSecrets)),
	};
}
