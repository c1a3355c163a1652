import { isBlank, skipBlanks } from "../message/characters.ts";
import type { Span } from "../message/span.ts";
import type { Exit, LayoutPlace, Mode } from "./layout.ts";

/** A place with the span of its token, separator included. */
export interface PlacedPiece extends Span {
	readonly place: LayoutPlace;
}

/** The tokens of a text as far as they go. */
export interface Walk {
	readonly steps: readonly PlacedPiece[];
	/** The place where the text leaves the grammar, and what was due; null where it never does. */
	readonly stop: { readonly at: number; readonly due: Mode } | null;
}

/**
 * Takes a text apart from its first character other than a blank to its last.
 * Every expression is tried at one place only and takes a time linear in the text,
 * and there are as many tries at a place as the mode has exits.
 */
export function walk(text: string, start: Mode): Walk {
	const from = skipBlanks(text, 0);
	let end = text.length;
	while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
	const body = end === text.length ? text : text.slice(0, end);
	const steps: PlacedPiece[] = [];
	let mode = start;
	let at = from;
	while (at < end) {
		const exit = exitAt(body, at, mode);
		if (exit === null) return { steps, stop: { at, due: mode } };
		const { lastIndex } = exit.piece;
		steps.push({ place: exit.place, start: at, end: lastIndex });
		mode = exit.next;
		at = lastIndex;
	}
	return { steps, stop: mode.mayEnd ? null : { at, due: mode } };
}

/** Its expression has just matched, and says up to where. */
function exitAt(body: string, at: number, { exits }: Mode): Exit | null {
	for (const exit of exits) {
		exit.piece.lastIndex = at;
		if (exit.piece.test(body)) return exit;
	}
	return null;
}
