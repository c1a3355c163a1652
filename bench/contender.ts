import { createHash } from "node:crypto";
import {
	type Message,
	type Wording,
	wording,
} from "../grammar/message/message.ts";
import { corpus } from "./corpus.ts";

/** 100,000 texts, 15 % of them faulty, or none of them. */
export type CorpusName = "mixed" | "valid";

/** What the bench asks of a contender's process. */
export type Request = "digests" | CorpusName;

/** One digest for each `BLOCK` of texts of the mixed corpus. */
export interface Digests {
	/** Over the texts of the messages. */
	readonly wordings: readonly string[];
	/** Over the places too; null for a contender that does not tell them. */
	readonly messages: readonly string[] | null;
}

const COUNT = 100_000;
const SEED = 42;
export const BLOCK = 1000;

/**
 * Reads the corpora in this process whenever the parent asks: one pass over
 * the corpus, garbage collected before it, answered in nanoseconds per text.
 */
export function serve(read: (text: string) => Message | Wording | null): void {
	const corpora = {
		mixed: corpus(COUNT, 15, SEED),
		valid: corpus(COUNT, 0, SEED),
	};
	process.on("message", (request: Request) => {
		process.send?.(
			request === "digests"
				? digests(corpora.mixed, read)
				: nanosecondsPerText(corpora[request], read),
		);
	});
}

function nanosecondsPerText(
	texts: readonly string[],
	read: (text: string) => Message | Wording | null,
): number {
	globalThis.gc?.();
	let slots = 0;
	const begun = process.hrtime.bigint();
	for (const text of texts) slots += read(text)?.slots.length ?? 0;
	const taken = process.hrtime.bigint() - begun;
	// The sum is used so that no compiler may leave the reading out.
	if (slots === 0) throw new Error("the contender read nothing");
	return Number(taken) / texts.length;
}

/**
 * Each result is hashed and let go. Results kept for a while would teach V8
 * that what `read` allocates lives long, and slow every later pass.
 */
function digests(
	texts: readonly string[],
	read: (text: string) => Message | Wording | null,
): Digests {
	const wordings: string[] = [];
	const messages: string[] = [];
	let tellsPlaces = false;
	for (let from = 0; from < texts.length; from += BLOCK) {
		const ofWordings = createHash("sha256");
		const ofMessages = createHash("sha256");
		for (const text of texts.slice(from, from + BLOCK)) {
			const result = read(text);
			if (result !== null && "stray" in result) {
				tellsPlaces = true;
				ofWordings.update(JSON.stringify(wording(result)));
			} else {
				ofWordings.update(JSON.stringify(result));
			}
			ofMessages.update(JSON.stringify(result));
		}
		wordings.push(ofWordings.digest("hex"));
		messages.push(ofMessages.digest("hex"));
	}
	return { wordings, messages: tellsPlaces ? messages : null };
}
