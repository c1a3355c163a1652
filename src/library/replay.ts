import { stat } from "node:fs/promises";
import type { CorpusFault } from "../conversation/corpus-fault.ts";
import { channelOf } from "../device/panel-beginning.ts";
import { corpusFiles } from "../replay/corpus/corpus-files.ts";
import type { FailureReport } from "../replay/report/failure-report.ts";
import type { Summary } from "../replay/report/summary.ts";
import { replay as replayCorpora } from "../replay/run/replay.ts";
import {
	demandModel,
	demandOptions,
	demandText,
	demandWhole,
} from "../simulation/demand-text.ts";

export interface ReplayWishes {
	/** Name of a model, for conversations that name none; the default is `vst-2752`. */
	readonly model?: string;
	/** Of every random choice; the default is 1. */
	readonly seed?: number;
	/** Rules of the network over all of them: `"loss 10%"`, or a list. */
	readonly channel?: string | readonly string[];
	/** Part of an id, or a whole tag. */
	readonly filter?: string;
	/** Stops after so many failed conversations, from 1 on. */
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

const known: readonly string[] = [
	"model",
	"seed",
	"channel",
	"filter",
	"bail",
] satisfies readonly (keyof ReplayWishes)[];

/**
 * Replays the conversations of files, in any form that `alarmpanel replay` reads, each
 * with a panel of its own in virtual time; a folder stands for the transcripts
 * (`.smst`) and JSON Lines below it. It runs in this thread. Where no conversation fits
 * the filter, `conversations` is 0 and nothing failed.
 *
 * @throws TypeError for what is no list of names, and an option of another kind
 * @throws RangeError for a list without names, and for an option, a model or a rule of the
 *   network that there is not
 * @throws Error (`NoCorpusError`) for a folder in which there are none, and a file that
 *   is no text
 * @throws what the system says where a file cannot be read
 */
export async function replay(
	files: readonly string[],
	options: ReplayWishes = {},
): Promise<Replayed> {
	if (!Array.isArray(files))
		throw new TypeError(`replay: a list of files, not ${typeof files}`);
	for (const file of files) demandText("replay: a file", file);
	demandOptions("replay", options, known);
	const { seed = 1, filter, bail } = options;
	demandWhole("seed", seed, 0);
	if (filter !== undefined) demandText("filter", filter);
	if (bail !== undefined) demandWhole("bail", bail, 1);
	const model = demandModel(options.model);
	const channel = channelOf(options.channel);
	// A glob of the caller's that found nothing must not pass.
	if (files.length === 0) throw new RangeError("replay: there is no file");
	const failures: FailureReport[] = [];
	const faults: CorpusFault[] = [];
	const summary = await replayCorpora(await filesIn(files), {
		model,
		seed,
		channel,
		shard: null,
		jobs: 1,
		filter: filter ?? null,
		bail: bail ?? null,
		update: false,
		showSecrets: false,
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

/**
 * The files that are named, and those below folders that are, each once.
 * @throws what the system says where a name means nothing: it is no glob
 */
async function filesIn(names: readonly string[]): Promise<readonly string[]> {
	for (const name of names) await stat(name);
	return await corpusFiles(names);
}
