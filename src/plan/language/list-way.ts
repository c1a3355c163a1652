import type { PanelState } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import type { MessageStep } from "../messages/thing-messages.ts";
import type { SettingPlace } from "./setting-place.ts";

/** A place of a list and what is to stand there; "" for nothing. */
export interface PlaceGoal {
	readonly place: SettingPlace;
	readonly value: Value;
}

/** How a panel's list is looked at and tried. */
export interface ListTrial {
	valueOf(state: PanelState, setting: string): Value;
	/** Messages that give the first of these places its value, and others theirs in passing. */
	stepsTo(
		state: PanelState,
		goals: readonly [PlaceGoal, ...PlaceGoal[]],
	): readonly MessageStep[];
}

/**
 * A way that makes several places of one list right together, where what is added
 * takes the first free place: what is in the way goes first, so that one command adds
 * all. What goes for good and stands in front goes last, or what is added would take
 * its place. Places that cannot be made right are left as they are; null where none can.
 */
export function listWay(
	state: PanelState,
	goals: readonly PlaceGoal[],
	trial: ListTrial,
): { steps: readonly MessageStep[]; goals: readonly PlaceGoal[] } | null {
	let tried = goals;
	while (tried.length > 0) {
		const { steps, stuck } = asFarAsItGoes(state, tried, trial);
		if (stuck === null) return { steps, goals: tried };
		tried = tried.filter(({ place }) => place.full !== stuck.place.full);
	}
	return null;
}

function asFarAsItGoes(
	state: PanelState,
	goals: readonly PlaceGoal[],
	trial: ListTrial,
): { steps: readonly MessageStep[]; stuck: PlaceGoal | null } {
	const steps: MessageStep[] = [];
	let now = state;
	const isRight = (by: PanelState, { place, value }: PlaceGoal) =>
		trial.valueOf(by, place.full) === value;
	for (;;) {
		const wave = nextOf(
			goals.filter((goal) => !isRight(now, goal)),
			({ place }) => trial.valueOf(now, place.full) === "",
		);
		const [first, ...others] = wave;
		if (first === undefined) return { steps, stuck: null };
		const right = goals.filter((goal) => isRight(now, goal));
		const doneBy = ({ state: after }: MessageStep): number =>
			after === null || !right.every((goal) => isRight(after, goal))
				? 0
				: wave.filter((goal) => isRight(after, goal)).length;
		const [best] = trial
			.stepsTo(now, [first, ...others])
			.filter((step) => doneBy(step) > 0)
			.toSorted((a, b) => doneBy(b) - doneBy(a));
		if (best === undefined || best.state === null)
			return { steps, stuck: first };
		steps.push(best);
		now = best.state;
	}
}

/** What is done next: places to be emptied, or places to be filled. */
function nextOf(
	open: readonly PlaceGoal[],
	isEmpty: (goal: PlaceGoal) => boolean,
): readonly PlaceGoal[] {
	const filled = open.filter(isFilled);
	const last = Math.max(...filled.map(({ place: { at } }) => at ?? 0));
	const inTheWay = open.filter(
		(goal) => !isEmpty(goal) && (isFilled(goal) || (goal.place.at ?? 0) > last),
	);
	return inTheWay.length > 0
		? inTheWay.map((goal) => ({ ...goal, value: "" }))
		: filled;
}

function isFilled({ value }: PlaceGoal): boolean {
	return value !== "";
}
