import {
	classOf,
	formSource,
	literalSource,
	oneOfSource,
} from "./characters.ts";
import type { CommandForm, FormsEnvelope, PieceForm } from "./envelope.ts";
import {
	at,
	choice,
	type Layout,
	type LayoutPlace,
	optional,
	sequence,
} from "./layout.ts";
import { PlaceNames } from "./place-names.ts";
import { readTemplate, type TemplatePiece, waysOf } from "./template.ts";

/** What a path through the forms means. */
export interface FormEnd {
	/** Name of the command. */
	readonly name: string;
	/** Which parameter each slot of the path is, in the order of the path. */
	readonly slots: readonly number[];
	readonly parameters: number;
}

/** The arrangement of all forms, and what a text means that ends at one of its places. */
export interface FormsLayout {
	readonly layout: Layout;
	readonly ends: ReadonlyMap<LayoutPlace, FormEnd>;
}

type Flat =
	| Exclude<TemplatePiece, { type: "optional" }>
	/** What asks for a reply. */
	| { readonly type: "confirm"; readonly text: string };

/** Forms that begin alike share a path; where they part, there is a choice. */
interface Node {
	readonly edges: Map<string, Edge>;
	end: FormEnd | null;
}

interface Edge {
	readonly piece: Flat;
	readonly form: PieceForm | null;
	readonly node: Node;
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
	const root: Node = { edges: new Map(), end: null };
	for (const form of forms)
		for (const template of form.templates)
			for (const way of waysOf(readTemplate(template))) insert(root, way, form);
	const ends = new Map<LayoutPlace, FormEnd>();
	const names = new PlaceNames();
	let count = 0;

	function insert(
		from: Node,
		way: readonly Exclude<TemplatePiece, { type: "optional" }>[],
		{ name, pieces }: CommandForm,
	): void {
		let node = from;
		const slots: number[] = [];
		for (const said of way) {
			const piece = confirmedBy(said, confirm);
			const at = pieces.findIndex(
				(each) => piece.type === "slot" && each.name === piece.name,
			);
			const form =
				piece.type !== "slot"
					? null
					: piece.name === "code"
						? code
						: pieces[at]?.form;
			if (form === undefined)
				throw new SyntaxError(
					`${name}: there is no parameter for a piece of its form`,
				);
			if (piece.type === "slot" && piece.name !== "code") slots.push(at);
			// Code and parameter are different places even where they look alike.
			const key = JSON.stringify([
				piece.type === "slot" ? piece.name === "code" : piece.text,
				form,
			]);
			const known = node.edges.get(key);
			const edge = known ?? {
				piece,
				form,
				node: { edges: new Map(), end: null },
			};
			if (known === undefined) node.edges.set(key, edge);
			node = edge.node;
		}
		if (node.end !== null && node.end.name !== name)
			throw new SyntaxError(`${name} and ${node.end.name} have the same form`);
		node.end = { name, slots, parameters: pieces.length };
	}

	/** The source of an expression for all that may stand behind a node. */
	function restOf(node: Node): string {
		const rests = [...sorted(node)].map(
			(edge) => sourceOf(edge) + restOf(edge.node),
		);
		if (node.end !== null) rests.push("(?![^])");
		return rests.length === 1 ? (rests[0] ?? "") : `(?:${rests.join("|")})`;
	}

	function sourceOf({ piece, form, node }: Edge): string {
		if (form === null)
			return literalSource(piece.type === "slot" ? "" : piece.text, fold);
		if ("oneOf" in form) return oneOfSource(form.oneOf, fold);
		if ("characters" in form) return formSource(form, fold);
		// Up to the sign behind it, where that is one that no letter can be.
		const behind = [...node.edges.values()].map((edge) =>
			edge.piece.type === "slot" ? "" : edge.piece.text.charAt(0),
		);
		const signs = behind.every((sign) => /[^0-9A-Za-z ]/.test(sign));
		return behind.length > 0 && signs
			? `[^${classOf(behind.join(""), false)}]{1,${LONGEST}}`
			: `[^]{1,${LONGEST}}?`;
	}

	/** @param word the last one in front, which gives what follows its name */
	function layoutOf(node: Node, word: string): Layout | null {
		const parts = sorted(node).map((edge) => {
			const named = nameOf(edge, word);
			const place = placeOf(edge, named.name);
			if (edge.node.end !== null) ends.set(place, edge.node.end);
			const rest = layoutOf(edge.node, named.word);
			if (rest === null) return at(place);
			return sequence(
				at(place),
				edge.node.end === null ? rest : optional(rest),
			);
		});
		return parts.length === 0 ? null : choice(parts);
	}

	function nameOf({ piece }: Edge, word: string) {
		if (piece.type === "literal") return names.forText(piece.text, word);
		const name =
			piece.type === "confirm"
				? names.forParameter(`${prefix}Confirm`, "")
				: piece.name === "code"
					? names.forParameter(`${prefix}Code`, "")
					: names.forParameter(piece.name, word);
		return { name, word };
	}

	function placeOf(edge: Edge, name: string): LayoutPlace {
		const { piece } = edge;
		const isCode = piece.type === "slot" && piece.name === "code";
		count += 1;
		const role =
			piece.type === "literal" ? "mark" : isCode ? "code" : piece.type;
		return {
			name,
			label: piece.type === "slot" ? piece.name : piece.text,
			role,
			lead: "",
			pattern: sourceOf(edge),
			behind: `(?=${restOf(edge.node)})`,
			rank: count,
		};
	}

	const layout = layoutOf(root, "");
	if (layout === null) throw new SyntaxError("there are no forms");
	return { layout, ends };
}

/** A piece of a template, `{confirm}` as what it stands for. */
function confirmedBy(
	piece: Exclude<TemplatePiece, { type: "optional" }>,
	confirm: string | undefined,
): Flat {
	return piece.type === "slot" &&
		piece.name === "confirm" &&
		confirm !== undefined
		? { type: "confirm", text: confirm }
		: piece;
}

/** Longer words first, parameters behind words, what holds anything last. */
function sorted({ edges }: Node): readonly Edge[] {
	const weight = ({ piece, form }: Edge): number => {
		if (piece.type !== "slot") return -piece.text.length;
		return form !== null && "text" in form ? 2 : 1;
	};
	return [...edges.values()].toSorted((a, b) => weight(a) - weight(b));
}
