import { parentPort } from "node:worker_threads";
import { messageOf } from "../../error-message.ts";
import { knownModel } from "../../models/models.ts";
import type { Take } from "../corpus/content.ts";
import { readCorpusBytes } from "../corpus/corpus.ts";
import { BlockRunner } from "../run/run-block.ts";
import type { JobSettings } from "./block-job.ts";
import { resultText } from "./block-result-text.ts";
import { boundedResult } from "./bounded-result.ts";

/** Bytes of a corpus that are run. */
export interface ThreadPiece {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What a thread of a worker is given for each block. */
export interface ThreadTask {
	readonly pieces: readonly ThreadPiece[];
	readonly settings: JobSettings;
	readonly ids: boolean;
	/** One word: the conversations of the block that were begun. */
	readonly begun: SharedArrayBuffer;
}

/** What it says: the result as text, or what broke. */
export type ThreadReport =
	| { readonly text: string }
	| { readonly broke: string };

/** One thread of a worker at a queue: it runs the blocks that it is given. */
export function runBlocks(): void {
	const port = parentPort;
	if (port === null) throw new TypeError("this is to be run as a thread");
	port.on("message", async (task: ThreadTask) => {
		let report: ThreadReport;
		try {
			report = { text: await run(task) };
		} catch (error) {
			report = { broke: messageOf(error) };
		}
		port.postMessage(report);
	});
}

/** Thrown inside, where a conversation needs a file that only whoever asked has. */
class NeedsFileError extends Error {}

async function run({ pieces, settings, ids, begun }: ThreadTask) {
	const model = knownModel(settings.model, (rule) => new TypeError(rule));
	const count = new Int32Array(begun);
	const runner = new BlockRunner(
		{ ...settings, quirks: [], update: false },
		model,
	);
	const named = new Map(pieces.map(({ name, bytes }) => [name, bytes]));
	const read = (name: string, take: Take) => {
		const bytes = named.get(name) ?? new Uint8Array();
		const taken: Take = (found) => {
			if (found.located?.conversation.config != null)
				throw new NeedsFileError();
			count[0] = (count[0] ?? 0) + 1;
			return take(found);
		};
		const { reading } = settings;
		return readCorpusBytes(name, Buffer.from(bytes.buffer), taken, reading);
	};
	const block = {
		pieces: pieces.map(({ name }) => ({ file: name, range: null })),
		size: 0,
	};
	try {
		const result = boundedResult(await runner.run(block, read));
		return resultText({
			result: ids ? result : { ...result, ids: new Uint32Array() },
		});
	} catch (error) {
		if (!(error instanceof NeedsFileError)) throw error;
		return resultText({ here: "a conversation begins with a panel's file" });
	}
}
