import { textPlace } from "./text-place.ts";

/** Where a text stops being JSON, and what is due there. */
export interface JsonFault {
	/** Both counted from 1. */
	readonly line: number;
	readonly column: number;
	readonly rule: string;
}

type Due = keyof typeof dues;

const dues = {
	value: "a value is due here",
	"value or ]": "a value or ] is due here",
	key: "a key in quotes is due here",
	"key or }": "a key in quotes or } is due here",
	colon: "a colon is due here",
	separator: "a comma or the closing bracket is due here",
	end: "nothing more is due here",
} as const;

const escapeToken = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const space = /[ \t\r\n]*/y;
const token =
	/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null|[{}[\]:,]/y;

/**
 * The first place at which a text is not JSON, or null. `JSON.parse` does not
 * always name the place, and quotes the text around it, which may hold PINs.
 */
export function jsonFault(text: string): JsonFault | null {
	const open: string[] = [];
	let due: Due = "value";
	let at = 0;
	for (;;) {
		at += match(space, text, at).length;
		const found = text[at] === '"' ? quoted(text, at) : match(token, text, at);
		if (due === "end" && at === text.length) return null;
		const next = follow(due, found, open);
		if (next === null) return faultAt(text, at, due, found);
		due = next;
		at += found.length;
	}
}

/** What may follow a token, or null when the token may not stand here. */
function follow(due: Due, found: string, open: string[]): Due | null {
	const first = found.charAt(0);
	const after = (): Due => (open.length === 0 ? "end" : "separator");
	switch (due) {
		case "value":
		case "value or ]":
			if (first === "{" || first === "[") {
				open.push(first);
				return first === "{" ? "key or }" : "value or ]";
			}
			if (first === "]" && due === "value or ]") {
				open.pop();
				return after();
			}
			return first === "" || "}]:,".includes(first) ? null : after();
		case "key":
		case "key or }":
			if (first === '"') return "colon";
			if (first !== "}" || due === "key") return null;
			open.pop();
			return after();
		case "colon":
			return first === ":" ? "value" : null;
		case "separator": {
			const inObject = open.at(-1) === "{";
			if (first === ",") return inObject ? "key" : "value";
			if (first !== (inObject ? "}" : "]")) return null;
			open.pop();
			return after();
		}
		case "end":
			return null;
	}
}

function faultAt(text: string, at: number, due: Due, found: string): JsonFault {
	return { ...textPlace(text, at), rule: ruleOf(text, at, due, found) };
}

function ruleOf(text: string, at: number, due: Due, found: string): string {
	if (at === text.length) return `${dues[due]}, but the file ends`;
	if (found === "" && text[at] === '"')
		return "this text is not closed on its line, or has a character that JSON does not allow";
	if (found === "" && (text[at] === "/" || text[at] === "#"))
		return "JSON has no comments";
	const behindComma = text.slice(0, at).trimEnd().endsWith(",");
	return behindComma && (found === "}" || found === "]")
		? `${dues[due]}, or the comma in front is one too many`
		: dues[due];
}

/**
 * The text in quotes at a place; "" where it is not closed. A loop, because a regular
 * expression has no room for a text of megabytes.
 */
function quoted(text: string, at: number): string {
	for (let end = at + 1; end < text.length; end += 1) {
		const code = text.charCodeAt(end);
		if (code === QUOTE) return text.slice(at, end + 1);
		if (code < 32) return "";
		if (code !== BACKSLASH) continue;
		const escaped = match(escapeToken, text, end);
		if (escaped === "") return "";
		end += escaped.length - 1;
	}
	return "";
}

const QUOTE = 34;
const BACKSLASH = 92;

/** What a sticky expression finds at a place; "" for nothing. */
function match(expression: RegExp, text: string, at: number): string {
	expression.lastIndex = at;
	return expression.exec(text)?.[0] ?? "";
}
/** Most values of a document that is checked whole; a panel's file has some thousand. */
export const MOST_VALUES = 50_000;

/** `,`, `[` and `{`: with each, one more value begins. */
const BEGINS: ReadonlySet<number> = new Set([0x2c, 0x5b, 0x7b]);

/**
 * Whether a JSON text has more values than are checked. The check keeps a kilobyte
 * for each that is wrong, and a file of some megabytes has millions. Total; nothing
 * of the text is kept.
 */
export function hasTooManyValues(text: string, most = MOST_VALUES): boolean {
	let values = 1;
	let isQuoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (isQuoted && code === BACKSLASH) at += 1;
		else if (code === QUOTE) isQuoted = !isQuoted;
		else if (!isQuoted && BEGINS.has(code)) {
			values += 1;
			if (values > most) return true;
		}
	}
	return false;
}
