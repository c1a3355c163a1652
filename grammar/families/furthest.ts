import { skipBlanks } from "../message/characters.ts";
import type { Exit, Mode } from "./layout.ts";
import type { PlacedPiece } from "./walk.ts";

/** How far a text can be followed, whatever is behind that. */
export interface Furthest {
	readonly at: number;
	readonly steps: readonly PlacedPiece[];
	/** What was due there. */
	readonly due: readonly Exit[];
}

interface Way {
	readonly at: number;
	readonly mode: Mode;
	readonly before: { readonly way: Way; readonly step: PlacedPiece } | null;
}

/**
 * Follows a text that is no message as far as any way through the modes goes. It
 * is slower than `walk`, and visits each mode at each place at most once.
 */
export function furthest(text: string, start: Mode): Furthest {
	const visited = new Map<Mode, Set<number>>();
	const loose = new Map<Exit, RegExp>();
	const ways: Way[] = [{ at: skipBlanks(text, 0), mode: start, before: null }];
	let best: Way | undefined;
	for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
		const places = visited.get(way.mode) ?? new Set();
		if (places.has(way.at)) continue;
		visited.set(way.mode, places.add(way.at));
		if (best === undefined || way.at > best.at) best = way;
		// The first of them is looked at first.
		for (const exit of way.mode.exits.toReversed()) {
			const piece = loose.get(exit) ?? new RegExp(exit.place.pattern, "y");
			loose.set(exit, piece);
			piece.lastIndex = way.at;
			if (!piece.test(text)) continue;
			const step = { place: exit.place, start: way.at, end: piece.lastIndex };
			ways.push({ at: step.end, mode: exit.next, before: { way, step } });
		}
	}
	return {
		at: best?.at ?? 0,
		steps: stepsTo(best),
		due: best?.mode.exits ?? [],
	};
}

function stepsTo(way: Way | undefined): readonly PlacedPiece[] {
	const steps: PlacedPiece[] = [];
	for (let at = way?.before; at != null; at = at.way.before)
		steps.push(at.step);
	return steps.reverse();
}
