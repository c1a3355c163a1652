import { Causes, causeOf } from "../report/cause.ts";
import type { FailureReport } from "../report/failure-report.ts";
import type { BlockResult, Told } from "../run/block-result.ts";
import { ToldWriter, toldIn } from "../run/told-lines.ts";

/** Conversations that fail, and lines that cannot be read, of one block that are told. */
const MOST_TOLD = 200;
/** Of what is told in full, in characters. */
const ROOM = 256 * 1024;
/** Of one text where there is no room any more, and causes that are told apart. */
const SHORT = 300;
const MOST_CAUSES = 100;

/**
 * A result that is small however much of a block fails. The first failures are told
 * in full, those behind them without their surroundings, and the rest are counted by
 * their cause.
 */
export function boundedResult(result: BlockResult): BlockResult {
	const { told } = result;
	if (outcomesIn(told) <= MOST_TOLD && told.length <= ROOM) return result;
	const causes = new Causes(MOST_CAUSES);
	/** The piece of the first failure of each cause. */
	const places = new Map<string, number>();
	const count = (report: FailureReport, piece: number) => {
		if (causes.add(report)) places.set(causeOf(report), piece);
	};
	const untold = { failed: 0, malformed: 0 };
	const kept = new ToldWriter();
	let room = ROOM;
	let failed = 0;
	let malformed = 0;
	for (const each of toldIn(told)) {
		if (each.type === "passed") {
			kept.add(each);
			continue;
		}
		const isFailure = each.type === "failed";
		if ((isFailure ? failed++ : malformed++) >= MOST_TOLD) {
			if (isFailure) {
				untold.failed += 1;
				for (const report of each.reports) count(report, each.piece);
			} else untold.malformed += 1;
			continue;
		}
		const size = JSON.stringify(each).length;
		kept.add(size <= room ? each : short(each, count));
		room -= Math.min(room, size);
	}
	const { list, others } = causes;
	return {
		...result,
		told: kept.lend(),
		untold: {
			...untold,
			causes: list.map((each) => ({
				...each,
				piece: places.get(each.cause) ?? 0,
			})),
			others,
		},
	};
}

/** @param count takes what is not kept */
function short(
	told: Told,
	count: (report: FailureReport, piece: number) => void,
): Told {
	if (told.type === "passed") return told;
	if (told.type === "malformed") {
		const { fault } = told;
		// The place is told by numbers; the text only shows it.
		return { ...told, fault: { ...fault, text: cut(fault.text) } };
	}
	const [first, ...rest] = told.reports;
	for (const report of rest) count(report, told.piece);
	return { ...told, reports: first === undefined ? [] : [shortReport(first)] };
}

function shortReport(report: FailureReport): FailureReport {
	const { why } = report;
	return {
		...report,
		around: [],
		timeline: [],
		expected: report.expected.slice(0, 3).map(cut),
		got: report.got.slice(0, 3).map(cut),
		why:
			why === null
				? null
				: { ...why, message: cut(why.message), hint: null, drawn: "" },
	};
}

function cut(text: string): string {
	return text.length <= SHORT ? text : `${text.slice(0, SHORT)} …`;
}

/** Failures, and lines that cannot be read. */
function outcomesIn(told: Uint8Array): number {
	let count = 0;
	for (const { type } of toldIn(told)) if (type !== "passed") count += 1;
	return count;
}
