import type { DigestParts } from "../../simulation/digest.ts";
import type { Coverage } from "../play/coverage.ts";

/** How a run went. Plain data; summaries of shards are merged by adding. */
export interface Summary {
	/** Conversations that were held. */
	readonly conversations: number;
	readonly passed: number;
	readonly failed: number;
	/** Lines that could not be understood. */
	readonly malformed: number;
	/** Good conversations behind such a line, which were not held. */
	readonly notRun: number;
	/** Whether it ended early because enough had failed. */
	readonly stopped: boolean;
	readonly seed: number;
	/** `sha256:…`; see digest.ts. */
	readonly digest: string;
	readonly sum: DigestParts;
	/** What of the models was touched; only where that was asked for. */
	readonly coverage?: Coverage;
}

/** The counts in one line. */
export function countsText(summary: Summary): string {
	const { conversations, passed, failed, malformed, notRun, stopped } = summary;
	return [
		`${counted(conversations, "conversation")}: ${passed} passed, ${failed} failed`,
		...(stopped ? ["stopped early (--bail)"] : []),
		...(malformed === 0
			? []
			: [
					`${counted(malformed, "malformed line")}, ${counted(notRun, "good conversation")} behind the first not run`,
				]),
	].join("; ");
}

function counted(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
