import type { CorpusFault } from "../../conversation/corpus-fault.ts";
import type { Located } from "../../conversation/located.ts";
import type { FailureReport } from "./failure-report.ts";
import type { Summary } from "./summary.ts";

/**
 * Tells a run as it goes. Failures are told in full and passes as counts; a
 * reporter that has `passed` is told of each.
 */
export interface Reporter {
	/** The failures of one conversation, at least one. */
	failed(reports: readonly FailureReport[]): void;
	passed?(located: Located): void;
	malformed(fault: CorpusFault): void;
	ended(summary: Summary): void;
}

/** Where a reporter writes. */
export type Write = (text: string) => void;
