import type { Argv } from "yargs";
import { corpusForms } from "../../replay/corpus/reading.ts";
import type { GlobalOptions, OptionsOf } from "../line/verb.ts";
import { queueOptions } from "./queue-options.ts";

/** Options of replay, in all its modes. */
export function replayOptions(yargs: Argv<GlobalOptions>) {
	return queueOptions(yargs)
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
		.option("junit-size", {
			type: "number",
			requiresArg: true,
			describe:
				"cases in one file of --reporter junit:PATH; more go into PATH-2, PATH-3, …",
		})
		.option("form", {
			choices: corpusForms,
			requiresArg: true,
			describe: "the form of every file; else the ending of its name says it",
		})
		.option("columns", {
			type: "string",
			requiresArg: true,
			describe:
				"the columns of a CSV without a header, in order: id, time, from, text, expected; others are passed over",
		})
		.option("sent", {
			type: "boolean",
			default: false,
			describe: "of gammu, smstools, android: what was sent, not what came",
		})
		.option("shard", {
			type: "string",
			requiresArg: true,
			describe: "run only part i of n, as i/n; chosen by the hash of the id",
		})
		.option("jobs", {
			alias: "j",
			type: "string",
			requiresArg: true,
			describe:
				"number of threads; default: one for each processor, fewer for little work",
		})
		.option("filter", {
			type: "string",
			requiresArg: true,
			describe:
				"run only conversations whose id contains this or that have this tag",
		})
		.option("bail", {
			type: "string",
			describe:
				"stop after this many failures, as --bail=2; without a number: after one",
		})
		.option("channel", {
			type: "string",
			array: true,
			nargs: 1,
			default: [] as string[],
			requiresArg: true,
			describe:
				"what the network does to messages, as 'loss 10%' or 'delay 30s 5%'; repeatable",
		})
		.option("seed", {
			type: "number",
			default: 1,
			requiresArg: true,
			describe: "seed of random choices, for conversations that name none",
		})
		.option("model", {
			type: "string",
			requiresArg: true,
			describe: "model of conversations that name none; else the default",
		})
		.option("update", {
			type: "boolean",
			default: false,
			describe: "write the actual answers into the corpus; refused if CI=true",
		})
		.option("verbose", {
			type: "boolean",
			default: false,
			describe: "report what passed, too",
		})
		.option("coverage", {
			type: "boolean",
			default: false,
			describe:
				"report which parts of the models were touched and which were not",
		})
		.option("coverage-json", {
			type: "string",
			requiresArg: true,
			describe: "write the coverage into this file, as JSON",
		})
		.option("shrink", {
			type: "boolean",
			default: false,
			describe:
				"for each failure, print the shortest conversation that fails in the same way",
		})
		.option("watch", {
			alias: "w",
			type: "boolean",
			default: false,
			describe: "run again whenever a corpus changes, until Ctrl-C",
		})
		.option("against", {
			type: "string",
			requiresArg: true,
			describe:
				"compare with a real panel, through this modem: serial:///dev/ttyUSB0, tcp://host:port",
		})
		.option("number", {
			type: "string",
			requiresArg: true,
			describe: "the phone number of the panel to compare with",
		})
		.option("pin", {
			type: "string",
			requiresArg: true,
			describe: "PIN of the modem's SIM; a wrong one is not tried twice",
		})
		.option("patience", {
			type: "string",
			default: "60s",
			requiresArg: true,
			describe: "how long to wait for an answer, with --against",
		})
		.option("digest-file", {
			type: "string",
			requiresArg: true,
			describe:
				"write the digests of the parts of the run into this file, for --against-digest",
		})
		.option("against-digest", {
			type: "string",
			requiresArg: true,
			describe:
				"which conversations differ from the run of another version that wrote this file; exit code 5 if any",
		})
		.option("quirks", {
			type: "string",
			requiresArg: true,
			describe:
				"answer with the differences in this file, which --write-quirks wrote",
		})
		.option("write-quirks", {
			type: "string",
			requiresArg: true,
			describe:
				"with --against: write the differences into this file, and what was observed",
		})
		.option("firmware", {
			type: "string",
			requiresArg: true,
			describe:
				"with --write-quirks: the other panel's firmware, as it says it",
		})
		.option("convert", {
			choices: ["transcript", "json-lines"] as const,
			describe: "print the corpus in this form and run nothing",
		})
		.option("merge", {
			type: "boolean",
			default: false,
			describe: "add up results of shards, written by --reporter json",
		})
		.option("schema", {
			type: "boolean",
			default: false,
			describe: "print the JSON Schema of a line of JSON",
		});
}

/** The options as read from a command line. */
export type ReplayOptions = OptionsOf<ReturnType<typeof replayOptions>>;
