import type { CorpusFault } from "../../conversation/corpus-fault.ts";
import type { Found, Located } from "../../conversation/located.ts";
import {
	readEvent as panelEvent,
	type ReadEvent,
} from "../../conversation/read-event.ts";
import type { Model } from "../../models/model.ts";
import type { Rule } from "../../network/channel-rule.ts";
import { LANES, RunDigest } from "../../simulation/digest.ts";
import { DigestInput } from "../../simulation/digest-input.ts";
import type { Quirk } from "../../simulation/quirk.ts";
import {
	type RunOptions,
	runConversation,
	type StartingPanel,
} from "../../simulation/run-conversation.ts";
import { stopwatch } from "../../time/stopwatch.ts";
import { isStream } from "../corpus/byte-source.ts";
import type { Take } from "../corpus/content.ts";
import { readCorpus } from "../corpus/corpus.ts";
import type { Block } from "../corpus/corpus-blocks.ts";
import { type FileNames, named, noNames } from "../corpus/file-names.ts";
import type { ByteRange } from "../corpus/lines.ts";
import { formOf, type Reading } from "../corpus/reading.ts";
import { boundedFind } from "../play/bounded-find.ts";
import { type ConversationChoice, isChosen } from "../play/choice.ts";
import { CoverageCounter } from "../play/coverage.ts";
import { coverageObserver } from "../play/coverage-observer.ts";
import { StartingPanels } from "../play/starting-panels.ts";
import { Slowest } from "../report/block-times.ts";
import { failureReports } from "../report/failure-reports.ts";
import { Mask } from "../report/mask.ts";
import { noVerdicts } from "../report/verdict-counts.ts";
import type { BlockResult, Counts } from "./block-result.ts";
import { ConversationMarks } from "./conversation-marks.ts";
import { IdHashes } from "./id-hashes.ts";
import { ToldWriter } from "./told-lines.ts";
import { changesOf, type Updates, updated } from "./update.ts";

/** How conversations are run, and which. Plain data: worker threads get it too. */
export interface RunSettings extends ConversationChoice {
	/** Name of the model of the conversations that name none. */
	readonly model: string;
	/** How files are read. */
	readonly reading: Reading;
	/** Of every random choice of a conversation that has no seed of its own. */
	readonly seed: number;
	/** Rules of the network over the whole corpus. */
	readonly channel: readonly Rule[];
	/** How a real panel answers otherwise. */
	readonly quirks: readonly Quirk[];
	/** So many failures are enough; null for never. */
	readonly bail: number | null;
	/** Write what came as what is expected. */
	readonly update: boolean;
	readonly showSecrets: boolean;
	/** Whether it is counted what of the model is touched. */
	readonly coverage: boolean;
	/** Whether somebody is told what passed. */
	readonly tellsPassed: boolean;
	/** Whether somebody is told how a conversation that failed went in time. */
	readonly tellsTimeline: boolean;
	/** Whether somebody is told how long what was run took. */
	readonly tellsTimes: boolean;
	/** Whether a mark of each conversation is wanted. */
	readonly marks: boolean;
}

/** What came of the conversations of one block so far. */
class BlockAccount {
	readonly digest = new RunDigest();
	readonly touched = new CoverageCounter();
	readonly slowest = new Slowest();
	readonly updates: Updates[number][] = [];
	/** Of each piece that was begun. */
	readonly lines: number[] = [];
	readonly verdicts = { ...noVerdicts };
	/** Milliseconds. */
	took = 0;
	wanted = 0;
	passed = 0;
	failed = 0;
	malformed = 0;
	notRun = 0;
}

/** Runs conversations, block by block: a fresh panel for each, in virtual time. */
export class BlockRunner {
	private readonly settings: RunSettings;
	private readonly readEvent: ReadEvent;
	private readonly beginnings: StartingPanels;
	private readonly digestInput = new DigestInput();
	private readonly hash = new Uint32Array(LANES);
	private readonly runOptions: RunOptions;
	/** For a second run of a conversation: it must not be in the digest twice. */
	private readonly unaccounted: RunOptions;
	private block = new BlockAccount();
	private readonly told = new ToldWriter();
	private readonly ids = new IdHashes();
	private readonly marks = new ConversationMarks();
	private readonly names: FileNames;
	private readonly onRun: (located: Located) => void;

	constructor(
		settings: RunSettings,
		model: Model,
		readEvent: ReadEvent = panelEvent,
		/** Told each conversation that was run. */
		onRun: (located: Located) => void = () => {},
		names: FileNames = noNames,
	) {
		this.onRun = onRun;
		this.names = names;
		this.settings = settings;
		this.readEvent = readEvent;
		this.beginnings = new StartingPanels(model);
		const { seed, channel: rules, quirks } = settings;
		this.unaccounted = {
			readEvent,
			channel: { rules, seed },
			quirks,
			find: boundedFind,
		};
		this.runOptions = { ...this.unaccounted, digestInput: this.digestInput };
	}

	/**
	 * After the first bad line nothing more of the block is run; the rest is read
	 * only to report every bad line and to count the good ones. What is told of it holds
	 * until the next block is run; `kept` keeps it.
	 *
	 * @param read reads a piece and gives its number of lines
	 * @throws what the system says where a file cannot be read
	 */
	async run(
		{ pieces }: Block,
		read: (
			file: string,
			take: Take,
			readEvent: ReadEvent,
			range: ByteRange | null,
			reading: Reading,
		) => Promise<number> = readCorpus,
	): Promise<BlockResult> {
		this.begin();
		const { readEvent, settings } = this;
		const take = (found: Found) => this.take(found);
		for (const { file, range } of pieces) {
			if (this.isEnough) break;
			this.block.lines.push(0);
			const lines = await read(file, take, readEvent, range, settings.reading);
			this.block.lines[this.block.lines.length - 1] = lines;
		}
		const told = this.told.lend();
		const { wanted, notRun, updates } = this.block;
		const { coverage } = this.block.touched;
		const ids = this.ids.take();
		const times = { took: this.block.took, slowest: this.block.slowest.list };
		return {
			...this.counts,
			told,
			wanted,
			notRun,
			updates,
			ids,
			coverage,
			times,
			...(settings.marks ? { marks: this.marks.take() } : {}),
		};
	}

	private begin(): void {
		this.block = new BlockAccount();
		this.told.lend();
		this.marks.take();
	}

	private get counts(): Counts {
		const { passed, failed, verdicts, digest, lines } = this.block;
		return {
			passed,
			failed,
			verdicts: { ...verdicts },
			digest: digest.parts,
			lines: [...lines],
		};
	}

	private get isEnough(): boolean {
		const { bail } = this.settings;
		return bail !== null && this.block.failed >= bail;
	}

	private get piece(): number {
		return this.block.lines.length - 1;
	}

	/** Whether to go on. */
	private take(found: Found): boolean | Promise<boolean> {
		const { located, fault } = named(found, this.names);
		if (located === null) return this.refuse(fault, true);
		if (!isChosen(located.conversation, this.settings)) return true;
		this.block.wanted += 1;
		this.ids.add(located.conversation.id);
		if (this.block.malformed > 0) {
			this.block.notRun += 1;
			return true;
		}
		const beginning = this.beginnings.of(located);
		// No promise where there is none to wait for: a million of them is time.
		if (!(beginning instanceof Promise)) return this.runOne(located, beginning);
		return beginning.then((made) =>
			"diagnostic" in made
				? this.refuse(made, false)
				: this.runOne(located, made),
		);
	}

	private runOne(given: Located, beginning: StartingPanel): boolean {
		const { update, showSecrets, bail, tellsTimes } = this.settings;
		const located = update ? this.updated(given, beginning) : given;
		const { conversation } = located;
		const { digestInput, hash } = this;
		const begun = tellsTimes ? stopwatch() : null;
		const ran = runConversation(
			conversation,
			beginning,
			this.settings.coverage
				? {
						...this.runOptions,
						observer: coverageObserver(beginning.model, this.block.touched),
					}
				: this.runOptions,
		);
		const took = begun === null ? null : stopwatch() - begun;
		if (took !== null) this.addTime(located, took);
		digestInput.hash(hash);
		digestInput.rewind(0);
		this.block.digest.add(conversation.id, hash);
		if (this.settings.marks) this.marks.add(hash);
		this.onRun(located);
		const { piece } = this;
		if (ran.failures.length === 0) {
			this.block.passed += 1;
			this.block.verdicts[ran.weakest ?? "none"] += 1;
			if (this.settings.tellsPassed) {
				const { file, line } = located;
				const told = { id: conversation.id, file, line };
				this.told.add({ type: "passed", piece, conversation: told, took });
			}
			return true;
		}
		this.block.failed += 1;
		const reports = failureReports(
			located,
			beginning,
			ran,
			// A factory panel has no secrets.
			showSecrets || conversation.config === null,
			this.settings.tellsTimeline ? this.unaccounted : null,
		);
		const soFar = bail === null ? null : this.counts;
		this.told.add({ type: "failed", piece, reports, soFar, took });
		return !this.isEnough;
	}

	private addTime(located: Located, took: number): void {
		const { conversation, file, line } = located;
		this.block.took += took;
		if (took > this.block.slowest.floor)
			this.block.slowest.add({ id: conversation.id, file, line, took });
	}

	private updated(located: Located, beginning: StartingPanel): Located {
		// No other form has a place for what is expected.
		const form = formOf(located.file, this.settings.reading);
		if (form !== "json-lines" && form !== "transcript") return located;
		// What is packed, or a pipe, cannot be written into.
		if (isStream(located.file)) return located;
		const conversation = updated(
			located.conversation,
			beginning,
			this.unaccounted,
		);
		if (conversation === located.conversation) return located;
		const isOpen =
			this.settings.showSecrets || located.conversation.config === null;
		const mask = isOpen ? null : new Mask(beginning.model, [beginning.state]);
		const changes = changesOf(located, conversation, (step) =>
			mask === null ? step : mask.step(step),
		);
		this.block.updates.push({ located, conversation, changes });
		return { ...located, conversation };
	}

	private refuse(fault: CorpusFault, unreadable: boolean): boolean {
		this.block.malformed += 1;
		const { piece } = this;
		this.told.add({ type: "malformed", piece, fault, unreadable });
		return true;
	}
}
