import {
	type Conversation,
	type ExpectedReplies,
	isDoing,
	type Step,
} from "../../conversation/conversation.ts";
import { backwards } from "../../conversation/timeline.ts";
import {
	type Failure,
	type RunOptions,
	runConversation,
	type StartingPanel,
} from "../../simulation/run-conversation.ts";

/** A conversation made short, and what came in its last step. */
export interface Shrunk {
	readonly conversation: Conversation;
	readonly got: Failure["got"];
}

/**
 * A short conversation that fails as this one does. Its last step is the first
 * claim that does not hold. As many of the steps before it as possible are left
 * out, as long as the panel's answer and the reason stay the same. The other steps
 * claim nothing.
 *
 * It takes out halves, quarters and so on until no step can go (Zeller and
 * Hildebrandt's ddmin).
 * @returns null where it does not fail
 */
export function shrunk(
	conversation: Conversation,
	beginning: StartingPanel,
	options: RunOptions = {},
): Shrunk | null {
	const { digestInput: _, ...plain } = options;
	const [failure] = runConversation(conversation, beginning, plain).failures;
	if (failure === undefined) return null;
	const last = conversation.steps[failure.step];
	if (last === undefined) return null;
	const wanted = mannerOf(failure);

	const withSteps = (front: readonly Step[]): Conversation => ({
		...conversation,
		steps: [...front, last],
	});
	const fails = (front: readonly Step[]): boolean => {
		const candidate = withSteps(front);
		if (backwards(candidate.steps) !== null) return false;
		const { failures } = runConversation(candidate, beginning, plain);
		const found = failures.find(({ step }) => step === front.length);
		return found !== undefined && mannerOf(found) === wanted;
	};

	const front = conversation.steps.slice(0, failure.step);
	const quiet = front.map(withoutClaims);
	const few = fewest(fails(quiet) ? quiet : front, fails);
	return { conversation: withSteps(few), got: failure.got };
}

/** What has to stay the same: what came, and the reason. */
function mannerOf({ kind, got, why }: Failure): string {
	return JSON.stringify([kind, got, why?.diagnostic.code]);
}

/** As few as possible of some steps that fail, in their order. */
function fewest(
	steps: readonly Step[],
	fails: (steps: readonly Step[]) => boolean,
): readonly Step[] {
	let present = steps;
	for (let parts = 2; present.length > 0; ) {
		const size = Math.ceil(present.length / parts);
		const less = chunksLess(present, size, fails);
		if (less !== undefined) {
			present = less;
			parts = Math.max(2, parts - 1);
		} else if (size === 1) break;
		else parts = Math.min(present.length, parts * 2);
	}
	return present;
}

/** The steps without the first stretch of so many that can be spared. */
function chunksLess(
	steps: readonly Step[],
	size: number,
	fails: (steps: readonly Step[]) => boolean,
): readonly Step[] | undefined {
	for (let at = 0; at < steps.length; at += size) {
		const less = [...steps.slice(0, at), ...steps.slice(at + size)];
		if (fails(less)) return less;
	}
	return undefined;
}

/** A capture stays, since a later step may need it. */
function withoutClaims(step: Step): Step {
	return isDoing(step) && !captures(step.replies)
		? { ...step, replies: null }
		: step;
}

function captures(replies: ExpectedReplies): boolean {
	return (
		replies?.some(({ pattern }) => /\{\{|^\/.*\(\?</.test(pattern)) ?? false
	);
}
