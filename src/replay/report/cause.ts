import { howMany } from "../../how-many.ts";
import type { FailureReport } from "./failure-report.ts";

/** Causes that are told apart; a corpus may fail in a million ways. */
const MOST = 1000;

/** Of a cause, in characters; a message may be very long. */
const LONGEST = 500;

/** Failures of one cause. Plain data. */
export interface CauseCount {
	readonly cause: string;
	readonly failures: number;
	/** The first of them. */
	readonly first: FirstFailure;
}

/** Failures of one cause, with an example. */
export interface CauseGroup extends CauseCount {
	/**
	 * The shortest conversation that fails as the first of them does, as lines of a
	 * transcript; null where few failed, or it is too long to look for.
	 */
	readonly shrunk: readonly string[] | null;
}

export interface FirstFailure {
	readonly id: string;
	readonly file: string;
	readonly line: number;
}

/**
 * Why a claim does not hold, in one line, the same for all failures of one cause:
 * the panel's reason, else what was expected and what came.
 */
export function causeOf({ about, expected, got, why }: FailureReport): string {
	const what = about === "replies" ? "" : `${about}: `;
	const cause =
		why === null
			? `${what}expected ${expected.join(" and ")}, got ${got.join(" and ")}`
			: `${what}${why.message}`;
	return cause.length <= LONGEST ? cause : `${cause.slice(0, LONGEST)} …`;
}

/** Counts failures by their cause. */
export class Causes {
	private readonly counts = new Map<
		string,
		{ failures: number; readonly first: FirstFailure }
	>();
	/** Failures whose causes are not told apart any more. */
	others = 0;
	private readonly most: number;

	constructor(most = MOST) {
		this.most = most;
	}

	/** Whether it is the first of its cause. */
	add(report: FailureReport): boolean {
		const { id, file, line } = report;
		const first = { id, file, line };
		return this.addCount({ cause: causeOf(report), failures: 1, first });
	}

	/** Adds failures that were counted elsewhere; whether they are the first of their cause. */
	addCount({ cause, failures, first }: CauseCount): boolean {
		const count = this.counts.get(cause);
		if (count !== undefined) count.failures += failures;
		else if (this.counts.size === this.most) this.others += failures;
		else {
			this.counts.set(cause, { failures, first });
			return true;
		}
		return false;
	}

	/** The most frequent first. */
	get list(): readonly CauseCount[] {
		return [...this.counts]
			.map(([cause, count]) => ({ cause, ...count }))
			.toSorted((a, b) => b.failures - a.failures);
	}
}

/** Causes that are listed for people. */
export const LISTED = 20;

/** A line for each cause, the most frequent first; none where nothing is grouped. */
export function causeLines(
	list: readonly CauseGroup[],
	others: number,
): readonly string[] {
	const failures = list.reduce((sum, each) => sum + each.failures, others);
	if (failures < 2) return [];
	const more = list.length - LISTED;
	const width = String(list[0]?.failures ?? 0).length;
	return [
		`${failures} failures of ${howMany(list.length, "cause")}:`,
		...list
			.slice(0, LISTED)
			.flatMap(({ cause, failures, first: { id, file, line }, shrunk }) => [
				`  ${String(failures).padStart(width)} × ${cause}  (${id}, ${file}:${line})`,
				...(shrunk ?? []).map((text) => `      ${text}`),
			]),
		...(more > 0 ? [`  and ${more} more causes`] : []),
	];
}
