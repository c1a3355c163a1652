import { argumentsJson, masked } from "../derive/secrets.ts";
import type { JournalEntry } from "../firmware/journal.ts";
import type { Response } from "../firmware/respond.ts";
import type { Model } from "../models/model.ts";

/** What came of one SMS, for programs. */
export function exchangeJson(
	{ name }: Model,
	{ reply, verdict, effects }: Response,
	journal: readonly JournalEntry[],
	showSecrets: boolean,
) {
	const known = verdict.type === "silence" ? null : verdict;
	return {
		reply,
		accepted: verdict.type === "done",
		model: name,
		command: known?.message.word.text ?? null,
		provenance: known?.command?.provenance ?? null,
		arguments:
			known === null || known.command === null || known.args === null
				? null
				: argumentsJson(known.command, known.args, showSecrets),
		changes: journal.flatMap((entry) =>
			entry.step === "changed"
				? entry.changes.map((change) => masked(change, showSecrets))
				: [],
		),
		effects,
		diagnostics: journal.flatMap((entry) => {
			if (entry.step === "refused") return entry.diagnostics;
			return entry.step === "ignored" ? [entry.diagnostic] : [];
		}),
	};
}
