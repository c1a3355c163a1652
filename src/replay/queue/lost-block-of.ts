import { RunDigest } from "../../simulation/digest.ts";
import { readCorpus } from "../corpus/corpus.ts";
import type { Reading } from "../corpus/reading.ts";
import { noVerdicts } from "../report/verdict-counts.ts";
import type { BlockResult } from "../run/block-result.ts";
import type { AskedBlock } from "./asked-block.ts";

/**
 * What is told of a block that nobody could run: its place, its conversations, and
 * the one that was being run.
 * @param fault the conversation, counted from 1 in the block, 0 for none; and why
 * @throws what the system says where a file cannot be read
 */
export async function lostBlock(
	{ block: { pieces }, pieces: asked }: AskedBlock,
	{ at, why }: { readonly at: number; readonly why: string },
	nameOf: (file: string) => string,
	reading: Reading,
): Promise<BlockResult> {
	let conversations = 0;
	const found: { id: string; line: number; file: string }[] = [];
	const lines: number[] = [];
	let seen = 0;
	for (const { file, range } of pieces) {
		const count = await readCorpus(
			file,
			({ located }) => {
				seen += 1;
				if (located === null) return true;
				conversations += 1;
				const { line, conversation } = located;
				if (seen === at) found.push({ id: conversation.id, line, file });
				return true;
			},
			undefined,
			range,
			reading,
		);
		lines.push(count);
	}
	const [place = null] = found;
	const [first] = pieces;
	return {
		passed: 0,
		failed: 0,
		verdicts: noVerdicts,
		lines,
		digest: new RunDigest().parts,
		told: new Uint8Array(),
		wanted: conversations,
		notRun: 0,
		updates: [],
		ids: new Uint32Array(),
		coverage: {},
		times: { took: 0, slowest: [] },
		lost: {
			file: nameOf(place?.file ?? first?.file ?? ""),
			from: asked?.[0]?.from ?? 0,
			to: asked?.[0]?.to ?? 0,
			files: pieces.length,
			conversations,
			at: place === null ? null : { id: place.id, line: place.line },
			why,
		},
	};
}
