import type { PartRole } from "./part-role.ts";

/**
 * A piece of a message with the separator in front of it: one token. What a piece
 * of text is depends on the place where it stands, never on what it spells.
 */
export interface LayoutPlace {
	/** Names the token type; no two places of a layout have the same. */
	readonly name: string;
	/** For diagrams and for people: `"=" value`. */
	readonly label: string;
	readonly role: PartRole;
	/** Separator in front, as it is written; "" for none. */
	readonly lead: string;
	/** Source of a regular expression for the piece, its separator included. */
	readonly pattern: string;
	/** Source of an expression for what has to stand behind it; "" for anything. */
	readonly behind: string;
	/** Of two places that fit the same text, the lower is meant. */
	readonly rank: number;
}

/** An arrangement of places: a regular expression over them. */
export type Layout =
	| { readonly type: "place"; readonly place: LayoutPlace }
	| { readonly type: "sequence"; readonly parts: readonly Layout[] }
	| { readonly type: "choice"; readonly parts: readonly Layout[] }
	| { readonly type: "optional"; readonly part: Layout }
	/** Any number, none included. */
	| { readonly type: "repeated"; readonly part: Layout };

/** What may stand at one point of a text: the places, in the order in which they are tried. */
export interface Mode {
	readonly exits: readonly Exit[];
	/** Whether the text may be over. */
	readonly mayEnd: boolean;
}

export interface Exit {
	readonly place: LayoutPlace;
	/** Matches the piece at a position, with what has to stand behind it. */
	readonly piece: RegExp;
	/** The mode behind it. */
	readonly next: Mode;
}

/** What can stand first, what last, and whether all of it can be left out. */
interface Ends {
	readonly first: readonly LayoutPlace[];
	readonly last: readonly LayoutPlace[];
	readonly empty: boolean;
}

/**
 * The mode in which a text begins, with all the others behind it: Glushkov's
 * construction, one mode for each place.
 */
export function modesOf(layout: Layout): Mode {
	const follow = new Map<LayoutPlace, LayoutPlace[]>();
	const { first, last, empty } = endsOf(layout, follow);
	const modes = new Map(
		placesOf(layout).map((place) => [
			place,
			{ place, exits: [] as Exit[], mayEnd: last.includes(place) },
		]),
	);
	const exitsTo = (places: readonly LayoutPlace[]): readonly Exit[] =>
		[...new Set(places)]
			.toSorted((a, b) => a.rank - b.rank)
			.flatMap((place) => modes.get(place) ?? [])
			.map((next) => ({
				place: next.place,
				piece: new RegExp(next.place.pattern + next.place.behind, "y"),
				next,
			}));
	for (const { place, exits } of modes.values())
		for (const exit of exitsTo(follow.get(place) ?? [])) exits.push(exit);
	return { exits: exitsTo(first), mayEnd: empty };
}

/** Every place of a layout, in order. */
export function placesOf(layout: Layout): readonly LayoutPlace[] {
	switch (layout.type) {
		case "place":
			return [layout.place];
		case "optional":
		case "repeated":
			return placesOf(layout.part);
		default:
			return layout.parts.flatMap(placesOf);
	}
}

/** Fills in, for every place, which may follow it. */
function endsOf(layout: Layout, follow: Map<LayoutPlace, LayoutPlace[]>): Ends {
	const link = (
		from: readonly LayoutPlace[],
		to: readonly LayoutPlace[],
	): void => {
		for (const place of from)
			follow.set(place, [...(follow.get(place) ?? []), ...to]);
	};
	switch (layout.type) {
		case "place": {
			const { place } = layout;
			return { first: [place], last: [place], empty: false };
		}
		case "optional":
			return { ...endsOf(layout.part, follow), empty: true };
		case "repeated": {
			const ends = endsOf(layout.part, follow);
			link(ends.last, ends.first);
			return { ...ends, empty: true };
		}
		case "choice": {
			const ends = layout.parts.map((part) => endsOf(part, follow));
			return {
				first: ends.flatMap(({ first }) => first),
				last: ends.flatMap(({ last }) => last),
				empty: ends.some(({ empty }) => empty),
			};
		}
		case "sequence": {
			let whole: Ends = { first: [], last: [], empty: true };
			for (const part of layout.parts) {
				const next = endsOf(part, follow);
				link(whole.last, next.first);
				whole = {
					first: whole.empty ? [...whole.first, ...next.first] : whole.first,
					last: next.empty ? [...whole.last, ...next.last] : next.last,
					empty: whole.empty && next.empty,
				};
			}
			return whole;
		}
	}
}

export function sequence(...parts: readonly Layout[]): Layout {
	const [only] = parts;
	return parts.length === 1 && only !== undefined
		? only
		: { type: "sequence", parts };
}

export function choice(parts: readonly Layout[]): Layout {
	const [only] = parts;
	return parts.length === 1 && only !== undefined
		? only
		: { type: "choice", parts };
}

export function optional(part: Layout): Layout {
	return { type: "optional", part };
}

export function repeated(part: Layout): Layout {
	return { type: "repeated", part };
}

export function at(place: LayoutPlace): Layout {
	return { type: "place", place };
}
