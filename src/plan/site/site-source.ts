import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	LineCounter,
	type Node,
	parseDocument,
	type YAMLError,
} from "yaml";
import type { SiteFault } from "./site-fault.ts";

/** The text of a site, taken apart: YAML, of which JSON is a part. */
export interface SiteSource {
	/** Null for an empty text. */
	readonly root: Node | null;
	/** A fault at a place of the text. */
	fault(path: string, rule: string, start: number, end: number): SiteFault;
}

/** Takes a text apart, or says where it is no YAML. Total. */
export function siteSource(
	text: string,
): SiteSource | { readonly faults: readonly SiteFault[] } {
	const lines = new LineCounter();
	const fault = (
		path: string,
		rule: string,
		start: number,
		end: number,
	): SiteFault => {
		const { line, col } = lines.linePos(start);
		return { path, rule, start, end, line, column: Math.max(1, col) };
	};
	const faults = (error: Pick<YAMLError, "message" | "pos">) => {
		const [start, end] = error.pos;
		return fault("", `this is not YAML: ${error.message}`, start, end);
	};
	let document: Document.Parsed;
	try {
		document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return { faults: [fault("", TOO_DEEP, 0, 1)] };
	}
	const { errors, warnings, contents } = document;
	// The parser calls itself for what is nested, and says so of every level.
	const tooDeep = errors.findLast(({ message }) => /call stack/.test(message));
	if (tooDeep !== undefined)
		return { faults: [fault("", TOO_DEEP, ...tooDeep.pos)] };
	const wrong = [...errors, ...warnings].slice(0, MOST_FAULTS);
	return wrong.length > 0
		? { faults: wrong.map(faults) }
		: { root: contents, fault };
}

const TOO_DEEP = "it is nested too deeply";
/** Faults of one text that are told. */
const MOST_FAULTS = 20;

/** The places of a value and, where it stands behind one, of its key. */
interface NodePlace {
	readonly value: Node | null;
	readonly key: Node | null;
}

/** The nodes at a path: keys from the root. */
export function nodeAt(root: Node | null, path: readonly string[]): NodePlace {
	let place: NodePlace = { value: root, key: null };
	for (const key of path) {
		const { value } = place;
		const pair = isMap<Node, Node | null>(value)
			? value.items.find((each) => keyOf(each.key) === key)
			: undefined;
		if (pair === undefined) return place;
		place = { value: pair.value, key: pair.key };
	}
	return place;
}

/** A key as text: numbers may be written with and without quotes. */
export function keyOf(key: unknown): string | null {
	return isScalar(key) ? String(key.value) : null;
}

/** Why a node can be no part of a site; null where it can. */
export function strangeness(node: Node | null): string | null {
	if (node === null || isScalar(node)) return null;
	if (isAlias(node)) return "a site has no aliases: write it out";
	if (!isMap(node)) return "a site has no lists: things are written by number";
	const unquoted = node.flow && node.items.some(({ key }) => isMap(key));
	return unquoted ? 'a variable stands in quotes: "{{name}}"' : null;
}
