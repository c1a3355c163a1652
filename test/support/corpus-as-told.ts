import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpusFaultText } from "../../src/conversation/corpus-fault.ts";
import { writeTranscript } from "../../src/conversation/write-transcript.ts";
import { readCorpus } from "../../src/replay/corpus/corpus.ts";
import { type Reading, usualReading } from "../../src/replay/corpus/reading.ts";
import { temporaryFolder } from "./folder.ts";

/** Each conversation as a transcript, and each fault as people are told of it. */
export async function readAs(
	name: string,
	text: string | Buffer,
	reading: Partial<Reading> = {},
): Promise<readonly string[]> {
	const folder = await temporaryFolder();
	const file = join(folder, name);
	writeFileSync(file, text);
	const all: string[] = [];
	await readCorpus(
		file,
		({ located, fault }) => {
			const told =
				fault === null
					? writeTranscript(located.conversation)
					: corpusFaultText(fault);
			all.push(told.replaceAll(`${folder}/`, ""));
			return true;
		},
		undefined,
		null,
		{ ...usualReading, ...reading },
	);
	return all;
}
