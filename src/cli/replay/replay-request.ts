import { shellWord } from "../../../grammar/message/shell-word.ts";
import type { Model } from "../../models/model.ts";
import type { Rule } from "../../network/channel-rule.ts";
import { readChannelRule } from "../../network/channel-text.ts";
import { isStream } from "../../replay/corpus/byte-source.ts";
import { STDIN } from "../../replay/corpus/corpus-files.ts";
import {
	type CorpusForm,
	columnTwice,
	csvColumns,
	formOf,
	type Reading,
	sentForms,
} from "../../replay/corpus/reading.ts";
import { type Shard, shardOf } from "../../replay/play/shard.ts";
import type { Quirk } from "../../simulation/quirk.ts";
import { askedModel } from "../line/asked-model.ts";
import { UsageError } from "../line/exit-code.ts";
import { refuseReplacing } from "../line/failure.ts";
import { complain } from "../line/print.ts";
import { readQuirks } from "./quirks-file.ts";
import { filesOf } from "./readable-corpus.ts";
import type { ReplayOptions } from "./replay-options.ts";

/** When a replay stops, how many threads it has, and its seed. */
export interface ReplayLimits {
	/** It stops after this many failures; null for never. */
	readonly bail: number | null;
	/** Number of threads; null for one a processor, fewer for little work. */
	readonly jobs: number | null;
	/** Of random choices, for conversations that name no seed. */
	readonly seed: number;
}

/** Which conversations are run, and under what conditions. */
export interface ReplayRequest extends ReplayLimits {
	readonly files: readonly string[];
	/** How they are read. */
	readonly reading: Reading;
	/** For conversations that name no model. */
	readonly model: Model;
	/** What the network does to messages. */
	readonly channel: readonly Rule[];
	/** Answers of another panel that differ from ours. */
	readonly quirks: readonly Quirk[];
	readonly shard: Shard | null;
	/** A part of an id, or a tag; null for all conversations. */
	readonly filter: string | null;
}

/**
 * Reads the numbers among the options and refuses --update in CI. It reads no file.
 * @throws UsageError
 */
export function replayLimits(argv: ReplayOptions): ReplayLimits {
	const { seed } = argv;
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
	if (argv.update && process.env.CI === "true")
		throw new UsageError(
			"--update is refused if CI=true: nobody would review what it writes",
		);
	return { bail, jobs, seed };
}

/**
 * Reads the other options and finds the files.
 * @throws UsageError
 * @throws InputError for a file that cannot be read
 */
export async function replayRequest(
	names: readonly string[],
	argv: ReplayOptions,
	limits: ReplayLimits,
): Promise<ReplayRequest> {
	const shard = replayShard(argv);
	const model = askedModel(argv.model);
	const channel = argv.channel.map(channelRule);
	const reading = replayReading(argv);
	const files = await filesOf(names, reading.form !== null);
	demandForms(files, reading);
	if (argv.update) demandUpdatable(files, reading);
	demandOtherFiles(files, argv);
	const quirks = argv.quirks === undefined ? [] : await readQuirks(argv.quirks);
	if (argv.against === undefined) complain(quirksNote(quirks, model, argv));
	const { filter = null } = argv;
	const given = { files, reading, model, channel, quirks, shard, filter };
	return { ...limits, ...given };
}

/** What is said of quirks that change no answer, or not that of every conversation. */
function quirksNote(
	quirks: readonly Quirk[],
	{ name }: Model,
	{ quirks: file }: ReplayOptions,
): string {
	if (file === undefined) return "";
	const other = quirks.find(({ model }) => model !== name)?.model;
	const note = (what: string) => `note: --quirks ${file}: ${what}`;
	if (quirks.length === 0) return note("there is no quirk in it");
	return other === undefined
		? ""
		: note(
				`its quirks are of a ${other}; a conversation that names no model runs on a ${name}, without them`,
			);
}

/** @throws UsageError for what is no shard */
export function replayShard(argv: ReplayOptions): Shard | null {
	if (argv.shard === undefined) return null;
	const shard = shardOf(argv.shard);
	if (shard !== null) return shard;
	throw new UsageError(`--shard: i/n with i from 1 to n, not ${argv.shard}`);
}

/**
 * Only these forms have a place for what is expected, and only a file of its own can
 * be written into.
 * @throws UsageError
 */
function demandUpdatable(files: readonly string[], reading: Reading): void {
	for (const file of files) {
		const refused = (why: string) => new UsageError(`--update: ${why}`);
		if (file === STDIN) throw refused("standard input cannot be written into");
		if (isStream(file)) throw refused(`${file} is packed; unpack it first`);
		const form = formOf(file, reading);
		if (form !== "transcript" && form !== "json-lines")
			throw refused(
				`${file} has no place for what is expected; replay --convert transcript ${shellWord(file)} writes one that has`,
			);
	}
}

/**
 * How a form is read is said only where a file has it.
 * @throws UsageError
 */
export function demandForms(files: readonly string[], reading: Reading): void {
	const { columns, sent } = reading;
	const forms = new Set(files.map((file) => formOf(file, reading)));
	const has = (wanted: readonly CorpusForm[]) =>
		wanted.some((form) => forms.has(form));
	if (columns !== null && !has(["csv"]))
		throw new UsageError(
			`--columns is for CSV, and here is ${[...forms].join(" and ")}; --form csv reads every file as CSV`,
		);
	if (sent && !has(sentForms))
		throw new UsageError(
			`--sent is for ${sentForms.join(", ")}, and here is ${[...forms].join(" and ")}; --form says which it is`,
		);
}

/** What is written to files, and what is read besides the corpora. */
export interface WrittenFiles {
	readonly quirks?: string | undefined;
	readonly againstDigest?: string | undefined;
	readonly reporter?: readonly string[] | undefined;
	readonly digestFile?: string | undefined;
	readonly coverageJson?: string | undefined;
	readonly writeQuirks?: string | undefined;
}

/**
 * What is written must not replace what is read.
 * @throws UsageError
 */
export function demandOtherFiles(
	files: readonly string[],
	argv: WrittenFiles,
): void {
	const { reporter = [], digestFile, coverageJson, writeQuirks } = argv;
	const written = [
		...reporter.map((each) => ["--reporter", each.replace(/^[^:]*:?/, "")]),
		["--digest-file", digestFile],
		["--coverage-json", coverageJson],
		["--write-quirks", writeQuirks],
	] as const;
	const read = [...files, argv.quirks, argv.againstDigest];
	for (const [option, file] of written) refuseReplacing(option, file, read);
}

/**
 * How files are to be read.
 * @throws UsageError
 */
export function replayReading(argv: ReplayOptions): Reading {
	const { form = null, sent } = argv;
	const columns = argv.columns?.split(",").map((name) => name.trim()) ?? null;
	if (columns !== null && !columns.includes("text"))
		throw new UsageError(
			`--columns: one of them is text, as time,from,text,expected; there are ${csvColumns.join(", ")}`,
		);
	const twice = columns === null ? null : columnTwice(columns);
	if (twice !== null)
		throw new UsageError(`--columns: ${twice} is named twice`);
	return { form, columns, sent };
}

/** @throws UsageError */
function channelRule(text: string): Rule {
	const read = readChannelRule(text);
	if (!read.ok) throw new UsageError(`--channel: ${read.reason}`);
	return read.rule;
}
