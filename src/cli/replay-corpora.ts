import type { Rule } from "../network/channel-rule.ts";
import { readChannelRule } from "../network/channel-text.ts";
import type { Quirk } from "../replay/quirk.ts";
import { replay } from "../replay/replay.ts";
import { shardOf } from "../replay/shard.ts";
import type { StartWorker } from "../replay/worker-start.ts";
import { durationOf } from "../time/duration.ts";
import { systemClock } from "../time/system-clock.ts";
import { againstCorpora } from "./against-corpora.ts";
import { type ExitCode, UsageError } from "./exit-code.ts";
import { knownModel } from "./known-model.ts";
import { readQuirks } from "./quirks-file.ts";
import { filesOf, readable } from "./readable-corpus.ts";
import { type CoverageArguments, concluded } from "./replay-conclusion.ts";
import { ReplayProgress } from "./replay-progress.ts";
import { openReporters, type ReporterArguments } from "./replay-reporters.ts";
import { shrinkCorpora } from "./shrink-corpora.ts";
import { errorColors } from "./terminal-colors.ts";

interface ReplayArguments extends ReporterArguments, CoverageArguments {
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
	readonly startWorker: StartWorker;
}

/** Replays corpora and tells how it went. */
export async function replayCorpora(
	names: readonly string[],
	argv: ReplayArguments,
): Promise<ExitCode> {
	const shard = argv.shard === undefined ? null : shardOf(argv.shard);
	if (shard === null && argv.shard !== undefined)
		throw new UsageError(`--shard: i/n with i from 1 to n, not ${argv.shard}`);
	const model = knownModel(argv.model);
	const channel = argv.channel.map(channelRule);
	const files = await filesOf(names);
	const quirks = await quirksIn(argv.quirks);
	if (argv.against !== undefined) {
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
				startWorker: argv.startWorker,
				onProgress: (far) => progress.update(far),
			}),
		);
		progress.hide();
		return await concluded(summary, ownsStdout, argv);
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

/** @throws InputError for a file that cannot be read, or is none of quirks */
async function quirksIn(file: string | undefined): Promise<readonly Quirk[]> {
	if (file === undefined) return [];
	return readQuirks(file);
}
