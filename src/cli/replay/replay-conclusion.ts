import { shown } from "../../../grammar/message/terminal-text.ts";
import {
	type ComparedRun,
	comparedLines,
} from "../../replay/digests/compared-run.ts";
import { coverageText } from "../../replay/report/coverage-report.ts";
import { lostLines } from "../../replay/report/lost-block.ts";
import {
	countsText,
	repeatedIdLines,
	type Summary,
} from "../../replay/report/summary.ts";
import { verdictsText } from "../../replay/report/verdict-counts.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { writeOut } from "../line/stdout.ts";
import type { ReplayOptions } from "./replay-options.ts";

/** Prints the totals and returns the exit code. */
export function concluded(
	summary: Summary,
	ownsStdout: boolean,
	argv: { readonly coverage: boolean },
	compared: ComparedRun | null = null,
): ExitCode {
	const write = ownsStdout
		? (text: string) => process.stderr.write(text)
		: writeOut;
	const { coverage } = summary;
	if (coverage !== undefined && argv.coverage)
		write(`${coverageText(coverage)}\n`);
	const lines = [
		...repeatedIdLines(summary).map(shown),
		...lostLines(summary.lost).map(shown),
		`${countsText(summary)}${verdictsText(summary.verdicts)} (seed ${summary.seed})`,
		`digest ${summary.digest}`,
		...(compared === null ? [] : comparedLines(compared).map(shown)),
	];
	write(`${lines.join("\n")}\n`);
	if (summary.malformed > 0) return ExitCode.input;
	if (summary.lost.length > 0) return ExitCode.runtime;
	if (compared !== null && compared.blocks > 0) return ExitCode.differs;
	return summary.failed > 0 ? ExitCode.refused : ExitCode.ok;
}

/**
 * A filter that was mistyped must not pass; a shard may well have nothing.
 * @param done what was to be done: `run`, `converted`
 */
export function nothingDone(
	done: "run" | "converted",
	{ filter, shard }: Pick<ReplayOptions, "filter" | "shard">,
): ExitCode {
	if (filter === undefined) {
		const where = shard === undefined ? "" : " in this shard";
		complain(`nothing was ${done}: there is no conversation${where}`);
		return ExitCode.ok;
	}
	complain(
		`nothing was ${done}: no conversation has ${shown(filter)} in its id, or as a tag`,
	);
	return shard === undefined ? ExitCode.usage : ExitCode.ok;
}
