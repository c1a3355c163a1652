/** Parts of one long message, joined as they come. */
import type { ReceivedPart } from "./received-part.ts";
import type { Concatenation } from "./user-data-header.ts";

/** A part and the caller's handle for where it is stored (a slot of the SIM, a row). */
export interface KeptPart<Handle> {
	readonly part: ReceivedPart;
	/** 1 for the first of its message. */
	readonly number: number;
	readonly handle: Handle;
}

/** The parts of one message that have come so far. */
export interface Assembly<Handle> {
	readonly from: string;
	readonly concatenation: Pick<Concatenation, "bits" | "reference" | "total">;
	/** When the first of them came. */
	readonly since: number;
	/** By number; at most one of each. */
	readonly parts: readonly KeptPart<Handle>[];
	/** Stored copies of parts that are here already. */
	readonly duplicates: readonly Handle[];
}

/** Whether a part has the sender, reference and number of parts of this assembly. */
export function isOfSameMessage<Handle>(
	{ from, concatenation: { bits, reference, total } }: Assembly<Handle>,
	part: ReceivedPart,
): boolean {
	const other = part.concatenation;
	return (
		from === part.from &&
		bits === other?.bits &&
		reference === other.reference &&
		total === other.total
	);
}

/** Whether the place of a part is taken. */
export function hasNumber<Handle>(
	{ parts }: Assembly<Handle>,
	{ concatenation }: ReceivedPart,
): boolean {
	return parts.some(({ number }) => number === concatenation?.number);
}

/**
 * Whether a copy of a part is here already: a network that repeats an SMS
 * repeats its service-centre time too.
 */
export function hasCopy<Handle>(
	assembly: Assembly<Handle>,
	part: ReceivedPart,
): boolean {
	return likeIn(assembly, part)?.part.sentAt === part.sentAt;
}

/**
 * Whether the same part is here, sent at any time: a sender that got no result
 * sends a part again.
 */
export function hasRepeat<Handle>(
	assembly: Assembly<Handle>,
	part: ReceivedPart,
): boolean {
	return likeIn(assembly, part) !== undefined;
}

function likeIn<Handle>(
	assembly: Assembly<Handle>,
	part: ReceivedPart,
): KeptPart<Handle> | undefined {
	if (!isOfSameMessage(assembly, part)) return undefined;
	return assembly.parts.find(
		(kept) =>
			kept.number === part.concatenation?.number &&
			kept.part.text === part.text,
	);
}

/** Milliseconds to the nearest part; null where a time is not known. */
export function distanceTo<Handle>(
	{ parts }: Assembly<Handle>,
	{ sentAt }: ReceivedPart,
): number | null {
	if (sentAt === null) return null;
	let nearest: number | null = null;
	for (const { part } of parts) {
		if (part.sentAt === null) continue;
		const distance = Math.abs(part.sentAt - sentAt);
		nearest = Math.min(nearest ?? distance, distance);
	}
	return nearest;
}

/** The assembly that a part begins. */
export function begun<Handle>(
	kept: KeptPart<Handle>,
	{ bits, reference, total }: Concatenation,
	now: number,
): Assembly<Handle> {
	return {
		from: kept.part.from,
		concatenation: { bits, reference, total },
		since: now,
		parts: [kept],
		duplicates: [],
	};
}

/** The assembly with one part more, or with one more copy of a part. */
export function withPart<Handle>(
	assembly: Assembly<Handle>,
	kept: KeptPart<Handle>,
): Assembly<Handle> {
	const { parts, duplicates } = assembly;
	if (parts.some(({ number }) => number === kept.number)) {
		// The same stored part, added again, is not a second copy.
		return handlesOf(assembly).includes(kept.handle)
			? assembly
			: { ...assembly, duplicates: [...duplicates, kept.handle] };
	}
	const sorted = [...parts, kept].sort((a, b) => a.number - b.number);
	return { ...assembly, parts: sorted };
}

/** The message of all parts; it has the time of its first part. */
export function wholeOf<Handle>(
	{ parts }: Assembly<Handle>,
	last: ReceivedPart,
): ReceivedPart {
	const first = parts[0]?.part ?? last;
	return { ...first, text: parts.map(({ part }) => part.text).join("") };
}

/** The numbers of the parts that have not come. */
export function missingFrom<Handle>(assembly: Assembly<Handle>): number[] {
	const { parts, concatenation } = assembly;
	const here = new Set(parts.map(({ number }) => number));
	return Array.from(
		{ length: concatenation.total },
		(_, index) => index + 1,
	).filter((number) => !here.has(number));
}

/** The handles of its parts and of their copies. */
export function handlesOf<Handle>({
	parts,
	duplicates,
}: Assembly<Handle>): Handle[] {
	return [...parts.map(({ handle }) => handle), ...duplicates];
}
