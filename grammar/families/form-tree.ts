import type { CharacterForm, CommandForm, PieceForm } from "./envelope.ts";
import { readTemplate, type TemplatePiece, waysOf } from "./template.ts";

/** What a path through the forms means. */
export interface FormEnd {
	/** Name of the command. */
	readonly name: string;
	/** Which parameter each slot of the path is, in the order of the path. */
	readonly slots: readonly number[];
	readonly parameters: number;
}

/** A piece of a form that is there in any case. */
export type FormPiece =
	| RequiredPiece
	/** What asks for a reply. */
	| { readonly type: "confirm"; readonly text: string };

type RequiredPiece = Exclude<TemplatePiece, { type: "optional" }>;

/** Forms that begin alike share a path; where they part, there is a choice. */
export interface FormNode {
	readonly edges: Map<string, FormEdge>;
	/** What a text means that ends here; null where none may. */
	end: FormEnd | null;
}

export interface FormEdge {
	readonly piece: FormPiece;
	/** What a parameter or a code looks like; null for what is always the same. */
	readonly form: PieceForm | null;
	readonly node: FormNode;
}

/**
 * The forms of a language as one tree.
 *
 * @param code what codes look like
 * @param confirm what `{confirm}` stands for
 * @throws SyntaxError for a template that cannot be read, and for two commands with
 *   the same form
 */
export function formTree(
	forms: readonly CommandForm[],
	code: CharacterForm,
	confirm: string | undefined,
): FormNode {
	const root: FormNode = { edges: new Map(), end: null };
	for (const form of forms)
		for (const template of form.templates)
			for (const way of waysOf(readTemplate(template))) {
				const pieces = way.map((piece) => confirmedBy(piece, confirm));
				insert(root, pieces, form, code);
			}
	return root;
}

/** Whether a piece is the code. */
export function isCode(piece: FormPiece): boolean {
	return piece.type === "slot" && piece.name === "code";
}

/** Longer words first, parameters behind words, what holds anything last. */
export function edgesInOrder({ edges }: FormNode): readonly FormEdge[] {
	const weight = ({ piece, form }: FormEdge): number => {
		if (piece.type !== "slot") return -piece.text.length;
		return form !== null && "text" in form ? 2 : 1;
	};
	return [...edges.values()].toSorted((a, b) => weight(a) - weight(b));
}

function insert(
	root: FormNode,
	way: readonly FormPiece[],
	command: CommandForm,
	code: CharacterForm,
): void {
	const { name, pieces } = command;
	let node = root;
	const slots: number[] = [];
	for (const piece of way) {
		const at = pieces.findIndex(
			(each) => piece.type === "slot" && each.name === piece.name,
		);
		if (piece.type === "slot" && !isCode(piece)) slots.push(at);
		const form =
			piece.type !== "slot" ? null : isCode(piece) ? code : pieces[at]?.form;
		if (form === undefined)
			throw new SyntaxError(
				`${name}: there is no parameter for a piece of its form`,
			);
		node = edgeFor(node, piece, form).node;
	}
	if (node.end !== null && node.end.name !== name)
		throw new SyntaxError(`${name} and ${node.end.name} have the same form`);
	node.end = { name, slots, parameters: pieces.length };
}

/** The edge of a node for a piece, made where there is none yet. */
function edgeFor(
	{ edges }: FormNode,
	piece: FormPiece,
	form: PieceForm | null,
): FormEdge {
	// Code and parameter are different places even where they look alike.
	const which = piece.type === "slot" ? isCode(piece) : piece.text;
	const key = JSON.stringify([which, form]);
	const known = edges.get(key);
	if (known !== undefined) return known;
	const edge = { piece, form, node: { edges: new Map(), end: null } };
	edges.set(key, edge);
	return edge;
}

/** A piece of a template, `{confirm}` as what it stands for. */
function confirmedBy(
	piece: RequiredPiece,
	confirm: string | undefined,
): FormPiece {
	return piece.type === "slot" &&
		piece.name === "confirm" &&
		confirm !== undefined
		? { type: "confirm", text: confirm }
		: piece;
}
