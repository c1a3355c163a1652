import { isBlank, skipBlanks, skipDigits } from "../message/characters.ts";
import type { Diagnostic } from "../message/diagnostic.ts";
import { fault } from "../message/fault.ts";
import type { Span } from "../message/span.ts";
import { read } from "./read.ts";

export const shape = "WORD more PIN";

const HINT = "write ARM, DISARM 1234 or HELP";

/**
 * Why `text` is no message of this dialect. It has one weak place, the word:
 * behind a readable word everything is readable.
 *
 * @throws Error for a text that `read` accepts: there is nothing to explain.
 */
export function explain(text: string): Diagnostic {
	if (read(text) !== null) throw new Error("the message is well built");
	const found = runAt(text, skipBlanks(text, 0));
	if (found.start === found.end)
		return fault({ start: 0, end: 0 }, "empty", "the message is empty", HINT);
	const isPin = /^[0-9]{4}$/.test(text.slice(found.start, found.end));
	if (!isPin) return withoutWord(text, found);
	const next = runAt(text, skipBlanks(text, found.end));
	return next.start === next.end
		? fault(
				{ start: found.end, end: found.end },
				"word",
				"word: missing, nothing follows the PIN",
				HINT,
			)
		: withoutWord(text, next);
}

/** What stands in place of the word. Digits may be a code and are not repeated. */
function withoutWord(text: string, found: Span): Diagnostic {
	if (skipDigits(text, found.start) > found.start)
		return fault(found, "word", "word: letters are due here", HINT);
	const letters = /[A-Za-z]*/y;
	letters.lastIndex = found.start;
	const start = found.start + (letters.exec(text)?.[0].length ?? 0);
	const odd = String.fromCodePoint(text.codePointAt(start) ?? 0);
	const message = /^\p{L}$/u.test(odd)
		? "word: letters A to Z, and this is another one"
		: "word: letters A to Z, and a space behind them";
	return fault({ start, end: start + odd.length }, "word", message, HINT);
}

/** The characters other than blanks from `start` on. */
function runAt(text: string, start: number): Span {
	let end = start;
	while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
	return { start, end };
}
