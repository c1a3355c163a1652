import type { CorpusFault } from "../conversation/corpus-fault.ts";
import { rulesOf } from "../device/panel-beginning.ts";
import { knownModel, models } from "../models/models.ts";
import type { FailureReport } from "../replay/report/failure-report.ts";
import type { Summary } from "../replay/report/summary.ts";
import { replay as replayCorpora } from "../replay/run/replay.ts";

export interface ReplayWishes {
	/** Name of a model, for conversations that name none; the default is `vst-2752`. */
	readonly model?: string;
	/** Of every random choice; the default is 1. */
	readonly seed?: number;
	/** Rules of the network over all of them: `["loss 10%"]`. */
	readonly channel?: readonly string[];
	/** Part of an id, or a whole tag. */
	readonly filter?: string;
	/** Stops after so many failed conversations. */
	readonly bail?: number;
}

/** How a replay went. PINs and codes in it are masked. */
export interface Replayed extends Summary {
	/** What did not hold, in order; the first thousand. */
	readonly failures: readonly FailureReport[];
	/** Lines that cannot be read; the first thousand. */
	readonly faults: readonly CorpusFault[];
}

/** Failures and faults that are kept. */
const KEPT = 1000;

/**
 * Replays the conversations of files, transcripts (`.smst`) or JSON Lines, each with a
 * panel of its own in virtual time. It runs in this thread.
 *
 * @throws RangeError for a model or a rule of the network that there is not
 * @throws what the system says where a file cannot be read
 */
export async function replay(
	files: readonly string[],
	options: ReplayWishes = {},
): Promise<Replayed> {
	const { seed = 1, channel = [], filter = null, bail = null } = options;
	const model = knownModel(
		options.model ?? models[0].name,
		(rule) => new RangeError(rule),
	);
	const failures: FailureReport[] = [];
	const faults: CorpusFault[] = [];
	const summary = await replayCorpora(files, {
		...{ model, seed, filter, bail, shard: null, jobs: 1 },
		...{ channel: rulesOf(channel), update: false, showSecrets: false },
		reporters: [
			{
				tellsTimeline: true,
				failed(reports) {
					for (const report of reports)
						if (failures.length < KEPT) failures.push(report);
				},
				malformed(fault) {
					if (faults.length < KEPT) faults.push(fault);
				},
				ended() {},
			},
		],
	});
	return { ...summary, failures, faults };
}
