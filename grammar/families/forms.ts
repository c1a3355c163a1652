import {
	classOf,
	formSource,
	literalSource,
	oneOfSource,
} from "./characters.ts";
import type { CommandForm, FormsEnvelope } from "./envelope.ts";
import {
	edgesInOrder,
	type FormEdge,
	type FormEnd,
	type FormNode,
	formTree,
	isCode,
} from "./form-tree.ts";
import {
	at,
	choice,
	type Layout,
	type LayoutPlace,
	optional,
	sequence,
} from "./layout.ts";
import { PlaceNames } from "./place-names.ts";

/** The arrangement of all forms, and what a text means that ends at one of its places. */
export interface FormsLayout {
	readonly layout: Layout;
	readonly ends: ReadonlyMap<LayoutPlace, FormEnd>;
}

/** Most characters of a parameter that may hold anything. */
const LONGEST = 200;

/**
 * The forms of a language as one arrangement. A token has to have behind it what is
 * left of one of its forms, because a lexer does not go back: `A002##` would else
 * be read as `A002#` and something that is not there.
 *
 * @param prefix of the names of code and confirmation, where another envelope has those too
 * @throws SyntaxError for a template that cannot be read, and for two commands with
 *   the same form
 */
export function formsLayout(
	{ code, confirm }: FormsEnvelope,
	forms: readonly CommandForm[],
	fold: boolean,
	prefix = "",
): FormsLayout {
	const arrangement = new Arrangement(fold, prefix);
	const layout = arrangement.behind(formTree(forms, code, confirm), "");
	if (layout === null) throw new SyntaxError("there are no forms");
	return { layout, ends: arrangement.ends };
}

/** Makes a place of each edge of a tree of forms. */
class Arrangement {
	readonly ends = new Map<LayoutPlace, FormEnd>();
	readonly #fold: boolean;
	readonly #prefix: string;
	readonly #names = new PlaceNames();
	#count = 0;

	constructor(fold: boolean, prefix: string) {
		this.#fold = fold;
		this.#prefix = prefix;
	}

	/**
	 * What may stand behind a node; null where nothing may.
	 *
	 * @param word the last one in front, which gives what follows its name
	 */
	behind(node: FormNode, word: string): Layout | null {
		const parts = edgesInOrder(node).map((edge) => {
			const named = this.#nameOf(edge, word);
			const place = this.#placeOf(edge, named.name);
			const { end } = edge.node;
			if (end !== null) this.ends.set(place, end);
			const rest = this.behind(edge.node, named.word);
			if (rest === null) return at(place);
			return sequence(at(place), end === null ? rest : optional(rest));
		});
		return parts.length === 0 ? null : choice(parts);
	}

	#nameOf(
		{ piece }: FormEdge,
		word: string,
	): { readonly name: string; readonly word: string } {
		if (piece.type === "literal") return this.#names.forText(piece.text, word);
		const name =
			piece.type === "confirm"
				? this.#names.forParameter(`${this.#prefix}Confirm`, "")
				: isCode(piece)
					? this.#names.forParameter(`${this.#prefix}Code`, "")
					: this.#names.forParameter(piece.name, word);
		return { name, word };
	}

	#placeOf(edge: FormEdge, name: string): LayoutPlace {
		const { piece } = edge;
		this.#count += 1;
		return {
			name,
			label: piece.type === "slot" ? piece.name : piece.text,
			role:
				piece.type === "literal" ? "mark" : isCode(piece) ? "code" : piece.type,
			lead: "",
			pattern: this.#sourceOf(edge),
			behind: `(?=${this.#restOf(edge.node)})`,
			rank: this.#count,
		};
	}

	/** The source of an expression for all that may stand behind a node. */
	#restOf(node: FormNode): string {
		const rests = edgesInOrder(node).map(
			(edge) => this.#sourceOf(edge) + this.#restOf(edge.node),
		);
		if (node.end !== null) rests.push("(?![^])");
		return rests.length === 1 ? (rests[0] ?? "") : `(?:${rests.join("|")})`;
	}

	#sourceOf({ piece, form, node }: FormEdge): string {
		const fold = this.#fold;
		if (form === null)
			return literalSource(piece.type === "slot" ? "" : piece.text, fold);
		if ("oneOf" in form) return oneOfSource(form.oneOf, fold);
		if ("characters" in form) return formSource(form, fold);
		// Up to the sign behind it, where that is one that no letter can be.
		const next = [...node.edges.values()].map((edge) =>
			edge.piece.type === "slot" ? "" : edge.piece.text.charAt(0),
		);
		const signs = next.every((sign) => /[^0-9A-Za-z ]/.test(sign));
		return next.length > 0 && signs
			? `[^${classOf(next.join(""), false)}]{1,${LONGEST}}`
			: `[^]{1,${LONGEST}}?`;
	}
}
