import { howMany } from "../how-many.ts";
import type { HowKnown } from "../plan/how-known.ts";
import type { Elsewhere } from "../plan/plan.ts";
import type { RunOutcome } from "./audit/audit-entry.ts";
import type { MessageCounts, RunProgress } from "./audit/run-progress.ts";

/** How a setting that a plan names stands when a run is over. */
export interface ReportedSetting {
	/** `users.1.pin`; a thing that goes has its own path. */
	readonly path: string;
	readonly how:
		| HowKnown
		/** The panel says otherwise. */
		| "differs"
		/** It refused the message. */
		| "refused"
		/** Sent, without an answer: it may have it or not. */
		| "not known"
		| "not sent"
		/** No message does it. */
		| "elsewhere";
}

/** What became of a site. */
export interface SiteReport {
	readonly type: "report";
	readonly site: string;
	readonly number: string;
	/** `skipped`: it was not begun. */
	readonly outcome: RunOutcome | "nothing-to-do" | "skipped";
	readonly why: string;
	readonly messages: MessageCounts;
	/** SMS that this run sent, as far as it got. */
	readonly sms: number;
	readonly settings: readonly ReportedSetting[];
}

/** Every setting that a plan names, and how it is known: the last that is said of it holds. */
export function settingsReport(
	progress: RunProgress,
	elsewhere: readonly Elsewhere[],
): readonly ReportedSetting[] {
	const found = new Map<string, ReportedSetting["how"]>();
	for (const [at, { settings }] of progress.begun.messages.entries())
		for (const { path } of settings) found.set(path, howOf(progress, at));
	for (const { path, agrees } of progress.read.values())
		if (found.has(path)) found.set(path, agrees ? "read" : "differs");
	for (const { path } of elsewhere) found.set(path, "elsewhere");
	return [...found].map(([path, how]) => ({ path, how }));
}

function howOf(
	{ standings, sent }: RunProgress,
	at: number,
): ReportedSetting["how"] {
	const standing = standings[at] ?? null;
	if (standing === "refused") return standing;
	if (standing !== null && standing !== "silent") return standing;
	return sent.some(({ message }) => message === at) ? "not known" : "not sent";
}

/** `2 of 3 messages confirmed, 1 assumed` */
export function countsText({
	confirmed,
	assumed,
	planned,
}: MessageCounts): string {
	const known = `${confirmed} of ${howMany(planned, "message")} confirmed`;
	return assumed === 0 ? known : `${known}, ${assumed} assumed`;
}
