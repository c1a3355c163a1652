import { howMany } from "../../how-many.ts";
import type { Model } from "../../models/model.ts";
import { MINUTE, SECOND } from "../../time/units.ts";
import type { HeardEntry, Settlement } from "../audit/audit-entry.ts";
import {
	aheadAtLeast,
	isDone,
	type RunProgress,
	type SentText,
} from "../audit/run-progress.ts";
import type { ValueMac } from "../audit/value-mac.ts";
import { doubtful, isAmbiguous } from "./doubt.ts";
import { answerOf, type PanelAnswer } from "./expected-answer.ts";
import type { PanelText } from "./panel-link.ts";

/** A text of the panel, and all that says what it answers. */
export interface AccountParts {
	readonly model: Model;
	readonly heard: PanelText;
	/** Which text's answer is waited for; null for none. */
	readonly awaited: number | null;
	readonly mac: ValueMac;
	readonly progress: RunProgress;
	/** When it came, milliseconds since 1970. */
	readonly now: number;
}

/** By how much service centres' clocks may differ, and a time in whole seconds from its moment. */
const TOLERANCE = 10 * SECOND;
/** By how much a clock of ours may be wrong of which nothing is known. */
const UNKNOWN = MINUTE;

/**
 * Says which text an answer belongs to. A panel answers with the command's word only,
 * so the service centre's time decides where several texts have one word: what the
 * panel sent before we did is an answer to something else. A text with the time of
 * one that came before is that one again.
 */
export function accounted(parts: AccountParts): {
	readonly entry: HeardEntry;
	readonly answer: PanelAnswer | null;
	/** What it makes doubtful of messages whose answer had come. */
	readonly doubts: readonly Settlement[];
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
		found === undefined ? null : settledBy(found.at, found.answer, parts);
	const told = fitting[0]?.answer;
	const as = isRepeat
		? "again"
		: found === undefined
			? fitting.length > 0
				? "second"
				: "other"
			: found.at === awaited
				? "answer"
				: "late";
	const words = new Set(fitting.map(({ sent }) => sent.word));
	const isError = told?.type === "refused";
	return {
		entry: {
			type: "heard",
			text: shownAnswer(text, told),
			sentAt,
			identity,
			answers: found?.at ?? null,
			settles,
			as,
		},
		answer: found?.answer ?? null,
		doubts:
			as === "second" || (isError && !isRepeat)
				? doubtsAfter(parts, words, as === "second", isError).filter(
						({ message }) => message !== settles?.message,
					)
				: [],
	};
}

/**
 * Which answers were perhaps taken for those of the wrong messages: those with that word
 * after an ERROR, and any once the panel got a text twice. With both, whether the panel
 * has what the messages with that word say is not known.
 */
function doubtsAfter(
	{ progress }: AccountParts,
	words: ReadonlySet<string>,
	isSecond: boolean,
	isError: boolean,
): readonly Settlement[] {
	const { sent, standings } = progress;
	const wasRefused = sent.some(
		({ word, message }) =>
			message !== null && words.has(word) && standings[message] === "refused",
	);
	return doubtful(progress).flatMap(({ message, word }): Settlement[] => {
		if (words.has(word) && isSecond && (isError || wasRefused))
			return [{ message, as: "silent" }];
		const isAffected = words.has(word) || isSecond;
		return isAffected && standings[message] === "acknowledged"
			? [{ message, as: "assumed" }]
			: [];
	});
}

/** What an answer settles of the message that it answers, or that a probe was about. */
function settledBy(
	at: number,
	{ type }: PanelAnswer,
	parts: AccountParts,
): Settlement | null {
	const { model, progress } = parts;
	const { purpose, message } = progress.sent[at] ?? { message: null };
	if (message === null || isDone(progress.standings[message])) return null;
	if (mayAnswerLater(at, parts)) return null;
	if (purpose === "probe-new") return { message, as: "read" };
	if (purpose !== "message") return null;
	if (type === "refused") return { message, as: "refused" };
	// Without a probe it was never shown that what answers is the panel.
	if (model.probe === null) return { message, as: "assumed" };
	const isDoubtful = progress.isTwice && isAmbiguous(progress, at);
	return { message, as: isDoubtful ? "assumed" : "acknowledged" };
}

/**
 * Whether an answer may be a second one to a text with the same word, about something
 * else, that was sent later.
 */
function mayAnswerLater(
	at: number,
	{ heard: { sentAt }, progress, now }: AccountParts,
): boolean {
	const { sent, ahead } = progress;
	const least = aheadAtLeast(ahead, sentAt, now);
	const about = sent[at];
	return sent
		.slice(at + 1)
		.some(
			(text) =>
				text.isOut &&
				text.word === about?.word &&
				(text.purpose !== about.purpose || text.message !== about.message) &&
				(ahead === null ||
					sentAt === null ||
					sentAt - (least ?? 0) >= text.at - TOLERANCE),
		);
}

/**
 * Which of the texts without an answer was answered: the last that was sent before it.
 * What left the panel before a text of ours was sent does not answer it, nor what left
 * it when that text was delivered no more.
 */
function answeredBy<T extends { readonly sent: SentText }>(
	open: readonly T[],
	{ heard: { sentAt }, progress, now }: AccountParts,
): T | undefined {
	if (sentAt === null) return open[0];
	const least = aheadAtLeast(progress.ahead, sentAt, now) ?? 0;
	// By our clock it left the panel then at the latest.
	const ours = sentAt - least;
	const possible = open.filter(({ sent }) => ours >= sent.at - TOLERANCE);
	if (isClose(progress, least))
		return possible.findLast(({ sent }) => ours <= sent.until + TOLERANCE);
	// Where all that came was late, nothing shows that our clock is wrong.
	const byOurClock = possible.findLast(
		({ sent }) =>
			least <= UNKNOWN &&
			sentAt >= sent.at - UNKNOWN &&
			sentAt <= sent.until + UNKNOWN,
	);
	return latestLike(byOurClock, possible) ?? firstUnlessSoon(possible, now);
}

/**
 * Whether it is known well how far the service centre's clock is from ours: hardly at
 * all, or as an answer shows that came soon after its text was sent. What is late shows little.
 */
function isClose({ ahead, aheadAtMost }: RunProgress, least: number): boolean {
	if (ahead === null) return false;
	if (Math.abs(least) <= UNKNOWN) return true;
	const slack = (aheadAtMost ?? Number.POSITIVE_INFINITY) - least;
	return slack >= -TOLERANCE && slack <= UNKNOWN;
}

/** A query about no message asks the same each time, so the last one stands for all. */
function latestLike<T extends { readonly sent: SentText }>(
	found: T | undefined,
	possible: readonly T[],
): T | undefined {
	if (found === undefined || found.sent.message !== null) return found;
	return possible.findLast(({ sent }) => isAlike(sent, found.sent));
}

/**
 * The last of texts about the same, or one sent a moment ago; else the first, whose
 * message stands already or is not settled by it: a later one is sent again rather than
 * taken for done.
 */
function firstUnlessSoon<T extends { readonly sent: SentText }>(
	possible: readonly T[],
	now: number,
): T | undefined {
	const last = possible.at(-1);
	return last === undefined ||
		now - last.sent.at <= UNKNOWN ||
		possible.every(({ sent }) => isAlike(sent, last.sent))
		? last
		: possible[0];
}

function isAlike(one: SentText, other: SentText): boolean {
	return one.purpose === other.purpose && one.message === other.message;
}

/** An answer with no secret in it as it came; else what it is. */
function shownAnswer(text: string, answer: PanelAnswer | undefined): string {
	const type = answer?.type;
	if (answer !== undefined && "said" in answer) return answer.said ?? "";
	if (type === "done" || type === "refused") return text.trim();
	const characters = howMany([...text].length, "character");
	return type === "told"
		? `an answer of ${characters}`
		: `a text of ${characters}`;
}
