import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Rule } from "../network/channel-rule.ts";
import { readChannelRule } from "../network/channel-text.ts";
import { type CorpusForm, readCorpus } from "../replay/corpus.ts";
import { corpusFaultText } from "../replay/corpus-fault.ts";
import { corpusFiles } from "../replay/corpus-files.ts";
import type { Coverage } from "../replay/coverage.ts";
import { coverageReports, coverageText } from "../replay/coverage-report.ts";
import { writeJsonLine } from "../replay/json-line.ts";
import {
	mergedSummary,
	type ShardResult,
	shardResult,
} from "../replay/merge.ts";
import { replay } from "../replay/replay.ts";
import { shardOf } from "../replay/shard.ts";
import { countsText, type Summary } from "../replay/summary.ts";
import { writeTranscript } from "../replay/write-transcript.ts";
import { codeOf, reasonOf } from "../store/system-error.ts";
import type { Clock } from "../time/clock.ts";
import { durationOf } from "../time/duration.ts";
import { systemClock } from "../time/system-clock.ts";
import { errorColors } from "./colors.ts";
import { ExitCode, InputError, UsageError } from "./exit-code.ts";
import { report } from "./failure.ts";
import { complain } from "./print.ts";
import { readQuirks } from "./quirks-file.ts";
import { ReplayProgress } from "./replay-progress.ts";
import { openReporters } from "./replay-reporters.ts";
import { DEFAULT_MODEL, knownModel } from "./subject.ts";
import { watchCorpora } from "./watch-corpora.ts";

interface ReporterArguments {
	readonly reporter?: readonly string[] | undefined;
	readonly verbose: boolean;
	readonly json: boolean;
	readonly coverage: boolean;
	readonly coverageJson?: string | undefined;
}

interface ReplayArguments extends ReporterArguments {
	readonly shard?: string | undefined;
	readonly filter?: string | undefined;
	readonly bail: number | null;
	readonly jobs: number | null;
	readonly seed: number;
	readonly channel: readonly string[];
	readonly model?: string | undefined;
	readonly update: boolean;
	readonly shrink: boolean;
	readonly against?: string | undefined;
	readonly number?: string | undefined;
	readonly pin?: string | undefined;
	readonly patience: string;
	readonly config?: string | undefined;
	readonly quirks?: string | undefined;
	readonly writeQuirks?: string | undefined;
	readonly showSecrets: boolean;
}

/**
 * Replays corpora now and whenever they change, until it is told to end.
 * @param run replays them once
 */
export async function replayAgain(
	names: readonly string[],
	clock: Clock,
	ended: Promise<ExitCode>,
	run: () => Promise<ExitCode>,
): Promise<ExitCode> {
	await corpusFiles(names);
	await watchCorpora(names, clock, ended, async () => {
		try {
			await run();
		} catch (error) {
			// A file that is being written may be anything for a moment.
			report(error, "replay");
		}
		complain("watching; Ctrl-C ends");
	});
	return await ended;
}

/** Replays corpora and tells how it went. */
export async function replayCorpora(
	names: readonly string[],
	argv: ReplayArguments,
): Promise<ExitCode> {
	const shard = argv.shard === undefined ? null : shardOf(argv.shard);
	if (shard === null && argv.shard !== undefined)
		throw new UsageError(`--shard: i/n with i from 1 to n, not ${argv.shard}`);
	const model = knownModel(argv.model ?? DEFAULT_MODEL);
	const channel = argv.channel.map(channelRule);
	const files = await corpusFiles(names);
	const quirks = argv.quirks === undefined ? [] : readQuirks(argv.quirks);
	if (argv.against !== undefined) {
		const { againstCorpora } = await import("./against-corpora.ts");
		const patience = durationOf(argv.patience);
		if (patience === null)
			throw new UsageError(
				`--patience: a length of time like 60s, not ${argv.patience}`,
			);
		const { against: url, number, pin, config, showSecrets } = argv;
		return await readable(() =>
			againstCorpora(files, {
				...{ url, number, pin, patience, model, config, quirks, showSecrets },
				writeQuirks: argv.writeQuirks,
				filter: argv.filter ?? null,
			}),
		);
	}
	if (argv.shrink) {
		const { shrinkCorpora } = await import("./shrink-corpora.ts");
		const { seed, bail, filter = null } = argv;
		const options = { model, seed, channel, shard, filter, bail };
		return await readable(() => shrinkCorpora(files, options));
	}
	const progress = new ReplayProgress(
		process.stderr,
		systemClock,
		errorColors.green,
	);
	const { reporters, closeReporters, ownsStdout } = await openReporters(
		argv,
		() => progress.hide(),
	);
	try {
		const summary = await readable(() =>
			replay(files, {
				model,
				seed: argv.seed,
				channel,
				quirks,
				shard,
				filter: argv.filter ?? null,
				bail: argv.bail,
				jobs: argv.jobs,
				update: argv.update,
				coverage: argv.coverage || argv.coverageJson !== undefined,
				showSecrets: argv.showSecrets,
				reporters,
				onProgress: (far) => progress.update(far),
			}),
		);
		progress.hide();
		return concluded(summary, ownsStdout, argv);
	} finally {
		progress.hide();
		closeReporters();
	}
}

/** @throws UsageError */
function channelRule(text: string): Rule {
	const read = readChannelRule(text);
	if (!read.ok) throw new UsageError(`--channel: ${read.reason}`);
	return read.rule;
}

/** Adds up the results of shards. */
export async function mergeResults(
	files: readonly string[],
	argv: ReporterArguments,
): Promise<ExitCode> {
	const results: ShardResult[] = [];
	for (const file of files) {
		const text = await readable(() => readFile(file, "utf8"));
		const result = shardResult(text);
		if (typeof result === "string") throw new InputError(`${file}: ${result}`);
		results.push(result);
	}
	const { reporters, closeReporters, ownsStdout } = await openReporters(argv);
	try {
		return concluded(mergedSummary(results, reporters), ownsStdout, argv);
	} finally {
		closeReporters();
	}
}

/** Prints corpora in one form. What cannot be read is told, and nothing printed of it. */
export async function convertCorpora(
	names: readonly string[],
	form: Exclude<CorpusForm, "messages">,
): Promise<ExitCode> {
	let exitCode: ExitCode = ExitCode.ok;
	let isFirst = true;
	for (const file of await corpusFiles(names)) {
		await readable(() =>
			readCorpus(file, ({ located, fault }) => {
				if (fault !== null) {
					complain(corpusFaultText(fault));
					exitCode = ExitCode.input;
					return true;
				}
				const { conversation } = located;
				process.stdout.write(
					form === "json-lines"
						? `${writeJsonLine(conversation)}\n`
						: `${isFirst ? "" : "\n"}${writeTranscript(conversation)}`,
				);
				isFirst = false;
				return true;
			}),
		);
	}
	return exitCode;
}

function concluded(
	summary: Summary,
	ownsStdout: boolean,
	argv: ReporterArguments,
): ExitCode {
	const stream = ownsStdout ? process.stderr : process.stdout;
	const { coverage } = summary;
	if (coverage !== undefined && argv.coverage)
		stream.write(`${coverageText(coverage)}\n`);
	if (coverage !== undefined && argv.coverageJson !== undefined)
		writeCoverage(argv.coverageJson, coverage);
	stream.write(
		`${countsText(summary)} (seed ${summary.seed})\ndigest ${summary.digest}\n`,
	);
	if (summary.malformed > 0) return ExitCode.input;
	return summary.failed > 0 ? ExitCode.refused : ExitCode.ok;
}

function writeCoverage(file: string, coverage: Coverage): void {
	const reports = coverageReports(coverage);
	try {
		writeFileSync(file, `${JSON.stringify(reports, null, "\t")}\n`);
	} catch (error) {
		throw new UsageError(
			`--coverage-json: cannot write ${file}: ${reasonOf(error)}`,
		);
	}
}

/** What the system says about a file, as an input file that cannot be read. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (codeOf(error) === null) throw error;
		throw new InputError(`cannot read the corpus: ${reasonOf(error)}`);
	}
}
