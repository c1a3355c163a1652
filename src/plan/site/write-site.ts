import { Document, isMap, Scalar, visit } from "yaml";
import type { Site } from "./site.ts";

/** Keys and what stands under them; things of a list have numbers as keys. */
type Tree = Map<string | number, unknown>;

/**
 * A site as YAML, which `readSite` reads back. Things of a list stand on a line each;
 * texts of digits are in quotes.
 */
export function siteText({ model, number, settings, absent }: Site): string {
	const tree: Tree = new Map([["model", model.name]]);
	if (number !== null) tree.set("number", number);
	for (const { thing, member, value, reference } of settings) {
		const { part, id } = thing;
		const inside = branch(tree, [
			...part.split("."),
			...(id === null ? [] : [id]),
		]);
		inside.set(member, reference ?? value);
	}
	for (const { part, id } of absent)
		branch(tree, [...part.split("."), ...(id === null ? [] : [id])]).set(
			"absent",
			true,
		);
	const document = new Document(tree);
	visit(document, {
		Scalar(key, node) {
			const isPlain = /^[A-Za-z][A-Za-z -]*$/.test(String(node.value));
			if (key === "value" && typeof node.value === "string" && !isPlain)
				node.type = Scalar.QUOTE_DOUBLE;
		},
		Pair(_, { key, value }) {
			const isThing = typeof (key as Scalar).value === "number";
			if (isThing && isMap(value)) value.flow = true;
		},
	});
	return document.toString({ lineWidth: 0 });
}

function branch(tree: Tree, path: readonly (string | number)[]): Tree {
	return path.reduce((inside, key) => {
		const found = inside.get(key);
		const next: Tree = found instanceof Map ? found : new Map();
		inside.set(key, next);
		return next;
	}, tree);
}
