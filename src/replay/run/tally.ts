import { RunDigest } from "../../simulation/digest.ts";
import type { Block, CorpusPiece } from "../corpus/corpus-blocks.ts";
import { CoverageCounter } from "../play/coverage.ts";
import { type CauseCount, Causes, causeOf } from "../report/cause.ts";
import type { LostBlock } from "../report/lost-block.ts";
import type { Reporter } from "../report/reporter.ts";
import type { Summary } from "../report/summary.ts";
import { addedVerdicts, noVerdicts } from "../report/verdict-counts.ts";
import type { BlockResult, Counts, Told } from "./block-result.ts";
import { RepeatedHashes } from "./id-hashes.ts";
import { toldIn } from "./told-lines.ts";

/** Adds up the results of blocks, in their order, and tells the reporters. */
export class Tally {
	private readonly reporters: readonly Reporter[];
	private readonly seed: number;
	private readonly bail: number | null;
	private readonly coverage: boolean;
	private readonly digest = new RunDigest();
	/** Lines in front, of the file that a block before this one has begun. */
	private before = { file: "", lines: 0 };
	private readonly ids = new RepeatedHashes();
	private verdicts = noVerdicts;
	private readonly touched = new CoverageCounter();
	private passed = 0;
	private failed = 0;
	private malformed = 0;
	private notRun = 0;
	private readonly lost: LostBlock[] = [];
	private readonly causes = new Causes();
	private readonly firsts = new Map<string, CorpusPiece>();

	constructor(
		reporters: readonly Reporter[],
		seed: number,
		bail: number | null,
		coverage: boolean,
	) {
		this.coverage = coverage;
		this.reporters = reporters;
		this.seed = seed;
		this.bail = bail;
	}

	/** Whether enough has failed. */
	get stopped(): boolean {
		return this.bail !== null && this.failed >= this.bail;
	}

	get isSound(): boolean {
		return this.malformed === 0;
	}

	/** Gives the lines of the block's first file that are before it. */
	add(block: Block, result: BlockResult): number {
		const before = this.linesBefore(block, 0);
		const isRun = this.isSound;
		let counts: Counts = result;
		const failedBefore = this.failed;
		for (const told of toldIn(result.told)) {
			if (isRun || (told.type === "malformed" && told.unreadable))
				this.tell(
					told,
					this.linesBefore(block, told.piece),
					block.pieces[told.piece],
				);
			if (told.type !== "failed" || !isRun) continue;
			this.failed += 1;
			if (!this.stopped) continue;
			// The thread that ran the block did not know how many had failed before it.
			counts = told.soFar ?? result;
			break;
		}
		if (isRun) {
			for (const cause of result.untold?.causes ?? []) {
				const lines = this.linesBefore(block, cause.piece);
				const first = moved(cause.first, lines);
				this.count({ ...cause, first }, block.pieces[cause.piece]);
			}
			this.causes.others += result.untold?.others ?? 0;
		}
		this.malformed += result.untold?.malformed ?? 0;
		this.tellTimes(block, result);
		if (isRun && result.lost !== undefined) {
			const { lost } = result;
			const lines = this.linesBefore(block, 0);
			const at = lost.at === null ? null : moved(lost.at, lines);
			this.lost.push({ ...lost, at });
		}
		if (isRun) {
			this.passed += counts.passed;
			this.verdicts = addedVerdicts(this.verdicts, counts.verdicts);
			this.failed = failedBefore + counts.failed;
			this.notRun += counts === result ? result.notRun : 0;
			this.digest.merge(counts.digest);
			this.touched.add(result.coverage);
		} else this.notRun += result.wanted;
		this.ids.add(result.ids);
		this.countLines(block, result.lines);
		return before;
	}

	/** Hashes of ids that came twice. */
	get repeatedHashes(): ReadonlySet<string> {
		return this.ids.repeated;
	}

	/** Conversations that were run, and those that failed. */
	get counts(): { readonly conversations: number; readonly failed: number } {
		const { passed, failed } = this;
		return { conversations: passed + failed, failed };
	}

	get summary(): Summary {
		const { passed, failed, malformed, notRun, stopped, seed } = this;
		return {
			conversations: passed + failed,
			passed,
			failed,
			causes: this.causes.list.map((each) => ({ ...each, shrunk: null })),
			otherFailures: this.causes.others,
			verdicts: this.verdicts,
			repeatedIds: [],
			malformed,
			notRun,
			stopped,
			seed,
			digest: this.digest.text,
			sum: this.digest.parts,
			lost: this.lost,
			...(this.coverage ? { coverage: this.touched.coverage } : {}),
		};
	}

	/** Where the first failure of each cause is. */
	get places(): ReadonlyMap<string, CorpusPiece> {
		return this.firsts;
	}

	private count(cause: CauseCount, piece: CorpusPiece | undefined): void {
		if (this.causes.addCount(cause) && piece !== undefined)
			this.firsts.set(cause.cause, piece);
	}

	private tellTimes(block: Block, { times, passed, failed }: BlockResult) {
		const { took, slowest } = times;
		const known = slowest.map((each) => {
			const at = block.pieces.findIndex(({ file }) => file === each.file);
			return moved(each, this.linesBefore(block, Math.max(0, at)));
		});
		const told = { took, slowest: known, conversations: passed + failed };
		for (const reporter of this.reporters) reporter.ran?.(told);
	}

	private tell(
		told: Told,
		lines: number,
		piece: CorpusPiece | undefined,
	): void {
		switch (told.type) {
			case "failed": {
				const reports = told.reports.map((report) => moved(report, lines));
				for (const report of reports) {
					const { id, file, line } = report;
					const first = { id, file, line };
					this.count({ cause: causeOf(report), failures: 1, first }, piece);
				}
				for (const reporter of this.reporters)
					reporter.failed(reports, told.took ?? undefined);
				return;
			}
			case "passed": {
				const conversation = moved(told.conversation, lines);
				for (const reporter of this.reporters)
					reporter.passed?.(conversation, told.took ?? undefined);
				return;
			}
			case "malformed": {
				this.malformed += 1;
				const fault = moved(told.fault, lines);
				for (const reporter of this.reporters) reporter.malformed(fault);
				return;
			}
		}
	}

	private linesBefore({ pieces }: Block, at: number): number {
		const piece = pieces[at];
		const { file, lines } = this.before;
		return piece !== undefined && piece.range !== null && piece.file === file
			? lines
			: 0;
	}

	private countLines(block: Block, lines: readonly number[]): void {
		const [piece] = block.pieces;
		if (piece === undefined || piece.range === null) return;
		const more = this.linesBefore(block, 0) + (lines[0] ?? 0);
		this.before = { file: piece.file, lines: more };
	}
}

/** A block counts its lines from 1 on, wherever it was cut off. */
function moved<T extends { readonly line: number }>(thing: T, by: number): T {
	return by === 0 ? thing : { ...thing, line: thing.line + by };
}
