import type { Diagnostic } from "../../grammar/diagnostic.ts";
import type { Provenance } from "../derive/bound-command.ts";
import { argumentsJson, masked } from "../derive/secrets.ts";
import type { Exchange } from "../firmware/firmware.ts";
import type { Change } from "../panel/changes.ts";
import type { Effect } from "../panel/effect.ts";
import type { Value } from "../spec/kind.ts";

/** What came of one SMS, for programs. */
export interface ExchangeReport {
	/** What went back to the sender; null is silence. */
	readonly reply: string | null;
	readonly accepted: boolean;
	/** The command word as it was sent, or null where nobody may know it. */
	readonly command: string | null;
	readonly provenance: Provenance | null;
	/** By parameter; a blank is null, what was left off is not there. */
	readonly arguments: { readonly [name: string]: Value | null } | null;
	readonly changes: readonly Change[];
	readonly effects: readonly Effect[];
	/** Why it was refused or ignored, and where. */
	readonly diagnostics: readonly Diagnostic[];
}

/** Secrets are masked in arguments and changes unless they are to be shown. */
export function exchangeReport(
	{ response, journal }: Exchange,
	showSecrets: boolean,
): ExchangeReport {
	const { reply, verdict, effects } = response;
	const known = verdict.type === "silence" ? null : verdict;
	return {
		reply,
		accepted: verdict.type === "done",
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
