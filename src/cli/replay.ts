import {
	type ExitCode as Code,
	ExitCode,
	InputError,
	UsageError,
} from "./exit-code.ts";
import { defineVerb } from "./verb.ts";

export const replay = defineVerb({
	command: "replay [file..]",
	describe: "Hold conversations with fresh panels and check what they claim",
	examples: [
		["replay test/conversations", "every transcript below a folder"],
		["replay corpus.jsonl --shard 1/3 --reporter json:1.json", "a third of it"],
		["replay --merge 1.json 2.json 3.json", "one result out of three"],
		[
			"replay test/conversations --channel 'loss 10%'",
			"the same over a bad network",
		],
		["replay alarm.smst --update", "write what came as what is expected"],
		[
			"replay --convert json-lines a.smst > a.jsonl",
			"the other form, without loss",
		],
		["replay --schema > conversation.schema.json", "of a line of JSON"],
	],
	options: (yargs) =>
		yargs
			.positional("file", {
				array: true,
				type: "string",
				describe:
					"transcripts (.smst), JSON Lines (.jsonl), plain messages, folders or globs",
			})
			.option("reporter", {
				alias: "r",
				type: "string",
				array: true,
				nargs: 1,
				requiresArg: true,
				describe:
					"pretty, tap, junit, json, github or html, with :PATH into a file; repeatable",
			})
			.option("shard", {
				type: "string",
				requiresArg: true,
				describe: "only part i of n, as i/n; by the hash of the id",
			})
			.option("jobs", {
				alias: "j",
				type: "string",
				requiresArg: true,
				describe:
					"threads; else as many as there are processors and work for them",
			})
			.option("filter", {
				type: "string",
				requiresArg: true,
				describe: "only ids that contain this, or with this tag",
			})
			.option("bail", {
				type: "string",
				describe:
					"stop when so many conversations failed, as --bail=2; alone: one",
			})
			.option("channel", {
				type: "string",
				array: true,
				nargs: 1,
				default: [] as string[],
				requiresArg: true,
				describe:
					"what the network does to every message, as 'loss 10%' or 'delay 30s 5%'; repeatable",
			})
			.option("seed", {
				type: "number",
				default: 1,
				requiresArg: true,
				describe: "of every random choice, where a conversation has none",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe: "of the conversations that name none; else the default",
			})
			.option("update", {
				type: "boolean",
				default: false,
				describe: "write what came into the corpus; refused where CI=true",
			})
			.option("verbose", {
				type: "boolean",
				default: false,
				describe: "tell what passed as well",
			})
			.option("convert", {
				choices: ["transcript", "json-lines"] as const,
				describe: "print the corpus in this form and run nothing",
			})
			.option("merge", {
				type: "boolean",
				default: false,
				describe: "the files are results of shards, of --reporter json",
			})
			.option("schema", {
				type: "boolean",
				default: false,
				describe: "print the JSON Schema of a line of JSON",
			}),
	async run(argv): Promise<Code> {
		const { file = [], convert, merge, schema, update, seed } = argv;
		if (schema) {
			const { conversationJsonSchema } = await import(
				"../replay/conversation-schema.ts"
			);
			const { print } = await import("./print.ts");
			print(conversationJsonSchema());
			return ExitCode.ok;
		}
		if (file.length === 0)
			throw new UsageError("replay what? give files, folders or globs");
		const bail = argv.bail === undefined ? null : Number(argv.bail || 1);
		if (bail !== null && !(Number.isSafeInteger(bail) && bail > 0))
			throw new UsageError(
				`--bail: a whole number from 1 on, as --bail=2, not ${argv.bail}`,
			);
		const jobs = argv.jobs === undefined ? null : Number(argv.jobs);
		if (jobs !== null && !(Number.isInteger(jobs) && jobs > 0 && jobs <= 256))
			throw new UsageError(
				`--jobs: a whole number of threads from 1 to 256, not ${argv.jobs}`,
			);
		if (!Number.isSafeInteger(seed) || seed < 0)
			throw new UsageError("--seed: a whole number from 0 on");
		if (update && process.env.CI === "true")
			throw new UsageError(
				"--update writes expectations, and under CI=true nobody would look at them",
			);
		const { convertCorpora, mergeResults, replayCorpora } = await import(
			"./replay-corpora.ts"
		);
		try {
			if (convert !== undefined) return await convertCorpora(file, convert);
			return merge
				? await mergeResults(file, argv)
				: await replayCorpora(file, { ...argv, bail, jobs });
		} catch (error) {
			const { NoCorpusError } = await import("../replay/corpus-files.ts");
			if (error instanceof NoCorpusError) throw new InputError(error.message);
			throw error;
		}
	},
});
