import type { ReadEvent } from "../../conversation/read-event.ts";
import type { Model } from "../../models/model.ts";
import type { Block } from "../corpus/corpus-blocks.ts";
import type { FileNames } from "../corpus/file-names.ts";
import type { BlockResult } from "../run/block-result.ts";
import { differingMarks } from "../run/conversation-marks.ts";
import { BlockRunner, type RunSettings } from "../run/run-block.ts";
import type { BlockDigest, DigestLines } from "./digest-lines.ts";

/** A conversation that two versions run differently. */
export interface DifferingConversation {
	readonly id: string;
	readonly file: string;
	readonly line: number;
}

/** What differs between a run and the partial digests of another one. */
export interface DigestDifferences {
	/** Blocks whose digests differ. */
	readonly blocks: number;
	/** The first conversations of these blocks that differ, in order. */
	readonly conversations: readonly DifferingConversation[];
	/** Blocks that were not looked into, as enough was found before. */
	readonly unnamed: number;
}

interface DifferingBlock {
	readonly block: Block;
	/** Lines of its first file that are before it. */
	readonly lines: number;
	readonly other: BlockDigest;
}

/** Conversations that are named, and blocks that are kept to be run again. */
const MOST_NAMED = 200;
const MOST_KEPT = 200;

/**
 * Compares the digests of blocks as they come. Those that differ are run again
 * afterwards, to find the conversations.
 */
export class DigestComparison {
	private readonly lines: DigestLines;
	private readonly names: FileNames;
	private readonly kept: DifferingBlock[] = [];
	private blocks = 0;

	constructor(lines: DigestLines, names: FileNames) {
		this.lines = lines;
		this.names = names;
	}

	/**
	 * @param lines of the block's first file that are before it
	 * @throws NoCorpusError where the other run has no such block
	 */
	async add(block: Block, result: BlockResult, lines: number): Promise<void> {
		const other = await this.lines.next();
		const { count, sum } = result.digest;
		if (count === other.count && sum === other.sum) return;
		this.blocks += 1;
		if (this.kept.length < MOST_KEPT) this.kept.push({ block, lines, other });
	}

	/** @throws NoCorpusError where the other run has more blocks */
	async differences(
		settings: RunSettings,
		model: Model,
		readEvent?: ReadEvent,
	): Promise<DigestDifferences> {
		await this.lines.end();
		const found: DifferingConversation[] = [];
		let named = 0;
		for (const { block, lines, other } of this.kept) {
			if (found.length >= MOST_NAMED) break;
			named += 1;
			const ran: DifferingConversation[] = [];
			const runner = new BlockRunner(
				{
					...settings,
					marks: true,
					coverage: false,
					tellsPassed: false,
					tellsTimeline: false,
					tellsTimes: false,
				},
				model,
				readEvent,
				({ conversation: { id }, file, line }) => {
					const isCut = block.pieces[0]?.range != null;
					ran.push({ id, file, line: isCut ? line + lines : line });
				},
				this.names,
			);
			const { marks = "" } = await runner.run(block);
			const differing = differingMarks(marks, other.marks);
			// Two accounts may have one mark: then it is one of them all.
			const places = differing.length > 0 ? differing : ran.keys();
			for (const place of places) {
				const one = ran[place];
				if (one !== undefined && found.length < MOST_NAMED) found.push(one);
			}
		}
		return {
			blocks: this.blocks,
			conversations: found,
			unnamed: this.blocks - named,
		};
	}
}
