import type { Argv } from "yargs";
import type { GlobalOptions, OptionsOf } from "../line/verb.ts";

/** Options of replay, in all its modes. */
export function replayOptions(yargs: Argv<GlobalOptions>) {
	return yargs
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
		});
}

/** What they are when a command line has been read. */
export type ReplayOptions = OptionsOf<ReturnType<typeof replayOptions>>;
