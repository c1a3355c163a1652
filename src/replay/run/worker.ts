import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { addLanguage, knownModel } from "../../models/models.ts";
import { codeOf } from "../../store/system-error.ts";
import { NoCorpusError, unreadable } from "../corpus/corpus-files.ts";
import { BlockRunner } from "./run-block.ts";
import { kept } from "./told-lines.ts";
import { BlockQueue, type WorkerJob, type WorkerReport } from "./worker-job.ts";

/**
 * One thread of a replay: it takes blocks until there are none and posts what
 * came of each. It is started by worker-start.ts, which gives it its job.
 */
export async function work(): Promise<void> {
	const port = parentPort;
	if (port === null) throw new TypeError("this is to be run as a thread");
	const [job]: WorkerJob[] = await once(port, "message");
	if (job === undefined) throw new TypeError("there is no job");
	const { settings, languages, blocks, names, first } = job;
	const { queue: buffer, seat } = job;
	for (const language of languages) addLanguage(language);
	const queue = new BlockQueue(buffer);
	const model = knownModel(settings.model, (rule) => new TypeError(rule));
	const runner = new BlockRunner(
		...([settings, model, undefined, undefined, names] as const),
	);

	const hold = async (at: number): Promise<void> => {
		const block = blocks[at];
		if (block === undefined) return;
		queue.note(seat, at);
		let report: WorkerReport;
		const given: ArrayBuffer[] = [];
		try {
			const result = kept(await runner.run(block));
			given.push(result.told.buffer as ArrayBuffer);
			queue.waits(result.told.length);
			report = { block: at, result };
		} catch (error) {
			// The code of a system's error does not pass from thread to thread.
			report =
				error instanceof NoCorpusError
					? { block: at, noCorpus: error.message }
					: codeOf(error) === null
						? { block: at, error }
						: {
								block: at,
								noCorpus: unreadable(error),
							};
		}
		port.postMessage(report, given);
	};

	for (const block of first) await hold(block);
	for (;;) {
		queue.waitForRoom();
		const block = queue.take(seat, blocks.length);
		if (block === null) break;
		await hold(block);
	}
}
