import type { ReadEvent } from "../../conversation/read-event.ts";
import type { Model } from "../../models/model.ts";
import { modelNamed } from "../../models/models.ts";
import type { Rule } from "../../network/channel-rule.ts";
import type { Quirk } from "../../simulation/quirk.ts";
import {
	BLOCK_SIZE,
	type Block,
	corpusBlocks,
	corpusSize,
	wholeFiles,
} from "../corpus/corpus-blocks.ts";
import { type FileNames, noNames } from "../corpus/file-names.ts";
import { type Reading, usualReading } from "../corpus/reading.ts";
import type { Shard } from "../play/shard.ts";
import type { Reporter } from "../report/reporter.ts";
import type { Summary } from "../report/summary.ts";
import type { BlockResult } from "./block-result.ts";
import { type Hands, hereHands, type TakeResult } from "./hands.ts";
import { repeatedIds } from "./repeated-ids.ts";
import { BlockRunner, type RunSettings } from "./run-block.ts";
import { Tally } from "./tally.ts";
import { threadsFor } from "./threads-for.ts";
import { type Updates, writeUpdates } from "./update.ts";
import type { StartWorker } from "./worker-start.ts";

export interface ReplaySettings {
	/** Of the conversations that name none. */
	readonly model: Model;
	/** Of every random choice of a conversation that has no seed of its own. */
	readonly seed: number;
	/** Rules of the network over the whole corpus. */
	readonly channel?: readonly Rule[];
	/** How a real panel answers otherwise. */
	readonly quirks?: readonly Quirk[];
	readonly shard: Shard | null;
	/** Part of an id, or a whole tag; null for all. */
	readonly filter: string | null;
	/** Stop when so many conversations failed; null for never. */
	readonly bail: number | null;
	/** Write what came as what is expected. */
	readonly update: boolean;
	readonly showSecrets: boolean;
	/** Count what of the models is touched. */
	readonly coverage?: boolean;
	readonly reporters: readonly Reporter[];
	readonly readEvent?: ReadEvent;
	/** Threads; null for as many as there are processors and work for them. */
	readonly jobs?: number | null;
	readonly onProgress?: (progress: Progress) => void;
	/** Told what was changed in a file, once it is written. */
	readonly onUpdate?: (updates: Updates) => void;
	/** Whether each block's result has a mark of each conversation. */
	readonly marks?: boolean;
	/**
	 * Told each block's result, in order, and how many lines of its first file are
	 * before it.
	 */
	readonly onBlock?: (
		block: Block,
		result: BlockResult,
		lines: number,
	) => Promise<void>;
	/** What is run at once, in bytes. */
	readonly blockSize?: number;
	/** The names that people know, of files that are read from elsewhere. */
	readonly names?: FileNames;
	/** How files are read whose names do not say it all. */
	readonly reading?: Reading;
	/** Who runs it; else this thread and others of this process. */
	readonly hands?: Hands;
	readonly startWorker?: StartWorker;
}

/** How far a run is. */
export interface Progress {
	/** In the unit of the total: bytes, or conversations. */
	readonly done: number;
	/** 0 where it is not known. */
	readonly total: number;
	readonly conversations: number;
	/** Null where nothing is run. */
	readonly failed: number | null;
}

/**
 * Replays corpora: a fresh panel for every conversation, in virtual time. Memory
 * does not grow with the number of conversations, only with that of updates.
 * After the first bad line nothing more is run; the rest is read only to report
 * every bad line and to count the good ones.
 *
 * @throws what the system says where a file cannot be read
 */
export async function replay(
	files: readonly string[],
	options: ReplaySettings,
): Promise<Summary> {
	const { model, reporters, seed, bail } = options;
	const { readEvent, onProgress, onUpdate, names = noNames } = options;
	const blockSize = replayBlockSize(options);
	const settings = settingsOf(options);
	const tally = new Tally(reporters, seed, bail, settings.coverage);
	const runner = new BlockRunner(
		...([settings, model, readEvent, undefined, names] as const),
	);
	const blocks = settings.update
		? wholeFiles(files)
		: corpusBlocks(files, blockSize, settings.reading);
	const total = await corpusSize(files);
	let done = 0;
	const take: TakeResult = async (block, result) => {
		const lines = tally.add(block, result);
		await options.onBlock?.(block, result, lines);
		done += block.size;
		const { conversations, failed } = tally.counts;
		onProgress?.({ done, total, conversations, failed });
		if (tally.stopped) return false;
		// A file is updated when all of it was run.
		for (const { file } of block.pieces)
			if (tally.isSound && result.updates.length > 0) {
				await writeUpdates(file, result.updates, settings.reading);
				onUpdate?.(result.updates);
			}
		return true;
	};

	// Updates are written in order; a function cannot be sent to a thread; and a
	// thread finds its model by name.
	const isAlone =
		settings.update ||
		readEvent !== undefined ||
		modelNamed(model.name) !== model;
	const threads = isAlone ? 1 : threadsFor(options.jobs ?? null, total);
	const hands =
		options.hands ??
		(threads > 1 ? await threaded(threads, options.startWorker) : hereHands);
	await hands.run({ blocks, settings, names, runner, take });

	const repeated = await repeatedIds(
		files,
		tally.repeatedHashes,
		settings.reading,
		readEvent,
		names,
	);
	const ran = tally.summary;
	const causes =
		ran.failed < LARGE
			? ran.causes
			: await (await import("./shrunk-examples.ts")).withExamples(
					ran.causes,
					tally.places,
					settings,
					model,
					readEvent,
					names,
				);
	const summary = { ...ran, causes, repeatedIds: repeated };
	for (const reporter of reporters) reporter.ended(summary);
	return summary;
}

/** What is run at once, in bytes. */
export function replayBlockSize({ blockSize, hands }: ReplaySettings): number {
	return blockSize ?? hands?.blockSize ?? BLOCK_SIZE;
}

/** Where so many fail, each cause has an example. */
const LARGE = 10;

/** Most corpora are too small for threads. */
async function threaded(
	jobs: number,
	given: StartWorker | undefined,
): Promise<Hands> {
	const [{ threadHands }, { startWorker }] = await Promise.all([
		import("./thread-pool.ts"),
		import("./worker-start.ts"),
	]);
	return threadHands(jobs, given ?? startWorker);
}

/** What of the settings a run of blocks needs. */
export function settingsOf(options: ReplaySettings): RunSettings {
	const { model, seed, channel = [], quirks = [] } = options;
	const { shard, filter, bail } = options;
	const { update, showSecrets, reporters } = options;
	return {
		model: model.name,
		reading: options.reading ?? usualReading,
		seed,
		channel,
		quirks,
		shard,
		filter,
		bail,
		update,
		showSecrets,
		coverage: options.coverage ?? false,
		tellsPassed: reporters.some(({ passed }) => passed !== undefined),
		tellsTimeline: reporters.some(({ tellsTimeline }) => tellsTimeline),
		tellsTimes: reporters.some(
			({ ran, passed }) => ran !== undefined || passed !== undefined,
		),
		marks: options.marks ?? false,
	};
}
