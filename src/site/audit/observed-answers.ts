import { MASK } from "../../derive/secrets.ts";
import type {
	Observation,
	Observations,
} from "../../views/languages/observations.ts";
import type { AuditLine } from "./audit-chain.ts";
import { progressAfter, type RunProgress } from "./run-progress.ts";

/**
 * What a real panel answered to the commands of its audit, each manner once; null
 * where it answered none. An audit holds no secret, and digits are masked besides.
 * @param firmware as the panel says it; null where nobody said so
 */
export function observedAnswers(
	lines: readonly AuditLine[],
	firmware: string | null,
): Observations | null {
	let progress: RunProgress | null = null;
	const seen: {
		readonly model: string;
		readonly at: number;
		readonly command: Observation;
	}[] = [];
	for (const { at, entry } of lines) {
		const command = progress === null ? null : observationIn(progress, entry);
		if (progress !== null && command !== null)
			seen.push({ model: progress.begun.model, at, command });
		progress = progressAfter(progress, entry, at);
	}
	const last = seen.at(-1);
	if (last === undefined) return null;
	const { model, at } = last;
	const commands = seen
		.filter((each) => each.model === model)
		.map(({ command }) => [JSON.stringify(command), command] as const);
	return {
		model,
		firmware,
		date: new Date(at).toISOString().slice(0, 10),
		commands: [...new Map(commands).values()],
	};
}

/** What an entry tells of a command; null where it tells nothing. */
function observationIn(
	{ sent }: RunProgress,
	entry: AuditLine["entry"],
): Observation | null {
	if (entry.type !== "heard" || entry.answers === null) return null;
	const text = sent[entry.answers];
	// Of a query's answer the audit holds only how long it was.
	if (text === undefined || text.purpose !== "message") return null;
	return {
		word: text.word,
		verdict: "done",
		shape: null,
		answers: [entry.text.replace(/\d{4,}/g, MASK)],
		alike: entry.settles?.as !== "refused",
	};
}
