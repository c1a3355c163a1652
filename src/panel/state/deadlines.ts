import { DAY, HOUR, MINUTE, SECOND } from "../../time/units.ts";
import type { Deadline, DeadlineKind } from "./runtime.ts";

/** The farthest that JavaScript's dates reach, in milliseconds from 1970. */
export const FARTHEST = 8.64e15;

/** Which of two kinds comes first when both fall due at the same instant. */
const rank: { readonly [K in DeadlineKind]: number } = {
	exit: 0,
	entry: 1,
	siren: 2,
	"cross-zone": 3,
	settle: 4,
	trouble: 5,
	schedule: 6,
	"arm-at": 7,
	"check-in": 8,
	report: 9,
	untold: 10,
	"on-test": 11,
};

/** Adds a deadline; equal ones keep the order in which they were made. */
export function withDeadline(
	deadlines: readonly Deadline[],
	kind: DeadlineKind,
	due: number,
	about = "",
): readonly Deadline[] {
	const sequence = 1 + Math.max(0, ...deadlines.map((d) => d.sequence));
	const added = { due: Math.min(due, FARTHEST), kind, sequence, about };
	return [...deadlines, added].sort(inOrder);
}

/** All but the deadlines of some kinds. */
export function withoutDeadlines(
	deadlines: readonly Deadline[],
	...kinds: readonly DeadlineKind[]
): readonly Deadline[] {
	return deadlines.some(({ kind }) => kinds.includes(kind))
		? deadlines.filter(({ kind }) => !kinds.includes(kind))
		: deadlines;
}

/** All but one of several deadlines of a kind. */
export function withoutDeadline(
	deadlines: readonly Deadline[],
	kind: DeadlineKind,
	about: string,
): readonly Deadline[] {
	return deadlines.filter(
		(deadline) => deadline.kind !== kind || deadline.about !== about,
	);
}

/** The order in which deadlines are met: due, kind, sequence. */
export function inOrder(a: Deadline, b: Deadline): number {
	return (
		a.due - b.due || rank[a.kind] - rank[b.kind] || a.sequence - b.sequence
	);
}

/**
 * Brings a deadline nearer that is farther away than its kind allows. Only a file
 * that was edited by hand has one; a siren must not sound for years.
 */
export function withinReach(
	deadlines: readonly Deadline[],
	now: number,
): readonly Deadline[] {
	const tooFar = ({ kind, due }: Deadline) => due - now > longest[kind];
	if (!deadlines.some(tooFar)) return deadlines;
	return deadlines
		.map((deadline) =>
			tooFar(deadline)
				? { ...deadline, due: now + longest[deadline.kind] }
				: deadline,
		)
		.sort(inOrder);
}

/** The longest delay of each kind, in milliseconds. */
const longest: { readonly [K in DeadlineKind]: number } = {
	exit: 255 * SECOND,
	entry: 255 * SECOND,
	siren: 15 * MINUTE,
	"cross-zone": 255 * SECOND,
	settle: MINUTE,
	trouble: 255 * MINUTE,
	schedule: 3 * DAY,
	"arm-at": 3 * DAY,
	"check-in": 672 * HOUR,
	report: MINUTE,
	untold: HOUR,
	"on-test": DAY,
};
