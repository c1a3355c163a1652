/**
 * Joins the parts of long messages. They come in any order, some twice, those
 * of two messages mixed, some never. All state is plain data, time comes in as
 * an argument, and feeding the same stored parts again rebuilds it.
 */
import {
	type Assembly,
	begun,
	distanceTo,
	handlesOf,
	hasCopy,
	hasNumber,
	hasRepeat,
	isOfSameMessage,
	type KeptPart,
	missingFrom,
	wholeOf,
	withPart,
} from "./assembly.ts";
import type { ReceivedPart } from "./received-part.ts";

/** Everything that the collector knows. */
export interface Collection<Handle> {
	/** Messages that miss parts, the oldest first. */
	readonly open: readonly Assembly<Handle>[];
	/** Messages that were completed lately, to recognise late copies of their parts. */
	readonly done: readonly Assembly<Handle>[];
}

/** How long to wait, in milliseconds. */
export interface Patience {
	/** For missing parts, from when the first part came. */
	readonly missingParts: number;
	/**
	 * How far apart the service-centre times of neighbouring parts may be. Parts
	 * further apart are of two messages whose sender used one reference again.
	 */
	readonly apart: number;
}

/** Ten minutes for missing parts; parts two minutes apart are not one message. */
export const usualPatience: Patience = {
	missingParts: 10 * 60_000,
	apart: 2 * 60_000,
};

/** What happened to a part or message. */
export type CollectorReport<Handle> =
	/** A whole message. Once it is durable, the parts of `handles` can be deleted. */
	| {
			readonly type: "complete";
			/** Of the first part; its text is the text of all. */
			readonly message: ReceivedPart;
			readonly handles: readonly Handle[];
	  }
	/** One more copy of a part whose message is complete; it can be deleted too. */
	| {
			readonly type: "late-duplicate";
			readonly part: ReceivedPart;
			readonly handle: Handle;
	  }
	/** A message whose missing parts did not come in time. Nothing of it is kept here. */
	| {
			readonly type: "incomplete";
			readonly from: string;
			readonly concatenation: Assembly<Handle>["concatenation"];
			readonly arrived: readonly KeptPart<Handle>[];
			readonly missing: readonly number[];
			readonly handles: readonly Handle[];
	  };

/** The new collection, and the reports in order. */
export interface Collected<Handle> {
	readonly collection: Collection<Handle>;
	readonly reports: readonly CollectorReport<Handle>[];
}

/** A collection of nothing. */
export const emptyCollection: Collection<never> = { open: [], done: [] };

/**
 * Adds a part that came at `now` (milliseconds). Messages that ran out of time
 * by then are reported first.
 */
export function collectPart<Handle>(
	collection: Collection<Handle>,
	part: ReceivedPart,
	handle: Handle,
	now: number,
	patience: Patience = usualPatience,
): Collected<Handle> {
	const { concatenation } = part;
	const expired = expireParts(collection, now, patience);
	const { open, done } = expired.collection;
	const and = (
		collection: Collection<Handle>,
		...reports: CollectorReport<Handle>[]
	) => ({ collection, reports: [...expired.reports, ...reports] });

	if (concatenation === null || concatenation.total === 1) {
		const report = {
			type: "complete",
			message: part,
			handles: [handle],
		} as const;
		return and({ open, done }, report);
	}
	if (done.some((assembly) => hasCopy(assembly, part))) {
		return and({ open, done }, { type: "late-duplicate", part, handle });
	}
	const kept = { part, number: concatenation.number, handle };
	const home = homeOf(open, part, patience);
	const joined =
		home === null ? begun(kept, concatenation, now) : withPart(home, kept);
	const others = open.filter((assembly) => assembly !== home);
	if (joined.parts.length < joined.concatenation.total) {
		const at = home === null ? others.length : open.indexOf(home);
		return and({ open: others.toSpliced(at, 0, joined), done });
	}
	const report = {
		type: "complete",
		message: wholeOf(joined, part),
		handles: handlesOf(joined),
	} as const;
	return and({ open: others, done: [...done, joined] }, report);
}

/** Reports the messages whose missing parts did not come in time. */
export function expireParts<Handle>(
	collection: Collection<Handle>,
	now: number,
	patience: Patience = usualPatience,
): Collected<Handle> {
	const waiting = ({ since }: Assembly<Handle>) =>
		now - since < patience.missingParts;
	return {
		collection: {
			open: collection.open.filter(waiting),
			done: collection.done.filter(waiting),
		},
		reports: collection.open
			.filter((assembly) => !waiting(assembly))
			.map((assembly) => ({
				type: "incomplete",
				from: assembly.from,
				concatenation: assembly.concatenation,
				arrived: assembly.parts,
				missing: missingFrom(assembly),
				handles: handlesOf(assembly),
			})),
	};
}

/** When `expireParts` next has something to report; null while nothing is open. */
export function nextExpiry<Handle>(
	{ open }: Collection<Handle>,
	patience: Patience = usualPatience,
): number | null {
	let first: number | null = null;
	for (const { since } of open) first = Math.min(first ?? since, since);
	return first === null ? null : first + patience.missingParts;
}

/**
 * The open assembly that a part belongs to. First choice: one that has a copy
 * of it, or the same part sent earlier. Otherwise, of those where its place is
 * free, the one nearest in service-centre time, and the older of two equally
 * near. Null where the part begins a message.
 */
function homeOf<Handle>(
	open: readonly Assembly<Handle>[],
	part: ReceivedPart,
	{ apart }: Patience,
): Assembly<Handle> | null {
	const near = (assembly: Assembly<Handle>) =>
		(distanceTo(assembly, part) ?? apart) <= apart;
	const copied =
		open.find((assembly) => hasCopy(assembly, part)) ??
		open.find((assembly) => hasRepeat(assembly, part) && near(assembly));
	if (copied !== undefined) return copied;
	let home: Assembly<Handle> | null = null;
	let least = apart;
	for (const assembly of open) {
		if (!isOfSameMessage(assembly, part) || hasNumber(assembly, part)) continue;
		const distance = distanceTo(assembly, part) ?? apart;
		if (distance < least || (home === null && distance === least)) {
			home = assembly;
			least = distance;
		}
	}
	return home;
}
