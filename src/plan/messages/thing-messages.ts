import type { ModelCommand } from "../../models/model.ts";
import { neverDone } from "../../panel/never-done.ts";
import type { Change } from "../../panel/state/changes.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Arguments, Inverse } from "../../parameters/command-spec.ts";
import type { Value } from "../../parameters/kind.ts";
import { provenanceRank } from "../../parameters/provenance.ts";
import { pathOfThing, type Thing } from "../site/site.ts";
import {
	type Purpose,
	type Written,
	writtenFor,
	writtenToDelete,
} from "./arguments.ts";
import { knownMember, thingIn, valueIn, type Wanted } from "./known-panel.ts";
import { AT_THE_PANEL, nearer, type Obstacle } from "./obstacle.ts";
import { tried } from "./trial.ts";

/** One message, and what becomes of the panel. */
export interface MessageStep {
	readonly thing: Thing;
	readonly command: ModelCommand;
	readonly inverse: Inverse;
	readonly args: Arguments;
	/** Members of the thing that it makes right. */
	readonly covers: readonly string[];
	/** Labels of parameters of which no manual says that this is what they do. */
	readonly readings: readonly string[];
	/** After it; null where nothing is known of the panel. */
	readonly state: PanelState | null;
	readonly changes: readonly Change[];
}

/** A command that describes a thing, and how. */
interface Candidate {
	readonly command: ModelCommand;
	readonly inverse: Inverse;
}

/** What a plan for one thing is made from. */
export interface ThingTask {
	readonly commands: Iterable<ModelCommand>;
	/** Null where nothing is known of the panel. */
	readonly state: PanelState | null;
	/** Under which the messages are sent; null where they need none. */
	readonly installerCode: string | null;
	readonly wanted: Wanted;
	readonly thing: Thing;
	readonly due: ReadonlyMap<string, Value>;
	readonly trustsReadings: boolean;
}

/** Messages for a thing, and why none does the rest. */
export interface ThingMessages {
	readonly steps: readonly MessageStep[];
	readonly obstacles: ReadonlyMap<string, Obstacle>;
}

/**
 * The fewest messages that make a thing what it is to be, and of as many those of
 * the better provenance. Where none can do all of it, those that do the most.
 */
export function messagesFor(task: ThingTask): ThingMessages {
	const candidates = candidatesFor(task, ({ sets }) => sets !== undefined);
	const obstacles = new Map<string, Obstacle>();
	const tell = (member: string, obstacle: Obstacle) => {
		obstacles.set(member, nearer(obstacles.get(member), obstacle));
	};
	const due = new Map(
		[...task.due].filter(([member]) => isSaid(candidates, member)),
	);
	let best: Way = { steps: [], left: due };
	for (let most = 1; most <= candidates.length && best.left.size > 0; most++)
		for (const way of waysFrom({ ...task, due }, candidates, most, tell))
			if (isBetter(way, best)) best = way;
	const unsaid = [...task.due.keys()].filter((member) => !due.has(member));
	const open = [...best.left.keys(), ...unsaid].map(
		(member): [string, Obstacle] => [
			member,
			obstacles.get(member) ?? noMessage,
		],
	);
	return { steps: best.steps, obstacles: new Map(open) };
}

/** The message that takes a thing away, or why none does. */
export function deletionOf(
	task: Omit<ThingTask, "due" | "wanted">,
): MessageStep | Obstacle {
	const { thing, state } = task;
	let obstacle = noMessage;
	const found: MessageStep[] = [];
	for (const { command, inverse } of candidatesFor(
		task,
		({ deletes }) => deletes !== undefined,
	)) {
		if (inverse.inferred !== undefined && !task.trustsReadings) {
			obstacle = {
				code: "reading",
				why: `no manual says that ${command.spec.word} takes it away with a blank`,
				where: `${AT_THE_PANEL}, or --with inferred`,
			};
			continue;
		}
		const written = writtenToDelete(command, inverse, thing);
		if (written === null || state === null) continue;
		const step = stepOf(task, { command, inverse }, written);
		if ("code" in step) obstacle = nearer(obstacle, step);
		else if (thingIn(step.state ?? state, thing) === undefined)
			found.push(step);
	}
	return found.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? obstacle;
}

/** Messages one after the other, and what is still due behind them. */
interface Way {
	readonly steps: readonly MessageStep[];
	readonly left: ReadonlyMap<string, Value>;
}

function isBetter(way: Way, than: Way): boolean {
	if (way.left.size !== than.left.size) return way.left.size < than.left.size;
	if (way.steps.length !== than.steps.length)
		return way.steps.length < than.steps.length;
	const rank = (steps: Way["steps"]) =>
		steps.reduce((sum, step) => sum + rankOf(step), 0);
	return rank(way.steps) < rank(than.steps);
}

/** Every way of at most so many messages of which each does something that is due. */
function* waysFrom(
	task: ThingTask,
	candidates: readonly Candidate[],
	most: number,
	tell: (member: string, obstacle: Obstacle) => void,
): Iterable<Way> {
	const { thing, wanted, state, due, trustsReadings } = task;
	const purpose: Purpose = {
		thing,
		due,
		trustsReadings,
		known: (member) => knownMember(state, wanted, thing, member),
	};
	for (const { command, inverse } of candidates) {
		const written = writtenFor(command, inverse, purpose, tell);
		if (written === null) continue;
		const step = stepOf(task, { command, inverse }, written);
		if ("code" in step) {
			for (const member of written.covers) tell(member, step);
			continue;
		}
		const way = { steps: [step], left: leftAfter(task, step) };
		yield way;
		if (most === 1 || way.left.size === 0) continue;
		const rest = { ...task, state: step.state, due: way.left };
		for (const { steps, left } of waysFrom(rest, candidates, most - 1, tell))
			yield { steps: [step, ...steps], left };
	}
}

/** A message as a step, or why the panel does not do it, or does more. */
function stepOf(
	task: Pick<ThingTask, "state" | "installerCode" | "thing"> & {
		readonly wanted?: Wanted;
	},
	{ command, inverse }: Candidate,
	written: Written,
): MessageStep | Obstacle {
	const { state, thing, wanted } = task;
	const rest = { thing, command, inverse, ...written };
	if (state === null) {
		const event = command.spec.toEvent?.(written.args);
		const never =
			event === undefined ? null : neverDone(event, task.installerCode);
		return never === null
			? { ...rest, state: null, changes: [] }
			: refusedBy(never);
	}
	const trial = tried(state, command, written.args);
	if (trial.refusal !== null) return refusedBy(trial.refusal);
	const path = pathOfThing(thing);
	const isNew = thingIn(state, thing) === undefined;
	const beside = trial.changes.find((change) =>
		wanted === undefined
			? // A user who goes is taken from the people, too.
				change.path !== path &&
				!change.path.startsWith(`${path}.`) &&
				!change.path.startsWith("remote.")
			: !wanted.has(change.path) &&
				!(isNew && change.path.startsWith(`${path}.`)),
	);
	return beside === undefined
		? { ...rest, state: trial.state, changes: trial.changes }
		: {
				code: "effect",
				why: `${command.spec.word} would change ${beside.path} as well`,
				where: `in the site: name ${beside.path} as well`,
			};
}

function refusedBy({ message, hint }: Refusal): Obstacle {
	return { code: "refused", why: message, where: hint ?? AT_THE_PANEL };
}

/**
 * What is due after a step. Where readings are not trusted, what a new thing has by
 * itself is no answer: a message has to say it.
 */
function leftAfter(
	{ state: before, due, thing, trustsReadings }: ThingTask,
	{ state: after, covers }: MessageStep,
): ReadonlyMap<string, Value> {
	const isLeft = (member: string, value: Value): boolean => {
		const isSaid = covers.includes(member);
		if (before === null || after === null) return !isSaid;
		const isRight = valueIn(after, thing, member) === value;
		if (isSaid || trustsReadings) return !isRight;
		const old = valueIn(before, thing, member);
		return !isRight || old === undefined || old === value;
	};
	return new Map([...due].filter(([member, value]) => isLeft(member, value)));
}

/** Whether some message says what a member is to be. */
function isSaid(candidates: readonly Candidate[], member: string): boolean {
	return candidates.some(({ inverse: { sets = {}, also = {} } }) =>
		[...Object.values(sets), ...Object.values(also)].includes(member),
	);
}

function candidatesFor(
	{ commands, thing }: Pick<ThingTask, "commands" | "thing">,
	does: (inverse: Inverse) => boolean,
): readonly Candidate[] {
	return [...commands].flatMap((command) =>
		(command.spec.inverse ?? [])
			.filter((inverse) => inverse.part === thing.part && does(inverse))
			.map((inverse) => ({ command, inverse })),
	);
}

/** Among equal provenances what a manual says comes first. */
function rankOf({ command, readings }: MessageStep): number {
	return 2 * provenanceRank[command.provenance] + Math.min(1, readings.length);
}

const noMessage: Obstacle = {
	code: "no-message",
	why: "no message sets it",
	where: AT_THE_PANEL,
};
