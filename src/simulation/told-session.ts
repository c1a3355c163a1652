import type { Doing, Event, Sms, Step } from "../conversation/conversation.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import { withoutDuress } from "../firmware/outbox/without-duress.ts";
import { DURESS } from "../panel/state/fields/special-codes.ts";
import { find } from "../panel/state/numbered.ts";
import type { PanelState } from "../panel/state/state.ts";
import { runConversation, type StartingPanel } from "./run-conversation.ts";

/** A step that was done with a panel, and what came to phones in it. */
export interface DoneStep {
	readonly step: Step;
	readonly sent: readonly Outgoing[];
	/** The step where duress and silent alarms are not told; null where it is left out. */
	readonly discreet: Step | null;
}

/** A step as it was done, and as it is told where duress is not. */
export function doneStep(
	step: Sms | Event,
	sent: readonly Outgoing[],
	{
		panel,
		after,
		now,
	}: {
		/** As it was before. */
		readonly panel: StartingPanel;
		readonly after: PanelState;
		readonly now: number;
	},
): DoneStep {
	const discreet = discreetStep<Sms | Event>(step, {
		before: panel.state,
		after,
		tried: (each) => stepAlone(each, panel, now).state,
	});
	return { step, sent, discreet };
}

/** What a panel without a network does in one step at an instant. */
export function stepAlone(
	step: Doing,
	panel: StartingPanel,
	now: number,
): { readonly sent: readonly Outgoing[]; readonly state: PanelState } {
	let sent: readonly Outgoing[] = [];
	const steps: readonly Step[] = [
		{ type: "at", instant: now, replies: null },
		step,
	];
	const { state } = runConversation({ ...NAMELESS, seed: null, steps }, panel, {
		onStep: (_, texts) => {
			sent = texts;
		},
	});
	return { sent, state };
}

/**
 * A session as it may have been without duress and silent alarms, with what would
 * have come to phones then. One without either is handed back as it is.
 *
 * @param beginning the panel before the first step
 * @param seed of the network's chance
 */
export function discreetSession<Done extends DoneStep>(
	done: readonly Done[],
	beginning: StartingPanel,
	seed: number | null,
): readonly Done[] {
	if (done.every(({ step, discreet }) => discreet === step)) return done;
	const told = done.flatMap((each) =>
		each.discreet === null ? [] : [{ ...each, step: each.discreet }],
	);
	const sent = new Map<number, readonly Outgoing[]>();
	const steps = told.map(({ step }) => step);
	runConversation({ ...NAMELESS, seed, steps }, beginning, {
		onStep: (at, texts) => void sent.set(at, texts),
	});
	return told.map((each, at) => ({ ...each, sent: sent.get(at) ?? [] }));
}

/** What a step does to a panel. */
export interface StepEffect<Told extends Sms | Event> {
	/** What the panel remembered. */
	readonly before: PanelState;
	readonly after: PanelState;
	/** What it would remember after a step at once, whatever the network does to it. */
	readonly tried: (step: Told) => PanelState;
}

/**
 * A step as it is recorded where whoever forces the owner may read the recording:
 * with the user's own PIN in the place of the duress code. A code within a parameter
 * of which nothing came that differs is recorded as it is.
 *
 * @returns null where the step raises a silent alarm: it is left out
 */
export function discreetStep<Told extends Sms | Event>(
	step: Told,
	{ before, after, tried }: StepEffect<Told>,
): Told | null {
	if (hasSilentAlarm(after) && !hasSilentAlarm(before)) return null;
	const candidates = withAnotherPin(step, before);
	if (candidates.length === 0) return step;
	const state = tried(step);
	const [all, told] = [json(state), json(withoutDuress(state))];
	// What stands as a word is a code even where nothing came of it; digits within a
	// parameter need not be one.
	const code = find(before.users, DURESS)?.pin ?? "";
	const isCode = step.text.split(/\s+/).includes(code);
	// The other PIN does the same, but for what nobody may see.
	const discreet = candidates.find((each) => {
		const other = tried(each);
		const isOther = isCode || json(other) !== all;
		return isOther && json(withoutDuress(other)) === told;
	});
	return discreet ?? step;
}

/** Whether a silent alarm is remembered. */
function hasSilentAlarm({ runtime }: PanelState): boolean {
	return runtime.alarms.some(({ kind }) => kind === "silent-panic");
}

/**
 * The same step as it may have been without duress: another user's PIN stands where
 * the duress code stood. Which user it was to be shows when they are tried.
 */
function withAnotherPin<Told extends Sms | Event>(
	step: Told,
	{ users }: PanelState,
): readonly Told[] {
	const code = find(users, DURESS)?.pin ?? "";
	if (code === "") return [];
	// A one-time code and the PIN behind it may have blanks and dashes in them.
	const written = new RegExp([...code].join("[\\s\\p{Pd}\\u2212]*"), "u");
	if (!written.test(step.text)) return [];
	return users
		.filter(({ id, pin }) => id !== DURESS && pin !== "")
		.map(({ pin }) => ({ ...step, text: step.text.replace(written, pin) }));
}

function json(state: PanelState): string {
	return JSON.stringify(state);
}

const NAMELESS = {
	id: "",
	model: null,
	config: null,
	source: null,
	tags: [],
};
