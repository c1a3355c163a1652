import type { Deadline } from "./state.ts";

/** Which of two kinds goes first when they fall due at the same instant. */
const rank: { readonly [K in Deadline["kind"]]: number } = { exit: 0 };

/** Adds a deadline; equal ones keep the order in which they were made. */
export function withDeadline(
	deadlines: readonly Deadline[],
	kind: Deadline["kind"],
	due: number,
): readonly Deadline[] {
	const sequence = 1 + Math.max(0, ...deadlines.map((d) => d.sequence));
	return [...deadlines, { due, kind, sequence }].sort(inOrder);
}

/** All but the deadlines of one kind. */
export function withoutDeadlines(
	deadlines: readonly Deadline[],
	kind: Deadline["kind"],
): readonly Deadline[] {
	return deadlines.some((deadline) => deadline.kind === kind)
		? deadlines.filter((deadline) => deadline.kind !== kind)
		: deadlines;
}

/** The order in which deadlines are met: due, kind, sequence. */
export function inOrder(a: Deadline, b: Deadline): number {
	return (
		a.due - b.due || rank[a.kind] - rank[b.kind] || a.sequence - b.sequence
	);
}
