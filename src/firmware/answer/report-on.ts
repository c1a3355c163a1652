import { argumentsJson, masked, type PinNames } from "../../derive/secrets.ts";
import type { Exchange } from "./exchange.ts";
import type { ExchangeReport } from "./exchange-report.ts";
import type { SilenceReason } from "./silence-reason.ts";

/** What a report is made of. */
type ToReport = Pick<Exchange, "response" | "journal">;

/**
 * Tells what came of an SMS from its exchange. Secrets are masked in arguments
 * and changes unless they are to be shown.
 */
export function reportOn(
	{ response, journal }: ToReport,
	showSecrets: boolean,
): ExchangeReport {
	const { reply, verdict, effects } = response;
	const pins: PinNames = new Map();
	const known = verdict.type === "silence" ? null : verdict;
	return {
		reply,
		accepted: verdict.type === "done" || verdict.type === "asked",
		command: known?.command?.spec.word ?? known?.message.word.text ?? null,
		provenance: known?.command?.provenance ?? null,
		arguments:
			known === null || known.command === null || known.args === null
				? null
				: argumentsJson(known.command, known.args, showSecrets),
		changes: journal.flatMap((entry) =>
			entry.step === "changed"
				? entry.changes.map((change) => masked(change, showSecrets, pins))
				: [],
		),
		effects,
		diagnostics: journal.flatMap((entry) => {
			if (entry.step === "refused") return entry.diagnostics;
			return entry.step === "ignored" ? [entry.diagnostic] : [];
		}),
	};
}

/** What an activity says of an exchange. */
export function tellingOf(exchange: ToReport): {
	readonly report: ExchangeReport;
	readonly silence: SilenceReason | null;
} {
	const { verdict } = exchange.response;
	return {
		report: reportOn(exchange, true),
		silence: verdict.type === "silence" ? verdict.reason : null,
	};
}
