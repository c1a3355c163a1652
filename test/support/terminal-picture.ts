/** A picture of what a terminal shows, in its own colours. */

type Color = readonly [red: number, green: number, blue: number];

/** How a terminal is set up. */
export interface TerminalColors {
	readonly text: Color;
	readonly background: Color;
}

export const darkTerminal: TerminalColors = {
	text: [204, 204, 204],
	background: [20, 20, 20],
};
export const lightTerminal: TerminalColors = {
	text: [40, 40, 40],
	background: [250, 250, 250],
};

const CELL = { width: 8, height: 16 };
/** Of the 256 colours those that are used. */
const palette: { readonly [code: string]: Color } = {
	"16": [0, 0, 0],
	"231": [255, 255, 255],
};
/** Which half of its cell a character fills with the colour of the text. */
const halves: { readonly [character: string]: readonly [boolean, boolean] } = {
	"▀": [true, false],
	"▄": [false, true],
	"█": [true, true],
};

/**
 * A portable pixmap (P6) of a screen: half blocks as they are drawn, any other
 * character as the background, with two empty cells around.
 * @param output what a program wrote, with the escape sequences of its colours
 */
export function terminalPicture(
	output: string,
	{ text, background }: TerminalColors,
): Buffer {
	const rows = output.split(/\r?\n/).map((line) => {
		let colors = { text, background };
		const cells: [upper: Color, lower: Color][] = [];
		for (const [piece, sgr] of line.matchAll(/\u001b\[([\d;]*)m|./gsu)) {
			if (sgr === undefined) {
				const [upper, lower] = halves[piece] ?? [false, false];
				const colored = (is: boolean) => (is ? colors.text : colors.background);
				cells.push([colored(upper), colored(lower)]);
			} else if (sgr === "0") colors = { text, background };
			else
				for (const [, layer, code] of sgr.matchAll(/([34])8;5;(\d+)/g)) {
					const color = palette[code ?? ""];
					if (color === undefined) throw new Error(`no colour ${code}`);
					colors =
						layer === "3"
							? { ...colors, text: color }
							: { ...colors, background: color };
				}
		}
		return cells;
	});
	const columns = Math.max(...rows.map((cells) => cells.length)) + 4;
	const width = columns * CELL.width;
	const height = (rows.length + 4) * CELL.height;
	const pixels = Buffer.alloc(width * height * 3);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const row = rows[Math.floor(y / CELL.height) - 2];
			const cell = row?.[Math.floor(x / CELL.width) - 2];
			const half = y % CELL.height < CELL.height / 2 ? 0 : 1;
			pixels.set(cell?.[half] ?? background, (y * width + x) * 3);
		}
	return Buffer.concat([Buffer.from(`P6 ${width} ${height} 255\n`), pixels]);
}
