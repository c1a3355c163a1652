import {
	mergedSummary,
	type ShardResult,
	shardResult,
} from "../../replay/run/merge.ts";
import { NoTextFileError, readText } from "../../store/read-text.ts";
import { type ExitCode, InputError } from "../line/exit-code.ts";
import { readable } from "./readable-corpus.ts";
import { type CoverageArguments, concluded } from "./replay-conclusion.ts";
import { openReporters, type ReporterArguments } from "./replay-reporters.ts";

/** Most bytes of a result: it names each conversation of its shard. */
const MOST = 256 * 1024 * 1024;

/** Adds up the results of shards. */
export async function mergeResults(
	files: readonly string[],
	argv: ReporterArguments & CoverageArguments,
): Promise<ExitCode> {
	const results: ShardResult[] = [];
	for (const file of files) {
		const text = await readable(() =>
			readText(file, { most: MOST }).catch((error) => {
				if (!(error instanceof NoTextFileError)) throw error;
				throw new InputError(`cannot read ${file}: ${error.message}`);
			}),
		);
		const result = shardResult(text);
		if (typeof result === "string") throw new InputError(`${file}: ${result}`);
		results.push(result);
	}
	const opened = await openReporters(argv);
	try {
		const summary = mergedSummary(results, opened.reporters);
		opened.finishReporters();
		return await concluded(summary, opened.ownsStdout, argv);
	} finally {
		opened.dropReporters();
	}
}
