import type { Model } from "../../models/model.ts";
import type { Rule } from "../../network/channel-rule.ts";
import { readChannelRule } from "../../network/channel-text.ts";
import { type Shard, shardOf } from "../../replay/play/shard.ts";
import type { Quirk } from "../../simulation/quirk.ts";
import { askedModel } from "../line/asked-model.ts";
import { UsageError } from "../line/exit-code.ts";
import { readQuirks } from "./quirks-file.ts";
import { filesOf } from "./readable-corpus.ts";
import type { ReplayOptions } from "./replay-options.ts";

/** How much of a replay is enough, and with how much at once. */
export interface ReplayLimits {
	/** So many conversations that fail are enough; null for all. */
	readonly bail: number | null;
	/** Threads; null for as many as there are processors and work for them. */
	readonly jobs: number | null;
	/** Of every random choice, where a conversation has none. */
	readonly seed: number;
}

/** Which conversations are run, and under what conditions. */
export interface ReplayRequest extends ReplayLimits {
	readonly files: readonly string[];
	/** Of the conversations that name none. */
	readonly model: Model;
	/** What the network does to messages. */
	readonly channel: readonly Rule[];
	/** How a panel answers otherwise that was compared. */
	readonly quirks: readonly Quirk[];
	readonly shard: Shard | null;
	/** Of ids and tags; null for all. */
	readonly filter: string | null;
}

/**
 * The numbers among the options, and whether anything may be written at all. It looks
 * at no file.
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
			"--update writes expectations, and under CI=true nobody would look at them",
		);
	return { bail, jobs, seed };
}

/**
 * Reads the options, and finds the files.
 * @throws UsageError
 * @throws InputError for a file that cannot be read
 */
export async function replayRequest(
	names: readonly string[],
	argv: ReplayOptions,
	limits: ReplayLimits,
): Promise<ReplayRequest> {
	const shard = argv.shard === undefined ? null : shardOf(argv.shard);
	if (shard === null && argv.shard !== undefined)
		throw new UsageError(`--shard: i/n with i from 1 to n, not ${argv.shard}`);
	const model = askedModel(argv.model);
	const channel = argv.channel.map(channelRule);
	const files = await filesOf(names);
	const quirks = argv.quirks === undefined ? [] : readQuirks(argv.quirks);
	const { filter = null } = argv;
	return { ...limits, files, model, channel, quirks, shard, filter };
}

/** @throws UsageError */
function channelRule(text: string): Rule {
	const read = readChannelRule(text);
	if (!read.ok) throw new UsageError(`--channel: ${read.reason}`);
	return read.rule;
}
