import { readFile } from "node:fs/promises";
import { shown as printable } from "../../../grammar/message/terminal-text.ts";
import {
	type Conversation,
	isDoing,
	type Step,
} from "../../conversation/conversation.ts";
import { type Located, lineOf } from "../../conversation/located.ts";
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
import { formOf, type Reading } from "../corpus/reading.ts";

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
			// A path that leads nowhere has no value to write.
			if (failure.got.value === step.value) return step;
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
export type Updates = readonly Update[];

export interface Update {
	readonly located: Located;
	readonly conversation: Conversation;
	/** What became other, for people. */
	readonly changes: readonly ChangedStep[];
}

/** The lines of a step, as they are shown. */
export interface ChangedStep {
	/** Of the file. */
	readonly line: number;
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/**
 * What an update changes.
 * @param shown a step as it may be shown
 */
export function changesOf(
	located: Located,
	after: Conversation,
	shown: (step: Step) => Step,
): readonly ChangedStep[] {
	return located.conversation.steps.flatMap((step, at) => {
		const other = after.steps[at];
		return other === undefined || other === step
			? []
			: [
					{
						line: lineOf(located, at),
						before: stepLines(shown(step)),
						after: stepLines(shown(other)),
					},
				];
	});
}

/** Conversations and lines that are told. */
const TOLD = 50;

/** For people: each step that became other, before and after. */
export function updatesText(updates: Updates): string {
	const changes = updates.flatMap(({ located, changes }) =>
		changes.map((change) => ({ ...change, located })),
	);
	const lines = changes.slice(0, TOLD).flatMap((change) => {
		const { located, line, before, after } = change;
		const { id } = located.conversation;
		return [
			`updated ${id} (${located.file}:${line})`,
			...before
				.filter((each) => !after.includes(each))
				.map((each) => `  - ${each}`),
			...after
				.filter((each) => !before.includes(each))
				.map((each) => `  + ${each}`),
		];
	});
	const more = changes.length - TOLD;
	if (more > 0) lines.push(`updated ${more} more steps`);
	return lines.map((line) => printable(line)).join("\n");
}

/**
 * Writes what is expected into a corpus; every other line stays as it is.
 * @throws what the system says where the file cannot be read
 * @throws FileWriteError where it cannot be written: then the old one is still there
 */
export async function writeUpdates(
	file: string,
	updates: Updates,
	reading: Reading,
): Promise<void> {
	if (updates.length === 0) return;
	const text = await readFile(file, "utf8");
	const lines: (string | null)[] = text.split("\n");
	for (const { located, conversation } of updates) {
		if (formOf(file, reading) === "json-lines") {
			const old = lines[located.line - 1] ?? "";
			const [mark = ""] = /^\uFEFF?/.exec(old) ?? [];
			const ending = old.endsWith("\r") ? "\r" : "";
			lines[located.line - 1] =
				`${mark}${writeJsonLine(conversation)}${ending}`;
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
