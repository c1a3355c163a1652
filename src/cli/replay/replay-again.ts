import type { Clock } from "../../time/clock.ts";
import type { ExitCode } from "../line/exit-code.ts";
import { report } from "../line/failure.ts";
import { complain } from "../line/print.ts";
import { filesOf } from "./readable-corpus.ts";
import { watchCorpora } from "./watch-corpora.ts";

/**
 * Replays corpora now and whenever they change, until `ended`.
 * @param run replays them once
 */
export async function replayAgain(
	names: readonly string[],
	clock: Clock,
	ended: Promise<ExitCode>,
	run: () => Promise<ExitCode>,
): Promise<ExitCode> {
	await filesOf(names);
	await watchCorpora(names, clock, ended, async () => {
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
