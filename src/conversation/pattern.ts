import {
	numbered,
	unescaped,
	wrongEscape,
} from "../../grammar/transcript/escapes.ts";
import { messageOf } from "../error-message.ts";
import { matchedGlob, type PatternPiece } from "./glob.ts";

/*
 * The pattern of an expected reply. Plain text matches itself. `...` matches any
 * text. `{{name}}` captures a text, or matches what was captured before. `/…/` is a
 * regular expression that is found in the reply; flags may follow, and its named
 * groups capture too. A `\` takes such a meaning away.
 */

/** What was captured so far, by name. */
export type Captures = ReadonlyMap<string, string>;

export const noCaptures: Captures = new Map();

/** What is wrong with a pattern, in words, or null. */
export function patternFault(pattern: string): string | null {
	if (pattern === "") return "a reply has text; silence is no reply at all";
	if (pattern.startsWith("/")) {
		const parts = REGEX.exec(pattern);
		if (parts === null)
			return "a regular expression ends with /; \\/ in front is a slash";
		if (CONTROL.test(pattern))
			return "a regular expression is one line; write \\n in it";
		try {
			new RegExp(parts[1] ?? "", parts[2]);
		} catch (error) {
			return messageOf(error);
		}
		return null;
	}
	const wrong = wrongEscape(pattern);
	return wrong === null
		? null
		: `escape: ${pattern.slice(wrong.start, wrong.end)} is none`;
}

/** The canonical form of a pattern: only what has a meaning is escaped. */
export function canonical(pattern: string): string {
	if (isPlain(pattern) || pattern.startsWith("/")) return pattern;
	const all = pieces(pattern);
	const written = all.map((piece, at) => {
		if (piece.type === "any") return "...";
		if (piece.type === "capture") return `{{${piece.name}}}`;
		const text = withoutMeaning(piece.text);
		// A dot that stands in front of `...` would be taken for one of the three.
		return all[at + 1]?.type === "any" ? dotsEscaped(text) : text;
	});
	return endsKept(written.join(""));
}

/** The text with a `\\` before each of the dots at its end. */
function dotsEscaped(text: string): string {
	let end = text.length;
	let dots = "";
	while (text[end - 1] === ".") {
		end -= text[end - 2] === "\\" ? 2 : 1;
		dots += "\\.";
	}
	return text.slice(0, end) + dots;
}

/** The pattern that fits one text and no other. */
export function literally(text: string): string {
	return isPlain(text) ? text : endsKept(withoutMeaning(text));
}

/** Finds a regular expression in a text, perhaps within a time: see bounded-find.ts. */
export type FindRegex = (regex: RegExp, text: string) => RegExpExecArray | null;

const findAtLeisure: FindRegex = (regex, text) => regex.exec(text);

/**
 * Whether a text fits, with what was captured before.
 * @returns the captures afterwards, or null where it does not fit
 * @throws SlowPatternError
 */
export function fitted(
	pattern: string,
	text: string,
	captures: Captures,
	find: FindRegex = findAtLeisure,
): Captures | null {
	if (isPlain(pattern)) return pattern === text ? captures : null;
	const regex = REGEX.exec(pattern);
	if (regex === null) {
		const caught = matchedGlob(resolved(pieces(pattern), captures), text);
		if (caught === null || caught.size === 0) return caught && captures;
		return new Map([...captures, ...caught]);
	}
	const found = find(new RegExp(regex[1] ?? "", regex[2]), text);
	if (found === null) return null;
	if (found.groups === undefined) return captures;
	const caught = new Map(captures);
	// A group that an alternative left out has caught nothing.
	for (const [name, value] of Object.entries(found.groups))
		if (value !== undefined) caught.set(name, value);
	return caught;
}

/** A text with `{{name}}` replaced by what was captured; other names stay. */
export function filled(text: string, captures: Captures): string {
	if (captures.size === 0 || !text.includes("{{")) return text;
	return text.replace(
		CAPTURE,
		(whole, name: string) => captures.get(name) ?? whole,
	);
}

/** Whether a pattern matches only itself. Nearly all do. */
export function isPlain(pattern: string): boolean {
	return !SPECIAL.test(pattern);
}

/** Pieces with the names that are known in place, and no two literals in a row. */
function resolved(
	pieces: readonly PatternPiece[],
	captures: Captures,
): readonly PatternPiece[] {
	const merged: PatternPiece[] = [];
	for (const piece of pieces) {
		const known =
			piece.type === "literal"
				? piece.text
				: piece.type === "capture"
					? captures.get(piece.name)
					: undefined;
		const last = merged.at(-1);
		if (known === undefined) merged.push(piece);
		else if (last?.type === "literal")
			merged[merged.length - 1] = { type: "literal", text: last.text + known };
		else merged.push({ type: "literal", text: known });
	}
	return merged;
}

function pieces(pattern: string): readonly PatternPiece[] {
	const found: PatternPiece[] = [];
	let literal = "";
	const close = () => {
		if (literal !== "") found.push({ type: "literal", text: literal });
		literal = "";
	};
	for (const [token, name] of pattern.matchAll(TOKEN)) {
		if (token === "...") {
			close();
			// Two in a row say no more than one.
			if (found.at(-1)?.type !== "any") found.push({ type: "any" });
		} else if (name !== undefined) {
			close();
			found.push({ type: "capture", name });
		} else literal += unescaped(token);
	}
	close();
	return found;
}

/** Literal text, with everything escaped that would mean something in a pattern. */
function withoutMeaning(text: string): string {
	return text
		.replace(/\\|\.(?=\.\.)|\{(?=\{)/g, "\\$&")
		.replaceAll("\n", "\\n")
		.replace(HIDDEN, numbered);
}

function endsKept(written: string): string {
	return written.replace(/^[ \t]|[ \t]$/g, numbered).replace(/^\//, "\\/");
}

const REGEX = /^\/([\s\S]+)\/([imsu]*)$/;
const SPECIAL = /^[/ \t]|[ \t]$|\\|\.\.\.|\{\{|[^ -~\u00a1-\u00ff]/;
const TOKEN =
	/\.\.\.|\{\{([A-Za-z_][A-Za-z0-9_]*)\}\}|\\u\{[0-9A-Fa-f]{1,6}\}|\\?[\s\S]/g;
const CAPTURE = /\{\{([A-Za-z_][A-Za-z0-9_]*)\}\}/g;
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const HIDDEN = /(?![\u200d\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
