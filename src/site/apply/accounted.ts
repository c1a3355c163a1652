import type { Model } from "../../models/model.ts";
import { MINUTE } from "../../time/units.ts";
import type { HeardEntry, Settlement } from "../audit/audit-entry.ts";
import {
	isConfirmed,
	type RunProgress,
	type SentText,
} from "../audit/run-progress.ts";
import type { ValueMac } from "../audit/value-mac.ts";
import { answerOf, type PanelAnswer } from "./expected-answer.ts";
import type { PanelText } from "./panel-link.ts";

/** A text of the panel, and all that says what it answers. */
export interface AccountParts {
	readonly model: Model;
	readonly heard: PanelText;
	/** Which text's answer is waited for; null for none. */
	readonly awaited: number | null;
	readonly mac: ValueMac;
	/** By how much the service centre's clock is ahead of ours, in milliseconds. */
	readonly ahead: number;
	readonly progress: RunProgress;
}

/** By how much two clocks may differ, and a time in whole seconds from its moment. */
const TOLERANCE = MINUTE;

/**
 * Says which text an answer belongs to. A panel answers with the command's word only,
 * so the service centre's time decides where several texts have one word: what the
 * panel sent before we did is an answer to something else. A text with the time of
 * one that came before is that one again.
 */
export function accounted(parts: AccountParts): {
	readonly entry: HeardEntry;
	readonly answer: PanelAnswer | null;
} {
	const { model, heard, awaited, mac, progress } = parts;
	const { text, sentAt } = heard;
	const identity = mac.of(`heard ${sentAt} ${text}`);
	const isRepeat = sentAt !== null && progress.heard.has(identity);
	const fitting = progress.sent.flatMap((sent, at) => {
		const answer = answerOf(model, sent.word, text);
		return answer === null ? [] : [{ sent, at, answer }];
	});
	const open = isRepeat ? [] : fitting.filter(({ sent }) => !sent.answered);
	const found = answeredBy(open, parts);
	const settles =
		found === undefined ? null : settledBy(found.sent, found.answer, parts);
	const told = fitting[0]?.answer;
	return {
		entry: {
			type: "heard",
			text: shownAnswer(text, told),
			identity,
			answers: found?.at ?? null,
			settles,
			as:
				found === undefined
					? fitting.length > 0
						? "again"
						: "other"
					: found.at === awaited
						? "answer"
						: "late",
		},
		answer: found?.answer ?? null,
	};
}

/** What an answer settles of the message that it answers, or that a probe was about. */
function settledBy(
	{ purpose, message }: SentText,
	{ type }: PanelAnswer,
	{ model, progress }: AccountParts,
): Settlement | null {
	if (message === null || isConfirmed(progress.standings[message])) return null;
	if (purpose === "probe-new") return { message, as: "read" };
	if (purpose !== "message") return null;
	if (type === "refused") return { message, as: "refused" };
	// Without a probe it was never shown that what answers is the panel.
	return { message, as: model.probe === null ? "assumed" : "acknowledged" };
}

/** Which of the texts without an answer was answered: the last that was sent before it. */
function answeredBy<T extends { readonly sent: SentText }>(
	open: readonly T[],
	{ heard: { sentAt }, ahead }: AccountParts,
): T | undefined {
	if (sentAt === null) return open[0];
	return (
		open.findLast(({ sent }) => sentAt - ahead >= sent.at - TOLERANCE) ??
		open[0]
	);
}

/** An answer with no secret in it as it came; else what it is. */
function shownAnswer(text: string, answer: PanelAnswer | undefined): string {
	const type = answer?.type;
	if (answer !== undefined && "said" in answer) return answer.said ?? "";
	if (type === "done" || type === "refused") return text.trim();
	const characters = `${[...text].length} characters`;
	return type === "told"
		? `an answer of ${characters}`
		: `a text of ${characters}`;
}
