import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { howMany } from "../../how-many.ts";
import { durationOf } from "../../time/duration.ts";
import { systemClock } from "../../time/system-clock.ts";
import { wishToEnd } from "../line/ending.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { corpusToken, queueAt } from "./queue-options.ts";
import { withPackages } from "./queue-trouble.ts";

export const worker = defineVerb({
	withoutPanel: true,
	examples: [
		[
			"worker --queue redis://10.0.0.5:6379 --corpus /srv/corpora",
			"run blocks for whoever asks there, until Ctrl-C",
		],
		[
			"worker --queue redis://10.0.0.5:6379 --jobs 4",
			"four threads; the corpus is fetched from who offers it",
		],
	],
	options: (yargs) =>
		yargs
			.option("queue", {
				type: "string",
				requiresArg: true,
				describe: "the Redis that hands out blocks: redis://HOST:PORT/DB",
			})
			.option("jobs", {
				alias: "j",
				type: "string",
				requiresArg: true,
				describe: "number of threads; default: one for each processor",
			})
			.option("corpus", {
				type: "string",
				array: true,
				nargs: 1,
				default: [] as string[],
				requiresArg: true,
				describe:
					"a folder with corpora, which are found by their hash; repeatable",
			})
			.option("patience", {
				type: "string",
				default: "60s",
				requiresArg: true,
				describe:
					"how long a block may take before it counts as one that hangs",
			})
			.option("memory", {
				type: "number",
				default: 1024,
				requiresArg: true,
				describe: "what the objects of a thread may take, in MiB",
			}),
	async run({ queue, corpus, json, ...argv }) {
		if (queue === undefined)
			throw new UsageError("worker for whom? give --queue redis://HOST:PORT");
		const address = queueAt(queue);
		const token = corpusToken();
		const jobs =
			argv.jobs === undefined ? availableParallelism() : Number(argv.jobs);
		if (!(Number.isInteger(jobs) && jobs > 0 && jobs <= 256))
			throw new UsageError(
				`--jobs: a whole number of threads from 1 to 256, not ${argv.jobs}`,
			);
		const patience = durationOf(argv.patience);
		if (patience === null || patience === 0)
			throw new UsageError(
				`--patience: a length of time like 60s, not ${argv.patience}`,
			);
		const { memory } = argv;
		if (!(Number.isInteger(memory) && memory >= 8 && memory <= 65_536))
			throw new UsageError("--memory: a whole number of MiB from 8 to 65536");
		for (const folder of corpus)
			if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
				throw new InputError(`--corpus: there is no folder ${folder}`);
		const ended = wishToEnd();
		return await withPackages(async (packages) => {
			const [{ BlockWorker }, { CorpusShelf }, { startBlockThread }] =
				await Promise.all([
					import("../../replay/queue/block-worker.ts"),
					import("../../replay/queue/corpus-shelf.ts"),
					import("../../replay/queue/thread-seat.ts"),
				]);
			const started = await BlockWorker.start({
				address,
				packages,
				jobs,
				patience,
				clock: systemClock,
				shelf: new CorpusShelf(corpus, token, systemClock),
				startThread: startBlockThread(memory),
				say: complain,
			});
			complain(
				`a worker with ${howMany(jobs, "thread")} at ${address.shown}; Ctrl-C ends`,
			);
			const exitCode = await ended;
			await started.stop();
			const { done } = started;
			print(
				json
					? { blocks: done }
					: `${howMany(done, "block was", "blocks were")} run here`,
			);
			return exitCode;
		});
	},
});
