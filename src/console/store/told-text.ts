import { MASK } from "../../derive/secrets.ts";

/**
 * Whether what is told of a text can be this text. The panel in the house masks
 * PINs and codes, so that its words alone need not be the same.
 */
export function isToldOf(told: string, text: string): boolean {
	const [head = "", ...others] = told.split(MASK);
	const tail = others.pop();
	if (tail === undefined) return told === text;
	if (!text.startsWith(head) || !text.endsWith(tail)) return false;
	let at = head.length;
	for (const part of others) {
		const found = text.indexOf(part, at);
		if (found === -1) return false;
		at = found + part.length;
	}
	return at <= text.length - tail.length;
}
