import type { HowKnown } from "../../plan/how-known.ts";
import type {
	AuditEntry,
	BegunEntry,
	EndedEntry,
	HeardEntry,
	ReadSetting,
	Settlement,
	TextPurpose,
} from "./audit-entry.ts";

/** A text that was sent, or may have been. */
export interface SentText {
	readonly purpose: TextPurpose;
	/** Which message of the plan; null for any other text. */
	readonly message: number | null;
	readonly word: string;
	readonly at: number;
	/** When silence is silence. */
	readonly until: number;
	readonly answered: boolean;
	/** Whether it may have left: the network did not say that it did not take it. */
	readonly isOut: boolean;
}

/** What is known of a message: how it was settled; null while it was not. */
export type Standing = HowKnown | "refused" | "silent" | null;

/** How far a run has come. It follows from the entries of the audit alone. */
export interface RunProgress {
	readonly begun: BegunEntry;
	/** By the message's place in the plan. */
	readonly standings: readonly Standing[];
	/** In order; what the network did not take is in it, as answered. */
	readonly sent: readonly SentText[];
	/** Identities of the texts that came. */
	readonly heard: ReadonlySet<string>;
	/** Whether the panel was seen to get a text twice. */
	readonly isTwice: boolean;
	/**
	 * By how much the service centre's clock is ahead of ours at the least, in milliseconds:
	 * nothing comes before it was sent. Null where nothing shows it.
	 */
	readonly ahead: number | null;
	/** And at the most: no answer leaves the panel before its text was sent. */
	readonly aheadAtMost: number | null;
	readonly read: ReadonlyMap<string, ReadSetting>;
	readonly ended: EndedEntry | null;
}

/** The run that the last entries tell of; null where there was none. */
export function progressOf(
	entries: readonly { readonly at: number; readonly entry: AuditEntry }[],
): RunProgress | null {
	return entries.reduce<RunProgress | null>(
		(progress, { at, entry }) => progressAfter(progress, entry, at),
		null,
	);
}

/**
 * @param progress null before the first entry
 * @param at when the entry was written, milliseconds since 1970
 */
export function progressAfter(
	progress: RunProgress | null,
	entry: AuditEntry,
	at: number,
): RunProgress | null {
	if (entry.type === "begun") {
		// After silence it may have been our own clock that was set.
		const known = progress?.ended?.outcome === "silent" ? null : progress;
		const ahead = known?.ahead ?? null;
		const aheadAtMost = known?.aheadAtMost ?? null;
		return entry.resumed && progress !== null
			? { ...progress, ahead, aheadAtMost, ended: null }
			: {
					begun: entry,
					standings: entry.messages.map(() => null),
					// What was sent in a run before may still be under way.
					sent:
						progress?.sent.map((text) => ({ ...text, message: null })) ?? [],
					heard: progress?.heard ?? new Set(),
					isTwice: false,
					ahead,
					aheadAtMost,
					read: new Map(),
					ended: null,
				};
	}
	if (progress === null) return null;
	switch (entry.type) {
		case "sending": {
			const { purpose, message, word, until } = entry;
			const sent = { purpose, message, word, at, until };
			const text = { ...sent, answered: false, isOut: true };
			return { ...progress, sent: [...progress.sent, text] };
		}
		case "handed": {
			const { accepted, doubtful, until } = entry;
			const isOut = accepted || doubtful;
			return withSent(progress, progress.sent.length - 1, {
				until,
				isOut,
				answered: !isOut,
			});
		}
		case "heard": {
			const heard = new Set(progress.heard).add(entry.identity);
			const next = withSettled(
				{
					...progress,
					heard,
					isTwice: progress.isTwice || entry.as === "second",
					ahead: aheadAtLeast(progress.ahead, entry.sentAt, at),
					aheadAtMost: aheadAtMost(progress, entry),
				},
				entry.settles,
			);
			return entry.answers === null
				? next
				: withSent(next, entry.answers, { answered: true });
		}
		case "settled":
			return withSettled(progress, entry);
		case "read-back":
			return {
				...progress,
				read: new Map([
					...progress.read,
					...entry.settings.map((each) => [each.path, each] as const),
				]),
			};
		case "ended":
			return { ...progress, ended: entry };
	}
}

/** What a text shows of the service centre's clock that came, at the latest, at `at`. */
export function aheadAtLeast(
	known: number | null,
	sentAt: number | null | undefined,
	at: number,
): number | null {
	// Audits of before do not say when a text was sent.
	if (sentAt === null || sentAt === undefined) return known;
	return Math.max(known ?? Number.NEGATIVE_INFINITY, sentAt - at);
}

/** What an answer shows of the service centre's clock that was waited for. */
function aheadAtMost(
	{ aheadAtMost: known, sent }: RunProgress,
	{ as, answers, sentAt }: HeardEntry,
): number | null {
	const about = as === "answer" && answers !== null ? sent[answers] : undefined;
	if (about === undefined || sentAt === null || sentAt === undefined)
		return known;
	return Math.min(known ?? Number.POSITIVE_INFINITY, sentAt - about.at);
}

/** Whether a message needs not be sent any more. */
export function isDone(standing: Standing | undefined): boolean {
	return standing === "assumed" || isConfirmed(standing);
}

/** Whether the panel has shown that it carried a message out. */
export function isConfirmed(standing: Standing | undefined): boolean {
	return standing === "read" || standing === "acknowledged";
}

/** How many messages of a run are known to be carried out, and how. */
export interface MessageCounts {
	/** The panel has shown it. */
	readonly confirmed: number;
	/** They were sent, and no more is known. */
	readonly assumed: number;
	readonly planned: number;
}

/** How many messages of a run need not be sent any more. */
export function doneIn({ standings }: RunProgress): number {
	return standings.filter(isDone).length;
}

export function messageCounts(progress: RunProgress): MessageCounts {
	const { standings } = progress;
	const confirmed = standings.filter(isConfirmed).length;
	const assumed = doneIn(progress) - confirmed;
	return { confirmed, assumed, planned: standings.length };
}

function withSettled(
	progress: RunProgress,
	settled: Settlement | null,
): RunProgress {
	if (settled === null) return progress;
	const { message, as } = settled;
	return { ...progress, standings: progress.standings.with(message, as) };
}

function withSent(
	progress: RunProgress,
	at: number,
	change: Partial<SentText>,
): RunProgress {
	const text = progress.sent[at];
	return text === undefined
		? progress
		: { ...progress, sent: progress.sent.with(at, { ...text, ...change }) };
}
