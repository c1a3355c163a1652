import {
	mergedSummary,
	oddAmong,
	type ShardResult,
	shardResult,
} from "../../replay/run/merge.ts";
import { readText } from "../../store/read-text.ts";
import { type ExitCode, InputError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";
import { concluded } from "./replay-conclusion.ts";
import { openReporters, type ReporterArguments } from "./replay-reporters.ts";
import { demandOtherFiles } from "./replay-request.ts";

/** Most bytes of a result: it names each conversation of its shard. */
const MOST = 256 * 1024 * 1024;

/** Adds up the results of shards. */
export async function mergeResults(
	files: readonly string[],
	argv: ReporterArguments & { readonly coverage: boolean },
): Promise<ExitCode> {
	demandOtherFiles(files, argv);
	const counts = argv.coverage || argv.coverageJson !== undefined;
	const results: ShardResult[] = [];
	/** By the sum of its conversations: no two shards have the same. */
	const known = new Map<string, string>();
	for (const file of files) {
		const text = await readText(file, { most: MOST }).catch((error) => {
			throw unreadable(file, error);
		});
		const result = shardResult(text);
		if ("wrong" in result) {
			const { line, column } = result.place ?? { line: 1, column: 1 };
			throw new InputError(`${file}:${line}:${column}: ${result.wrong}`);
		}
		const sum = JSON.stringify(result.sum);
		const other = known.get(sum);
		if (other !== undefined && result.sum.count > 0)
			throw new InputError(
				`${file}: the same result as ${other}, and a shard counts once`,
			);
		if (counts && result.coverage === undefined)
			throw new InputError(
				`${file}: it has no coverage; its run needs --coverage, too`,
			);
		known.set(sum, file);
		results.push(result);
	}
	const odd = oddAmong(results);
	if (odd !== null) throw new InputError(`--merge: ${odd}`);
	const opened = await openReporters(argv);
	try {
		const summary = mergedSummary(results, opened.reporters);
		opened.finishReporters();
		return concluded(summary, opened.ownsStdout, argv);
	} finally {
		opened.dropReporters();
	}
}
