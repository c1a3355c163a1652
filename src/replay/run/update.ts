import { readFile } from "node:fs/promises";
import {
	type Conversation,
	isDoing,
	type Step,
} from "../../conversation/conversation.ts";
import type { Located } from "../../conversation/located.ts";
import { literally } from "../../conversation/pattern.ts";
import { senderOf } from "../../conversation/replies.ts";
import { writeJsonLine } from "../../conversation/write-json-line.ts";
import { stepLines } from "../../conversation/write-transcript.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import {
	type RunOptions,
	runConversation,
	type StartingPanel,
} from "../../simulation/run-conversation.ts";
import { replaceUserFile } from "../../store/user-file.ts";
import { formOf } from "../corpus/corpus.ts";

/**
 * The conversation with every claim that does not hold replaced by what came,
 * and with the replies of every message that had no claim. The same object
 * where nothing changes.
 */
export function updated(
	conversation: Conversation,
	beginning: StartingPanel,
	options: RunOptions,
): Conversation {
	const sent = new Map<number, readonly Outgoing[]>();
	const { failures } = runConversation(conversation, beginning, {
		...options,
		onStep: (step, texts) => sent.set(step, texts),
	});
	const wrong = new Map(failures.map((failure) => [failure.step, failure]));
	let changed = false;
	const steps = conversation.steps.map((step, at): Step => {
		const failure = wrong.get(at);
		if (step.type === "claim") {
			if (failure === undefined || !("value" in failure.got)) return step;
			changed = true;
			return { ...step, value: failure.got.value };
		}
		if (!isDoing(step)) return step;
		const unclaimed = step.type === "sms" && step.replies === null;
		if (failure === undefined && !unclaimed) return step;
		changed = true;
		const replies = (sent.get(at) ?? []).map(({ to, text }) => ({
			to: to === senderOf(step) ? null : to,
			pattern: literally(text),
		}));
		return { ...step, replies };
	});
	return changed ? { ...conversation, steps } : conversation;
}

/** The conversations of one file that change: before and after. */
export type Updates = readonly {
	readonly located: Located;
	readonly conversation: Conversation;
}[];

/**
 * Writes what is expected into a corpus; every other line stays as it is.
 * @throws what the system says where the file cannot be read
 * @throws FileWriteError where it cannot be written: then the old one is still there
 */
export async function writeUpdates(
	file: string,
	updates: Updates,
): Promise<void> {
	if (updates.length === 0) return;
	const text = await readFile(file, "utf8");
	const lines: (string | null)[] = text.split("\n");
	for (const { located, conversation } of updates) {
		if (formOf(file) === "json-lines") {
			lines[located.line - 1] = writeJsonLine(conversation);
			continue;
		}
		for (const [at, step] of conversation.steps.entries()) {
			const place = located.places?.[at];
			if (place === undefined || step === located.conversation.steps[at])
				continue;
			const ending = (lines[place.line - 1] ?? "").endsWith("\r") ? "\r" : "";
			for (const reply of place.replies) lines[reply - 1] = null;
			const written = stepLines(step).map((line) => `${line}${ending}`);
			// A message stays as it was typed; a claim is its value.
			if (isDoing(step)) written[0] = lines[place.line - 1] ?? "";
			lines[place.line - 1] = written.join("\n");
		}
	}
	await replaceUserFile(file, lines.filter((line) => line !== null).join("\n"));
}
