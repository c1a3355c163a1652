import { STDIN } from "../../replay/corpus/corpus-files.ts";
import type { Clock } from "../../time/clock.ts";
import { type ExitCode, UsageError } from "../line/exit-code.ts";
import { report } from "../line/failure.ts";
import { complain } from "../line/print.ts";
import { filesOf } from "./readable-corpus.ts";
import { watchCorpora } from "./watch-corpora.ts";

/**
 * Replays corpora now and whenever they change, until `ended`.
 * @param isEvery whether a folder stands for all files below it
 * @param run replays them once
 * @throws UsageError for standard input
 */
export async function replayAgain(
	names: readonly string[],
	isEvery: boolean,
	clock: Clock,
	ended: Promise<ExitCode>,
	run: () => Promise<ExitCode>,
): Promise<ExitCode> {
	const files = await filesOf(names, isEvery);
	if (files.includes(STDIN))
		throw new UsageError("--watch: standard input can be read only once");
	await watchCorpora(names, isEvery, clock, ended, async () => {
		try {
			await run();
		} catch (error) {
			// A file that an editor is writing may be half done.
			report(error, "replay");
		}
		complain("watching; Ctrl-C ends");
	});
	return await ended;
}
