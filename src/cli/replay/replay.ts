import { conversationJsonSchema } from "../../conversation/conversation-schema.ts";
import { STDIN } from "../../replay/corpus/corpus-files.ts";
import { systemClock } from "../../time/system-clock.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { againstCorpora } from "./against/against-corpora.ts";
import { convertCorpora } from "./convert-corpora.ts";
import { mergeResults } from "./merge-results.ts";
import { checkModeOptions, digestOption } from "./mode-options.ts";
import { queueCorpora } from "./queue-corpora.ts";
import { checkQueueOptions } from "./queue-replay.ts";
import { readable } from "./readable-corpus.ts";
import { replayAgain } from "./replay-again.ts";
import { replayCorpora, replayUnpacked } from "./replay-corpora.ts";
import { type ReplayOptions, replayOptions } from "./replay-options.ts";
import {
	type ReplayLimits,
	replayLimits,
	replayRequest,
} from "./replay-request.ts";
import { shrinkCorpora } from "./shrink-corpora.ts";

export const replay = defineVerb({
	examples: [
		["replay test/conversations", "every transcript below a folder"],
		["replay corpus.jsonl --shard 1/3 --reporter json:1.json", "a third of it"],
		["replay --merge 1.json 2.json 3.json", "one result out of three"],
		[
			"replay test/conversations --channel 'loss 10%'",
			"the same conversations over a bad network",
		],
		["replay alarm.smst --update", "write the actual answers as expectations"],
		[
			"replay a.smst --against serial:///dev/ttyUSB0 --number +15550100",
			"compare with a real panel; exit code 5 if it differs",
		],
		[
			"replay corpus.jsonl.gz --queue redis://10.0.0.5:6379",
			"let workers on other machines run it",
		],
		[
			"replay corpus.jsonl --against-digest old.digests",
			"what another version, which wrote it with --digest-file, ran differently",
		],
		["replay corpus.jsonl --shrink --bail", "the first failure, made short"],
		[
			"replay test/conversations --coverage",
			"which parts of each model they touch",
		],
		[
			"replay --convert json-lines a.smst > a.jsonl",
			"the other form, without loss",
		],
		[
			"replay --schema > conversation.schema.json",
			"the schema of a line of JSON",
		],
	],
	// yargs drops a lone dash.
	arrange: (args) => args.map((word) => (word === "-" ? STDIN : word)),
	mayBeEmpty: ["bail"],
	options: replayOptions,
	async run(argv, isTyped) {
		const { file: names = [], schema, convert, merge, watch } = argv;
		checkModeOptions(argv, isTyped);
		if (schema) {
			if (names.length > 0)
				throw new UsageError(
					"replay --schema prints the schema of a line, and reads no file",
				);
			print(conversationJsonSchema());
			return ExitCode.ok;
		}
		if (names.length === 0)
			throw new UsageError("replay what? give files, folders or globs");
		const limits = replayLimits(argv);
		checkQueueOptions(argv);
		if (convert !== undefined)
			return await convertCorpora(names, convert, argv);
		if (merge) return await mergeResults(names, argv);
		const work = () => once(names, argv, limits);
		if (!watch) return await work();
		const isEvery = argv.form !== undefined;
		return await replayAgain(names, isEvery, systemClock, NEVER, work);
	},
});

/** Watching ends with the process. */
const NEVER = new Promise<ExitCode>(() => {});

/** Runs the conversations once, in the mode that the options choose. */
async function once(
	names: readonly string[],
	argv: ReplayOptions,
	limits: ReplayLimits,
): Promise<ExitCode> {
	const request = await replayRequest(names, argv, limits);
	const { against: url, queue } = argv;
	return await readable(() => {
		if (queue !== undefined) return queueCorpora(queue, request, argv);
		if (url !== undefined) return againstCorpora(url, request, argv);
		if (argv.shrink) return shrinkCorpora(request, argv);
		if (digestOption(argv) !== null) return replayUnpacked(request, argv);
		return replayCorpora(request, argv);
	});
}
