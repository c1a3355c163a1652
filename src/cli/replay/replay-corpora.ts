import type { Hands } from "../../replay/run/hands.ts";
import { type Progress, replay } from "../../replay/run/replay.ts";
import { updatesText } from "../../replay/run/update.ts";
import { startWorker } from "../../replay/run/worker-start.ts";
import { systemClock } from "../../time/system-clock.ts";
import type { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { concluded } from "./replay-conclusion.ts";
import type { ReplayOptions } from "./replay-options.ts";
import { ReplayProgress } from "./replay-progress.ts";
import { openReporters } from "./replay-reporters.ts";
import type { ReplayRequest } from "./replay-request.ts";

/** Who runs it where this process does not. */
export interface OtherHands {
	readonly hands: Hands;
	/** How many work for it now. */
	readonly workers: () => number;
	readonly onProgress: (progress: Progress) => void;
}

/** Replays corpora and reports the result. */
export async function replayCorpora(
	{ files, ...settings }: ReplayRequest,
	argv: ReplayOptions,
	progress = replayProgress(),
	others: OtherHands | null = null,
): Promise<ExitCode> {
	const opened = await openReporters(argv, () => progress.hide());
	const { reporters, ownsStdout } = opened;
	try {
		const summary = await replay(files, {
			...settings,
			...(others === null ? {} : { hands: others.hands }),
			update: argv.update,
			coverage: argv.coverage || argv.coverageJson !== undefined,
			showSecrets: argv.showSecrets,
			reporters,
			startWorker,
			onProgress(far) {
				others?.onProgress(far);
				progress.update(far, others?.workers());
			},
			onUpdate: (updates) => {
				progress.hide();
				complain(updatesText(updates));
			},
		});
		progress.hide();
		opened.finishReporters();
		return await concluded(summary, ownsStdout, argv);
	} finally {
		progress.hide();
		opened.dropReporters();
	}
}

/** The progress on stderr. */
export function replayProgress(): ReplayProgress {
	return new ReplayProgress(process.stderr, systemClock, errorColors.green);
}
