/** A template of a command taken apart: `{code}A{n}T{phone}`. */
export type TemplatePiece =
	| { readonly type: "literal"; readonly text: string }
	| { readonly type: "slot"; readonly name: string }
	| { readonly type: "optional"; readonly pieces: readonly TemplatePiece[] };

/** Most ways in which a template with parts that may be left out can be written. */
const MOST_WAYS = 64;

/**
 * Takes a template apart. Parameters stand in braces, what may be left out in
 * brackets; brackets do not nest.
 *
 * @throws SyntaxError where a brace or a bracket has no fellow
 */
export function readTemplate(template: string): readonly TemplatePiece[] {
	const pieces: TemplatePiece[] = [];
	const form = /\{([A-Za-z][A-Za-z0-9]*)\}|\[([^[\]]+)\]|([^{}[\]]+)/y;
	while (form.lastIndex < template.length) {
		const { lastIndex } = form;
		const [, name, inside, text] = form.exec(template) ?? [];
		if (name !== undefined) pieces.push({ type: "slot", name });
		else if (inside !== undefined)
			pieces.push({ type: "optional", pieces: readTemplate(inside) });
		else if (text !== undefined) pieces.push({ type: "literal", text });
		else
			throw new SyntaxError(
				`${JSON.stringify(template)} cannot be read from character ${lastIndex + 1} on: {name} is a parameter, [...] may be left out`,
			);
	}
	return pieces;
}

/**
 * Every way to write a template, without what may be left out and with it.
 *
 * @throws SyntaxError where there are more than 64
 */
export function waysOf(
	pieces: readonly TemplatePiece[],
): readonly (readonly Exclude<TemplatePiece, { type: "optional" }>[])[] {
	let ways: (readonly Exclude<TemplatePiece, { type: "optional" }>[])[] = [[]];
	for (const piece of pieces) {
		const tails =
			piece.type === "optional" ? [...waysOf(piece.pieces), []] : [[piece]];
		ways = ways.flatMap((way) => tails.map((tail) => [...way, ...tail]));
		if (ways.length > MOST_WAYS)
			throw new SyntaxError("too many parts may be left out");
	}
	return ways;
}
