import { provenanceRank } from "../../parameters/provenance.ts";
import type { MessageStep } from "../messages/thing-messages.ts";

/** Fewest first; of as many those of the better provenance, and of those what does more that is due. */
export function isBetter(
	way: readonly MessageStep[],
	than: readonly MessageStep[],
): boolean {
	const more = costOf(way) - costOf(than);
	return more < 0 || (more === 0 && doneBy(way) > doneBy(than));
}

function doneBy(way: readonly MessageStep[]): number {
	return new Set(way.flatMap(({ covers }) => covers)).size;
}

function costOf(way: readonly MessageStep[]): number {
	return way.reduce(
		(sum, { command, readings }) =>
			sum +
			1000 +
			2 * provenanceRank[command.provenance] +
			Math.min(1, readings.length),
		0,
	);
}
