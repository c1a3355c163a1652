import { characterName } from "./character-name.ts";
import { skipDigits } from "./characters.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/*
 * What the dialects say about the head of a message. A code is never repeated
 * in the wording: wordings end up in logs.
 */

/** The parts of a message that `read` cannot do without; values are a script's. */
export type HeadPart = "keyword" | "code" | "word" | "value";

export function fault(
	{ start, end }: Span,
	part: HeadPart | "empty" | "end",
	message: string,
	hint: string | null,
): Diagnostic {
	return {
		code: `message/${part}`,
		message,
		hint,
		parameter: null,
		start,
		end,
	};
}

/** Why the not empty `found` is no code; `separator` is what has to follow one. */
export function codeFault(
	name: string,
	text: string,
	found: Span,
	separator: string,
	shape: string,
): Diagnostic {
	const run = text.slice(found.start, found.end);
	if (/^\p{Nd}+$/u.test(run)) {
		return fault(
			found,
			"code",
			`${name}: digits 0 to 9, not those of another script`,
			"full-width and other digits look alike and are different characters",
		);
	}
	const end = skipDigits(text, found.start);
	if (end > found.start) {
		const behind = String.fromCodePoint(text.codePointAt(end) ?? 0);
		if (!/[\p{L}\p{N}]/u.test(behind))
			return fault(
				{ start: end, end: end + behind.length },
				"code",
				`${name}: digits, then ${separator}, this is ${characterName(behind)}`,
				`write ${shape}`,
			);
		return fault(
			{ start: end, end: found.end },
			"code",
			`${name}: digits, then ${separator}`,
			`write ${shape}`,
		);
	}
	return fault(found, "code", `${name}: digits are due here`, `write ${shape}`);
}

/** Why what begins at `start` and is neither blank nor the end is no command word. */
export function wordFault(text: string, start: number): Diagnostic {
	const letters = /[A-Za-z0-9?]*/y;
	letters.lastIndex = start;
	const run = letters.exec(text)?.[0] ?? "";
	const end = start + run.length;
	const behind = text.codePointAt(end);
	if (behind !== undefined && (run === "" || behind > 127)) {
		const odd = String.fromCodePoint(behind);
		return fault(
			{ start: end, end: end + odd.length },
			"word",
			`command word: made of A to Z, 0 to 9 and "?", this is ${characterName(odd)}`,
			"it is spelled like USRS or PIN?",
		);
	}
	if (run.length > 8) {
		return fault(
			{ start, end },
			"word",
			`command word: 1 to 8 characters, this has ${run.length}`,
			null,
		);
	}
	return fault(
		{ start, end },
		"word",
		`command word: capitals, this is ${run}`,
		`write ${run.toUpperCase()}`,
	);
}
