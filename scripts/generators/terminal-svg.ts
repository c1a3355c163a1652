/** Columns and lines in pixels, for a monospace font of 15 px. */
const COLUMN = 9.03;
const LINE = 22;
const MARGIN = 18;

const colors = {
	plain: "#e6e6e6",
	good: "#9ece6a",
	bad: "#f7768e",
	dim: "#8a93a6",
} as const;

export interface TerminalLine {
	readonly text: string;
	readonly color: keyof typeof colors;
}

/** A picture of terminal lines that needs nothing from elsewhere. */
export function terminalSvg(
	title: string,
	lines: readonly TerminalLine[],
): string {
	const columns = Math.max(...lines.map(({ text }) => text.length));
	const width = Math.ceil(columns * COLUMN + 2 * MARGIN);
	const height = lines.length * LINE + 2 * MARGIN;
	const texts = lines.map(
		({ text, color }, at) =>
			`<text x="${MARGIN}" y="${MARGIN + (at + 0.72) * LINE}" fill="${colors[color]}" textLength="${(text.length * COLUMN).toFixed(1)}" xml:space="preserve">${xml(text)}</text>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xml(title)}">
<title>${xml(title)}</title>
<rect width="100%" height="100%" rx="8" fill="#1a1b26"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="15">
${texts.join("\n")}
</g>
</svg>
`;
}

function xml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}
