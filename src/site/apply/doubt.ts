import type { RunProgress } from "../audit/run-progress.ts";

/*
 * A panel answers with the command's word only. Where the network delivers a text twice,
 * it answers twice, and its second answer is taken for the answer to the next text with
 * the same word: from there on each answer is taken for that of the text behind it.
 */

/**
 * Whether the answer to a text may have been a second one to an earlier text with the
 * same word, which could still be delivered then.
 * @param at the text's place among those that were sent
 */
export function isAmbiguous({ sent }: RunProgress, at: number): boolean {
	const text = sent[at];
	return (
		text !== undefined &&
		sent
			.slice(0, at)
			.some(
				({ word, message, isOut, until }) =>
					word === text.word &&
					isOut &&
					until > text.at &&
					(message === null || message !== text.message),
			)
	);
}

/** Messages that an answer was taken for, perhaps wrongly. */
export function doubtful(
	progress: RunProgress,
): readonly { readonly message: number; readonly word: string }[] {
	const { sent, standings } = progress;
	const found = new Map<number, string>();
	for (const [at, { purpose, message, word }] of sent.entries()) {
		if (purpose !== "message" || message === null) continue;
		const standing = standings[message];
		const isByAnswer = standing === "acknowledged" || standing === "assumed";
		if (isByAnswer && isAmbiguous(progress, at)) found.set(message, word);
	}
	return [...found].map(([message, word]) => ({ message, word }));
}
