import { type ExitCode as Code, ExitCode, UsageError } from "./exit-code.ts";
import { defineVerb } from "./verb.ts";

export const replay = defineVerb({
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
			"replay a.smst --against serial:///dev/ttyUSB0 --number +15550100",
			"a real panel, text by text; exits 5 where it differs",
		],
		["replay corpus.jsonl --shrink --bail", "the first failure, made short"],
		["replay test/conversations --coverage", "what they touch of each model"],
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
			.option("coverage", {
				type: "boolean",
				default: false,
				describe: "say what of the models was touched, and what was not",
			})
			.option("coverage-json", {
				type: "string",
				requiresArg: true,
				describe: "write that into this file, as JSON",
			})
			.option("shrink", {
				type: "boolean",
				default: false,
				describe:
					"print the shortest conversation that fails as each failing one does",
			})
			.option("watch", {
				alias: "w",
				type: "boolean",
				default: false,
				describe: "again whenever a corpus changes, until Ctrl-C",
			})
			.option("against", {
				type: "string",
				requiresArg: true,
				describe:
					"compare a panel that is not ours, through this modem: serial:///dev/ttyUSB0, tcp://host:port",
			})
			.option("number", {
				type: "string",
				requiresArg: true,
				describe: "of the panel that is compared",
			})
			.option("pin", {
				type: "string",
				requiresArg: true,
				describe: "of the modem's SIM; a wrong one is not tried twice",
			})
			.option("patience", {
				type: "string",
				default: "60s",
				requiresArg: true,
				describe: "how long an answer may take, and a silence has to last",
			})
			.option("quirks", {
				type: "string",
				requiresArg: true,
				describe: "answer as a panel does that was compared: what it wrote",
			})
			.option("write-quirks", {
				type: "string",
				requiresArg: true,
				describe: "write the differences that were found into this file",
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
		const { file = [], convert, merge, schema, update, seed, watch } = argv;
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
		if (convert !== undefined) {
			const { convertCorpora } = await import("./convert-corpora.ts");
			return await convertCorpora(file, convert);
		}
		if (merge) {
			const { mergeResults } = await import("./merge-results.ts");
			return await mergeResults(file, argv);
		}
		const mayTakeThreads =
			!update && !argv.shrink && argv.against === undefined;
		const { workersAhead } = await import("./workers-ahead.ts");
		const workers = workersAhead(mayTakeThreads ? file : [], jobs);
		try {
			const { replayCorpora } = await import("./replay-corpora.ts");
			const startWorker = workers.start;
			const run = () =>
				replayCorpora(file, { ...argv, bail, jobs, startWorker });
			if (!watch) return await run();
			const { systemClock } = await import("../time/system-clock.ts");
			const { wishToEnd } = await import("./ending.ts");
			const { replayAgain } = await import("./replay-again.ts");
			return await replayAgain(file, systemClock, wishToEnd(), run);
		} finally {
			await workers.end();
		}
	},
});
