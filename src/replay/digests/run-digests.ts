import { NoCorpusError } from "../corpus/corpus-files.ts";
import { noNames } from "../corpus/file-names.ts";
import type { Summary } from "../report/summary.ts";
import {
	type ReplaySettings,
	replayBlockSize,
	settingsOf,
} from "../run/replay.ts";
import type { ComparedRun } from "./compared-run.ts";
import { DigestComparison } from "./digest-comparison.ts";
import {
	blockDigest,
	corpusHash,
	type DigestHead,
	DigestLines,
} from "./digest-lines.ts";

/** Where partial digests are written. */
export interface DigestOutput {
	write(text: string): void;
	/** Puts the file in its place. */
	finish(): void;
	drop(): void;
}

/** The partial digests of a run, as they come: they are written, or compared. */
export interface RunDigests {
	readonly settings: Pick<ReplaySettings, "marks" | "onBlock" | "blockSize">;
	/** Whether a run has digests: a part of one has none. */
	isWhole(summary: Summary): boolean;
	/** Puts the file in its place, and tells the differences; null where nothing is compared. */
	finish(summary: Summary): Promise<ComparedRun | null>;
	/** Drops what is not finished. */
	close(): Promise<void>;
}

/**
 * @param engine the version that runs
 * @param against a file of another run; null for none
 * @param output opens the file to write into, once the other one is known to fit
 * @throws NoCorpusError for a file of something else, or of another corpus
 * @throws FileWriteError
 */
export async function runDigests(
	files: readonly string[],
	settings: ReplaySettings,
	engine: string,
	against: string | null,
	output: () => DigestOutput | null,
): Promise<RunDigests> {
	const other = against === null ? null : await DigestLines.open(against);
	const { seed, channel, quirks, shard, filter, model, reading } =
		settingsOf(settings);
	const head: DigestHead = {
		digests: 1,
		engine,
		corpus: await corpusHash(files),
		conditions: JSON.stringify({
			model,
			seed,
			channel,
			quirks,
			shard,
			filter,
			reading,
		}),
		blockSize: other?.head.blockSize ?? replayBlockSize(settings),
	};
	if (other !== null) {
		const odd =
			other.head.corpus !== head.corpus
				? "another corpus"
				: other.head.conditions !== head.conditions
					? "a run with other options"
					: null;
		if (odd !== null) {
			await other.close();
			throw new NoCorpusError(
				`--against-digest ${other.file}: it is of ${odd}`,
			);
		}
	}
	const comparison =
		other === null
			? null
			: new DigestComparison(other, settings.names ?? noNames);
	const written = output();
	written?.write(`${JSON.stringify(head)}\n`);
	let blocks = 0;
	return {
		settings: {
			marks: written !== null,
			blockSize: head.blockSize,
			async onBlock(block, result, lines) {
				blocks += 1;
				written?.write(`${JSON.stringify(blockDigest(result))}\n`);
				// A block without a result is told as such; there is nothing to compare.
				await comparison?.add(block, result, lines);
			},
		},
		isWhole,
		async finish(summary) {
			if (!isWhole(summary)) return null;
			written?.write(`${JSON.stringify({ blocks })}\n`);
			written?.finish();
			if (comparison === null || other === null) return null;
			const found = await comparison.differences(
				settingsOf(settings),
				settings.model,
			);
			return { ...found, file: other.file, engine: other.head.engine };
		},
		async close() {
			written?.drop();
			await other?.close();
		},
	};
}

function isWhole({ malformed, lost }: Summary): boolean {
	return malformed === 0 && lost.length === 0;
}
