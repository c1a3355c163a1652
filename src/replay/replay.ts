import type { Model } from "../models/model.ts";
import type { Rule } from "../network/channel-rule.ts";
import { Beginnings } from "./beginnings.ts";
import { formOf, readCorpus } from "./corpus.ts";
import type { CorpusFault } from "./corpus-fault.ts";
import { RunDigest } from "./digest.ts";
import { failureReports } from "./failure-report.ts";
import { type ReadHappening, happening as today } from "./happening.ts";
import type { Found, Located } from "./located.ts";
import type { Reporter } from "./reporter.ts";
import {
	type Beginning,
	type RunOptions,
	runConversation,
} from "./run-conversation.ts";
import { isInShard, type Shard } from "./shard.ts";
import type { Summary } from "./summary.ts";
import { type Updates, updated, writeUpdates } from "./update.ts";

export interface ReplayOptions {
	/** Of the conversations that name none. */
	readonly model: Model;
	/** Of every random choice of a conversation that has no seed of its own. */
	readonly seed: number;
	/** Rules of the network over the whole corpus. */
	readonly channel?: readonly Rule[];
	readonly shard: Shard | null;
	/** Part of an id, or a whole tag; null for all. */
	readonly filter: string | null;
	/** Stop when so many conversations failed; null for never. */
	readonly bail: number | null;
	/** Write what came as what is expected. */
	readonly update: boolean;
	readonly showSecrets: boolean;
	readonly reporters: readonly Reporter[];
	readonly happening?: ReadHappening;
}

/**
 * Replays corpora: a fresh panel for every conversation, in virtual time. Memory
 * does not grow with the number of conversations, only with that of updates.
 * Behind a line that cannot be understood nothing is run any more, but all is
 * read, so that every such line is told and the good ones are counted.
 *
 * @throws what the system says where a file cannot be read
 */
export async function replay(
	files: readonly string[],
	options: ReplayOptions,
): Promise<Summary> {
	const run = new Run(options);
	for (const file of files) {
		if (run.stopped) break;
		await readCorpus(file, (found) => run.take(found), options.happening);
		await run.writeUpdates(file);
	}
	const { summary } = run;
	for (const reporter of options.reporters) reporter.ended(summary);
	return summary;
}

class Run {
	private readonly options: ReplayOptions;
	private readonly beginnings: Beginnings;
	private readonly digest = new RunDigest();
	private readonly tellsPassed: readonly Reporter[];
	private readonly runOptions: RunOptions;
	private updates: Updates[number][] = [];
	private passed = 0;
	private failed = 0;
	private malformed = 0;
	private notRun = 0;

	constructor(options: ReplayOptions) {
		this.options = options;
		this.beginnings = new Beginnings(options.model);
		const { seed, channel: rules = [], happening = today } = options;
		this.runOptions = { happening, channel: { rules, seed } };
		this.tellsPassed = options.reporters.filter(
			({ passed }) => passed !== undefined,
		);
	}

	get stopped(): boolean {
		const { bail } = this.options;
		return bail !== null && this.failed >= bail;
	}

	/** Whether there is to be more. */
	take(found: Found): boolean | Promise<boolean> {
		const { located } = found;
		if (located === null) return this.refuse(found.fault);
		if (!this.isWanted(located)) return true;
		if (this.malformed > 0) {
			this.notRun += 1;
			return true;
		}
		const beginning = this.beginnings.of(located);
		// No promise where there is none to wait for: a million of them is time.
		if (!(beginning instanceof Promise)) return this.hold(located, beginning);
		return beginning.then((made) =>
			"diagnostic" in made ? this.refuse(made) : this.hold(located, made),
		);
	}

	async writeUpdates(file: string): Promise<void> {
		const { updates } = this;
		this.updates = [];
		if (this.malformed === 0) await writeUpdates(file, updates);
	}

	get summary(): Summary {
		const { passed, failed, malformed, notRun, stopped } = this;
		return {
			conversations: passed + failed,
			passed,
			failed,
			malformed,
			notRun,
			stopped,
			seed: this.options.seed,
			digest: this.digest.text,
			sum: this.digest.parts,
		};
	}

	private hold(given: Located, beginning: Beginning): boolean {
		const { update, showSecrets, reporters } = this.options;
		const located = update ? this.updated(given, beginning) : given;
		const ran = runConversation(
			located.conversation,
			beginning,
			this.runOptions,
		);
		this.digest.add(ran.digest);
		if (ran.failures.length === 0) {
			this.passed += 1;
			for (const reporter of this.tellsPassed) reporter.passed?.(located);
			return true;
		}
		this.failed += 1;
		const reports = failureReports(
			located,
			beginning,
			ran,
			showSecrets,
			this.runOptions,
		);
		for (const reporter of reporters) reporter.failed(reports);
		return !this.stopped;
	}

	private updated(located: Located, beginning: Beginning): Located {
		// A plain list of messages has no place for what is expected.
		if (formOf(located.file) === "messages") return located;
		const conversation = updated(
			located.conversation,
			beginning,
			this.runOptions,
		);
		if (conversation === located.conversation) return located;
		this.updates.push({ located, conversation });
		return { ...located, conversation };
	}

	private refuse(fault: CorpusFault): boolean {
		this.malformed += 1;
		for (const reporter of this.options.reporters) reporter.malformed(fault);
		return true;
	}

	private isWanted({ conversation: { id, tags } }: Located): boolean {
		const { shard, filter } = this.options;
		if (shard !== null && !isInShard(shard, id)) return false;
		return filter === null || id.includes(filter) || tags.includes(filter);
	}
}
