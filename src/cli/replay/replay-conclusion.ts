import { writeFileSync } from "node:fs";
import {
	type CoverageReport,
	coverageReports,
	coverageText,
} from "../../replay/report/coverage-report.ts";
import { countsText, type Summary } from "../../replay/report/summary.ts";
import { reasonOf } from "../../store/system-error.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";

export interface CoverageArguments {
	readonly coverage: boolean;
	readonly coverageJson?: string | undefined;
}

/** Prints the totals and returns the exit code. */
export function concluded(
	summary: Summary,
	ownsStdout: boolean,
	argv: CoverageArguments,
): ExitCode {
	const stream = ownsStdout ? process.stderr : process.stdout;
	const { coverage } = summary;
	if (coverage !== undefined) {
		if (argv.coverage) stream.write(`${coverageText(coverage)}\n`);
		if (argv.coverageJson !== undefined)
			writeCoverage(argv.coverageJson, coverageReports(coverage));
	}
	stream.write(
		`${countsText(summary)} (seed ${summary.seed})\ndigest ${summary.digest}\n`,
	);
	if (summary.malformed > 0) return ExitCode.input;
	return summary.failed > 0 ? ExitCode.refused : ExitCode.ok;
}

function writeCoverage(file: string, reports: readonly CoverageReport[]): void {
	try {
		writeFileSync(file, `${JSON.stringify(reports, null, "\t")}\n`);
	} catch (error) {
		throw new UsageError(
			`--coverage-json: cannot write ${file}: ${reasonOf(error)}`,
		);
	}
}
