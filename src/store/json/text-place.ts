/** A place in a text; both are counted from 1, columns in UTF-16 code units. */
export interface TextPlace {
	readonly line: number;
	readonly column: number;
}

/**
 * The place of a character that is counted from 0. A mark of the byte order in front of
 * all takes no column.
 */
export function textPlace(text: string, at: number): TextPlace {
	const before = text
		.slice(0, at)
		.replace(/^\uFEFF/, "")
		.split("\n");
	return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
