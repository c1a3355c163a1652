import type { ReadEvent } from "../../conversation/read-event.ts";
import { comesOnce } from "../corpus/byte-source.ts";
import { readCorpus } from "../corpus/corpus.ts";
import { type FileNames, noNames } from "../corpus/file-names.ts";
import type { Reading } from "../corpus/reading.ts";
import type { RepeatedId } from "../report/repeated-id.ts";
import { keyOfId } from "./id-hashes.ts";

const PLACES = 5;

/**
 * Reads the files once more to name the ids whose hashes came twice.
 * @throws what the system says where a file cannot be read
 */
export async function repeatedIds(
	files: readonly string[],
	hashes: ReadonlySet<string>,
	reading: Reading,
	readEvent?: ReadEvent,
	names: FileNames = noNames,
): Promise<readonly RepeatedId[]> {
	if (hashes.size === 0) return [];
	const found = new Map<string, { places: string[]; times: number }>();
	for (const file of files) {
		// What came from a pipe does not come again.
		if (await comesOnce(file)) continue;
		await readCorpus(
			file,
			({ located }) => {
				if (located === null) return true;
				const { id } = located.conversation;
				if (!hashes.has(keyOfId(id))) return true;
				const known = found.get(id) ?? { places: [], times: 0 };
				found.set(id, known);
				known.times += 1;
				if (known.places.length < PLACES)
					known.places.push(`${names.get(file) ?? file}:${located.line}`);
				return true;
			},
			readEvent,
			null,
			reading,
		);
	}
	return [...found]
		.filter(([, { times }]) => times > 1)
		.map(([id, rest]) => ({ id, ...rest }));
}
