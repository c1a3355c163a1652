import type { PanelState } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import type { MessageStep } from "../messages/thing-messages.ts";
import { isBetter } from "./better-way.ts";
import type { SettingPlace } from "./setting-place.ts";

/** A place of a list and what is to stand there; "" for nothing. */
export interface PlaceGoal {
	readonly place: SettingPlace;
	readonly value: Value;
}

/** What is to stand in each place, by the whole name of its setting. */
export function dueOf(goals: readonly PlaceGoal[]): ReadonlyMap<string, Value> {
	return new Map(goals.map(({ place, value }) => [place.full, value]));
}

/** How a panel's list is looked at and tried. */
export interface ListTrial {
	keptAt(state: PanelState, setting: string): Value;
	/** Messages that give the first of these places its value, and others theirs in passing. */
	stepsTo(
		state: PanelState,
		goals: readonly [PlaceGoal, ...PlaceGoal[]],
	): readonly MessageStep[];
}

/** Messages, and the places that they make right. */
interface ListWay {
	readonly steps: readonly MessageStep[];
	readonly goals: readonly PlaceGoal[];
}

/**
 * A way that makes several places of one list right together, where what is added
 * takes the first free place: what is in the way goes first, so that one command adds
 * all; or, if only that goes or is shorter, what finds its place free comes before, or
 * the places are filled from behind. What goes for good and stands in front goes last,
 * or what is added would take its place. Places that cannot be made right are left as
 * they are; null where none can.
 */
export function listWay(
	state: PanelState,
	goals: readonly PlaceGoal[],
	trial: ListTrial,
): ListWay | null {
	return orders
		.map((order) => wayFor(state, goals, { ...trial, ...order }))
		.reduce((best, way) => {
			if (best === null || way === null) return best ?? way;
			const more = way.goals.length - best.goals.length;
			return more > 0 || (more === 0 && isBetter(way.steps, best.steps))
				? way
				: best;
		});
}

interface Order {
	/** Whether what finds its place free comes before anything goes. */
	readonly fillsFirst: boolean;
	/** Whether no more goes at once than the last place to be filled needs. */
	readonly fromBehind: boolean;
}

const orders: readonly Order[] = [
	{ fillsFirst: false, fromBehind: false },
	{ fillsFirst: true, fromBehind: false },
	{ fillsFirst: true, fromBehind: true },
];

type OrderedTrial = ListTrial & Order;

function wayFor(
	state: PanelState,
	goals: readonly PlaceGoal[],
	trial: OrderedTrial,
): ListWay | null {
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
	trial: OrderedTrial,
): {
	readonly steps: readonly MessageStep[];
	readonly stuck: PlaceGoal | null;
} {
	const steps: MessageStep[] = [];
	let now = state;
	for (;;) {
		const valueAt = ({ place }: PlaceGoal) => trial.keptAt(now, place.full);
		const open = goals.filter((goal) => valueAt(goal) !== goal.value);
		const free = open.filter((goal) => isFilled(goal) && valueAt(goal) === "");
		const wave = nextOf(open, valueAt, trial);
		const [first] = wave;
		if (first === undefined) return { steps, stuck: null };
		const right = goals.filter((goal) => !open.includes(goal));
		const step =
			(trial.fillsFirst ? bestStep(now, free, right, trial) : null) ??
			bestStep(now, wave, right, trial);
		if (step?.state == null) return { steps, stuck: first };
		steps.push(step);
		now = step.state;
	}
}

/** The message that makes most of some places right, and leaves right what is. */
function bestStep(
	state: PanelState,
	[first, ...others]: readonly PlaceGoal[],
	right: readonly PlaceGoal[],
	{ keptAt, stepsTo }: ListTrial,
): MessageStep | null {
	if (first === undefined) return null;
	const wave = [first, ...others] as const;
	const doneBy = ({ state: after }: MessageStep): number => {
		const isRight = ({ place, value }: PlaceGoal) =>
			after !== null && keptAt(after, place.full) === value;
		return right.every(isRight) ? wave.filter(isRight).length : 0;
	};
	const [best] = stepsTo(state, wave)
		.filter((step) => doneBy(step) > 0)
		.toSorted((a, b) => doneBy(b) - doneBy(a));
	return best ?? null;
}

/**
 * What is done next: places to be emptied, or places to be filled. What goes for good
 * behind all that is filled may go before or after it: with what is in the way, if
 * anything is.
 */
function nextOf(
	open: readonly PlaceGoal[],
	valueAt: (goal: PlaceGoal) => Value,
	{ fromBehind }: Order,
): readonly PlaceGoal[] {
	const filled = open.filter(isFilled);
	const last = filled.reduce(
		(most, { place: { at } }) => Math.max(most, at ?? 0),
		Number.NEGATIVE_INFINITY,
	);
	const mayGo = open.filter((goal) => {
		const at = goal.place.at ?? 0;
		const isLast = fromBehind ? at === last : isFilled(goal);
		return valueAt(goal) !== "" && (isLast || at > last);
	});
	const isInTheWay = (goal: PlaceGoal) =>
		isFilled(goal) || filled.some(({ value }) => value === valueAt(goal));
	return filled.length === 0 || mayGo.some(isInTheWay)
		? mayGo.map((goal) => ({ ...goal, value: "" }))
		: filled;
}

function isFilled({ value }: PlaceGoal): boolean {
	return value !== "";
}
