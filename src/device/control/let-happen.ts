import { masked, type PinNames } from "../../derive/secrets.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import type { Effect } from "../../panel/state/effect.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { LogEntry } from "../../panel/state/runtime.ts";
import { readTypedEvent, type StepFault } from "../../panel/typed-event.ts";
import type { Panel } from "../panel.ts";

/** The result of a step of the step language, as plain data. */
export interface StepReport {
	/** What is wrong with the step; null where it was carried out. */
	readonly fault: StepFault | null;
	readonly refusal: Refusal | null;
	readonly effects: readonly Effect[];
	readonly changes: readonly Change[];
	/** New entries of the event log. */
	readonly events: readonly LogEntry[];
	/** Ids of the people who are told of it. */
	readonly told: readonly number[];
}

/** Lets something happen to a panel in this process: `zone 3 open`. */
export async function letHappen(
	panel: Panel,
	step: string,
	showSecrets: boolean,
): Promise<StepReport> {
	const read = readTypedEvent(step);
	if (!read.ok) return { ...nothing, fault: read.fault };
	const before = panel.state;
	const { state, refusal, effects } = await panel.happens(read.event);
	const pins: PinNames = new Map();
	const last = before.runtime.log.at(-1)?.sequence ?? 0;
	const waited = new Set(before.runtime.notices.map(({ id }) => id));
	return {
		fault: null,
		refusal,
		effects,
		changes: changes(before, state).map((each) =>
			masked(each, showSecrets, pins),
		),
		events: state.runtime.log.filter(({ sequence }) => sequence > last),
		told: [
			...new Set(
				state.runtime.notices
					.filter(({ id }) => !waited.has(id))
					.map(({ person }) => person),
			),
		],
	};
}

const nothing: Omit<StepReport, "fault"> = {
	refusal: null,
	effects: [],
	changes: [],
	events: [],
	told: [],
};
