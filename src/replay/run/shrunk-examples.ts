import type { Located } from "../../conversation/located.ts";
import type { ReadEvent } from "../../conversation/read-event.ts";
import { writeTranscript } from "../../conversation/write-transcript.ts";
import type { Model } from "../../models/model.ts";
import { comesOnce, isStream } from "../corpus/byte-source.ts";
import { readCorpus } from "../corpus/corpus.ts";
import type { CorpusPiece } from "../corpus/corpus-blocks.ts";
import { type FileNames, named } from "../corpus/file-names.ts";
import { boundedFind } from "../play/bounded-find.ts";
import { shrunk } from "../play/shrink.ts";
import { StartingPanels } from "../play/starting-panels.ts";
import { type CauseGroup, LISTED } from "../report/cause.ts";
import { Mask } from "../report/mask.ts";
import type { RunSettings } from "./run-block.ts";

/** A longer conversation takes too long to shrink. */
const MOST_STEPS = 200;
/** A longer example is not read. */
const MOST_LINES = 20;

/**
 * Adds to each of the most frequent causes the shortest conversation that fails as
 * the first of its failures does. What came from a pipe is not there any more.
 *
 * @param places where the first failures are, by cause
 * @throws what the system says where a file cannot be read
 */
export async function withExamples(
	causes: readonly CauseGroup[],
	places: ReadonlyMap<string, CorpusPiece>,
	settings: RunSettings,
	model: Model,
	readEvent: ReadEvent | undefined,
	names: FileNames,
): Promise<readonly CauseGroup[]> {
	const panels = new StartingPanels(model);
	const all: CauseGroup[] = [];
	for (const [at, group] of causes.entries()) {
		const piece = places.get(group.cause);
		if (
			at >= LISTED ||
			piece === undefined ||
			isStream(piece.file) ||
			(await comesOnce(piece.file))
		) {
			all.push(group);
			continue;
		}
		const found = await conversationIn(
			...([piece, group, settings, readEvent, names] as const),
		);
		const example =
			found === null
				? null
				: await exampleOf(found, panels, settings, readEvent);
		all.push({ ...group, shrunk: example });
	}
	return all;
}

async function conversationIn(
	{ file, range }: CorpusPiece,
	{ first: { id } }: CauseGroup,
	{ reading }: RunSettings,
	readEvent: ReadEvent | undefined,
	names: FileNames,
): Promise<Located | null> {
	const found: Located[] = [];
	await readCorpus(
		file,
		(each) => {
			const { located } = named(each, names);
			if (located?.conversation.id !== id) return true;
			found.push(located);
			return false;
		},
		readEvent,
		range,
		reading,
	);
	return found[0] ?? null;
}

async function exampleOf(
	located: Located,
	panels: StartingPanels,
	settings: RunSettings,
	readEvent: ReadEvent | undefined,
): Promise<readonly string[] | null> {
	const { conversation } = located;
	const { seed, channel: rules, quirks, showSecrets } = settings;
	if (conversation.steps.length > MOST_STEPS) return null;
	const panel = await panels.of(located);
	if ("diagnostic" in panel) return null;
	const short = shrunk(conversation, panel, {
		...(readEvent === undefined ? {} : { readEvent }),
		channel: { rules, seed },
		quirks,
		find: boundedFind,
	});
	if (short === null) return null;
	const { steps } = short.conversation;
	// A factory panel has no secrets.
	const isOpen = showSecrets || conversation.config === null;
	const mask = isOpen ? null : new Mask(panel.model, [panel.state]);
	const shown = mask === null ? steps : steps.map((step) => mask.step(step));
	const lines = writeTranscript({ ...short.conversation, steps: shown })
		.trimEnd()
		.split("\n");
	return lines.length <= MOST_LINES ? lines : null;
}
