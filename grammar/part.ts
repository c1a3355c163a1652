import type { Part } from "./message.ts";

/**
 * True for what counts as blank in a message: space, tab, CR and LF. Nothing
 * else does: a no-break space is as much a character as a letter is, because
 * the panel has no notion of Unicode.
 */
export function isBlank(charCode: number): boolean {
	return (
		charCode === 32 || charCode === 10 || charCode === 13 || charCode === 9
	);
}

/**
 * The part that stands in `image` behind its first `skip` characters, blanks
 * at both ends left off. `offset` is the place of `image` in the message.
 * Where nothing but blanks is left the part is empty and lies right behind the
 * skipped characters.
 */
export function partOf(image: string, offset: number, skip: number): Part {
	let start = skip;
	let end = image.length;
	while (start < end && isBlank(image.charCodeAt(start))) start++;
	if (start === end) {
		return { text: "", start: offset + skip, end: offset + skip };
	}
	while (isBlank(image.charCodeAt(end - 1))) end--;
	return {
		text: image.slice(start, end),
		start: offset + start,
		end: offset + end,
	};
}
