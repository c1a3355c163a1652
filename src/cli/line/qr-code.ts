import { encode } from "uqr";

/** Light modules around the code. Readers ask for four, and find it with two. */
const QUIET = 2;

/** Black on white of the 256 colours, which no palette of a terminal changes. */
const BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
const RESET = "\u001b[0m";

/** Two modules above each other, as one character: dark is drawn. */
const blocks = [" ", "▄", "▀", "█"] as const;

/**
 * A QR code in lines of text, two modules a character high.
 * @param isColored says black and white itself, so that a reader sees it on a dark
 *   terminal as on a light one; without, dark is what the text is drawn in
 */
export function qrCode(text: string, isColored: boolean): string {
	const { data, size } = encode(text, { border: QUIET });
	const lines: string[] = [];
	for (let y = 0; y < size; y += 2) {
		const line = Array.from({ length: size }, (_, x) => {
			const upper = data[y]?.[x] === true ? 2 : 0;
			const lower = data[y + 1]?.[x] === true ? 1 : 0;
			return blocks[upper + lower];
		}).join("");
		lines.push(isColored ? `${BLACK_ON_WHITE}${line}${RESET}` : line);
	}
	return lines.join("\n");
}
