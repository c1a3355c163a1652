import { MASK } from "../../derive/secrets.ts";

/**
 * Whether what is told of a text can be this text. The panel in the house masks
 * PINs and codes, and where duress is not told the user's own PIN stands in the place
 * of the duress code, so that its words alone need not be the same.
 */
export function isToldOf(told: string, text: string): boolean {
	const [head = "", ...others] = told.split(MASK);
	const tail = others.pop();
	if (tail === undefined) return isWithAnotherPin(told, text);
	if (!text.startsWith(head) || !text.endsWith(tail)) return false;
	let at = head.length;
	for (const part of others) {
		const found = text.indexOf(part, at);
		if (found === -1) return false;
		at = found + part.length;
	}
	return at <= text.length - tail.length;
}

/** Whether two texts are the same but for the digits of a PIN in the first. */
function isWithAnotherPin(told: string, text: string): boolean {
	const shorter = Math.min(told.length, text.length);
	let head = 0;
	while (head < shorter && told[head] === text[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && told.at(-1 - tail) === text.at(-1 - tail))
		tail += 1;
	const [pin, typed] = [told, text].map((each) =>
		each.slice(head, each.length - tail),
	);
	// The code may have been typed with blanks and dashes in it.
	const code = typed?.replace(/[\s\p{Pd}\u2212]/gu, "") ?? "";
	return (
		pin?.length === code.length && [pin, code].every((each) => PART.test(each))
	);
}

/** What is left of a PIN where some of its digits are the same in another. */
const PART = /^\d{0,4}$/;
