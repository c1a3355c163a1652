import type { FailureReport } from "./failure-report.ts";

/** Causes that are told apart; a corpus may fail in a million ways. */
const MOST = 1000;

/** Failures of one cause. Plain data. */
export interface CauseCount {
	readonly cause: string;
	readonly failures: number;
	/** The first of them. */
	readonly first: {
		readonly id: string;
		readonly file: string;
		readonly line: number;
	};
}

/**
 * Why a claim does not hold, in one line, the same for all failures of one cause:
 * the panel's reason, else what was expected and what came.
 */
export function causeOf({ about, expected, got, why }: FailureReport): string {
	const what = about === "replies" ? "" : `${about}: `;
	return why === null
		? `${what}expected ${expected.join(" and ")}, got ${got.join(" and ")}`
		: `${what}${why.message}`;
}

/** Counts failures by their cause. */
export class Causes {
	private readonly counts = new Map<
		string,
		{ failures: number; readonly first: CauseCount["first"] }
	>();
	/** Failures whose causes are not told apart any more. */
	others = 0;
	private readonly most: number;

	constructor(most = MOST) {
		this.most = most;
	}

	/** Whether it is the first of its cause. */
	add(report: FailureReport): boolean {
		const cause = causeOf(report);
		const count = this.counts.get(cause);
		if (count !== undefined) count.failures += 1;
		else if (this.counts.size === this.most) this.others += 1;
		else {
			const { id, file, line } = report;
			this.counts.set(cause, { failures: 1, first: { id, file, line } });
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
const LISTED = 20;

/** A line for each cause, the most frequent first; none where nothing is grouped. */
export function causeLines({ list, others }: Causes): readonly string[] {
	const failures = list.reduce((sum, each) => sum + each.failures, others);
	if (failures < 2) return [];
	const more = list.length - LISTED;
	const width = String(list[0]?.failures ?? 0).length;
	return [
		`${failures} failures of ${list.length} ${list.length === 1 ? "cause" : "causes"}:`,
		...list
			.slice(0, LISTED)
			.map(
				({ cause, failures, first: { id, file, line } }) =>
					`  ${String(failures).padStart(width)} × ${cause}  (${id}, ${file}:${line})`,
			),
		...(more > 0 ? [`  and ${more} more causes`] : []),
	];
}
