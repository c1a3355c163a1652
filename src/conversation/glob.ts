/** A part of a pattern: text as it is, any text, or a name for a text that is not empty. */
export type PatternPiece =
	| { readonly type: "literal"; readonly text: string }
	| { readonly type: "any" }
	| { readonly type: "capture"; readonly name: string };

type Wildcard = Exclude<PatternPiece, { readonly type: "literal" }>;

/** Thrown where matching takes too long to be worth it. */
export class SlowPatternError extends Error {
	override readonly name = "SlowPatternError";
}

/** Attempts at most, where a name stands twice in one pattern. */
const ATTEMPTS = 100_000;

/**
 * Matches a whole text. Every wildcard takes as little as it can, from left to
 * right. Each literal is looked for once: after it a wildcard can take what an
 * earlier match left, so there is nothing to come back to. Only a name that stands
 * twice needs attempts, and these are counted.
 *
 * @param pieces without two literals in a row
 * @returns what each name caught, or null where the text does not match
 * @throws SlowPatternError
 */
export function matchedGlob(
	pieces: readonly PatternPiece[],
	text: string,
): ReadonlyMap<string, string> | null {
	const names = pieces.flatMap((piece) =>
		piece.type === "capture" ? [piece.name] : [],
	);
	return new Set(names).size === names.length
		? matchedOnce(pieces, text)
		: new Attempts(pieces, text).from(0, 0, new Map());
}

function matchedOnce(
	pieces: readonly PatternPiece[],
	text: string,
): ReadonlyMap<string, string> | null {
	const caught = new Map<string, string>();
	let wildcards: Wildcard[] = [];
	let at = 0;
	for (const [index, piece] of pieces.entries()) {
		if (piece.type !== "literal") {
			wildcards.push(piece);
			continue;
		}
		const earliest = at + leastOf(wildcards);
		let place = earliest;
		if (index === pieces.length - 1) place = text.length - piece.text.length;
		else if (wildcards.length > 0) place = text.indexOf(piece.text, earliest);
		if (place < earliest || !text.startsWith(piece.text, place)) return null;
		if (wildcards.length === 0 && place > earliest) return null;
		catchAll(wildcards, text.slice(at, place), caught);
		wildcards = [];
		at = place + piece.text.length;
	}
	if (wildcards.length === 0) return at === text.length ? caught : null;
	if (text.length < at + leastOf(wildcards)) return null;
	catchAll(wildcards, text.slice(at), caught);
	return caught;
}

/** The length that wildcards in a row need. */
function leastOf(wildcards: readonly Wildcard[]): number {
	return wildcards.filter(({ type }) => type === "capture").length;
}

/** All but the last take as little as they can. */
function catchAll(
	wildcards: readonly Wildcard[],
	text: string,
	caught: Map<string, string>,
): void {
	let at = 0;
	for (const [index, wildcard] of wildcards.entries()) {
		const isLast = index === wildcards.length - 1;
		const end = isLast ? text.length : at + leastOf([wildcard]);
		if (wildcard.type === "capture")
			caught.set(wildcard.name, text.slice(at, end));
		at = end;
	}
}

/** Matching with attempts, in the same order. */
class Attempts {
	private readonly pieces: readonly PatternPiece[];
	private readonly text: string;
	private count = 0;

	constructor(pieces: readonly PatternPiece[], text: string) {
		this.pieces = pieces;
		this.text = text;
	}

	from(
		index: number,
		at: number,
		caught: ReadonlyMap<string, string>,
	): ReadonlyMap<string, string> | null {
		const { text } = this;
		this.count += 1;
		if (this.count > ATTEMPTS)
			throw new SlowPatternError(
				`pattern: it was tried in ${ATTEMPTS} ways; a name that stands twice needs more text around it`,
			);
		const piece = this.pieces[index];
		if (piece === undefined) return at === text.length ? caught : null;
		const known =
			piece.type === "literal"
				? piece.text
				: piece.type === "capture"
					? caught.get(piece.name)
					: undefined;
		if (known !== undefined)
			return text.startsWith(known, at)
				? this.from(index + 1, at + known.length, caught)
				: null;
		const least = piece.type === "capture" ? at + 1 : at;
		for (let end = least; end <= text.length; end += 1) {
			const more =
				piece.type === "capture"
					? new Map([...caught, [piece.name, text.slice(at, end)]])
					: caught;
			const found = this.from(index + 1, end, more);
			if (found !== null) return found;
		}
		return null;
	}
}
