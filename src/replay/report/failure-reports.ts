import { drawCaret } from "../../../grammar/message/caret.ts";
import type { Conversation, Step } from "../../conversation/conversation.ts";
import { isDoing } from "../../conversation/conversation.ts";
import { type Located, lineOf } from "../../conversation/located.ts";
import { literally } from "../../conversation/pattern.ts";
import { senderOf } from "../../conversation/replies.ts";
import {
	replyLines,
	stepLines,
	valueText,
} from "../../conversation/write-transcript.ts";
import { usage } from "../../derive/usage.ts";
import type {
	Failure,
	Ran,
	RunOptions,
	StartingPanel,
	Why,
} from "../../simulation/run-conversation.ts";
import type { FailureReport } from "./failure-report.ts";
import { failureTimeline } from "./failure-timeline.ts";
import { Mask } from "./mask.ts";

const BEFORE = 4;
const BEHIND = 1;

/**
 * The failures of a conversation as plain data; secrets are masked unless `showSecrets`.
 * @param options of a second run, for the timeline; null for none
 */
export function failureReports(
	located: Located,
	beginning: StartingPanel,
	ran: Ran,
	showSecrets: boolean,
	options: RunOptions | null = {},
): readonly FailureReport[] {
	const { conversation, file } = located;
	const { id, source } = conversation;
	const states = [beginning.state, ran.state];
	const timeline =
		options === null
			? []
			: failureTimeline(
					conversation,
					beginning,
					ran.failures.map(({ step }) => step),
					options,
					showSecrets
						? null
						: new Mask(beginning.model, [
								...states,
								...ran.failures.map(({ state }) => state),
							]),
				);
	return ran.failures.map((failure, at) => {
		const mask = showSecrets
			? null
			: new Mask(beginning.model, [...states, failure.state]);
		const step = conversation.steps[failure.step];
		return {
			id,
			file,
			line: lineOf(located, failure.step),
			model: beginning.model.name,
			source,
			step: failure.step + 1,
			about: step?.type === "claim" ? step.path : "replies",
			around: around(conversation, failure.step, mask),
			timeline: at === 0 ? timeline : [],
			expected: expected(step, mask),
			got: got(step, failure, mask),
			why: failure.why === null ? null : why(failure.why, beginning, mask),
		};
	});
}

function around(
	{ steps }: Conversation,
	at: number,
	mask: Mask | null,
): FailureReport["around"] {
	const from = Math.max(0, at - BEFORE);
	return steps.slice(from, at + BEHIND + 1).flatMap((step, offset) =>
		stepLines(mask === null ? step : mask.step(step)).map((text) => ({
			text,
			here: from + offset === at,
		})),
	);
}

function expected(
	step: Step | undefined,
	mask: Mask | null,
): readonly string[] {
	if (step === undefined) return [];
	const shown = mask === null ? step : mask.step(step);
	if (shown.type === "claim") return [valueText(shown.value)];
	return isDoing(shown) ? replyLines(shown.replies) : [];
}

function got(
	step: Step | undefined,
	{ got }: Failure,
	mask: Mask | null,
): readonly string[] {
	if (step === undefined) return [];
	if ("value" in got) {
		const { value } = got;
		if (mask === null || step.type !== "claim") return [valueText(value)];
		return [valueText(mask.value(step.path, value))];
	}
	const sender = isDoing(step) ? senderOf(step) : "";
	return replyLines(
		got.map(({ to, text }) => {
			const pattern = literally(text);
			return {
				to: to === sender ? null : to,
				pattern: mask === null ? pattern : mask.text(pattern),
			};
		}),
	);
}

function why(
	{ text, diagnostic }: Why,
	{ model }: StartingPanel,
	mask: Mask | null,
): FailureReport["why"] {
	const shown =
		mask === null ? { text, diagnostic } : mask.why(text, diagnostic);
	const { code, message, hint } = shown.diagnostic;
	const word = model.dialect.read(text)?.word.text ?? "";
	const command = model.commands.get(word);
	const drawn = [
		drawCaret(shown.text, shown.diagnostic),
		...(hint === null ? [] : [hint]),
		...(command === undefined || code.startsWith("credentials/")
			? []
			: [usage(command)]),
	];
	return { code, message, hint, drawn: drawn.join("\n") };
}
