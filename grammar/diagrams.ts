import { Lexer, type TokenType, tokenLabel } from "chevrotain";
import railroad, { type Drawing } from "railroad-diagrams";
import type { Dialect } from "./message/dialect.ts";
import { inNotation, type Notation } from "./message/productions.ts";

/**
 * The grammar of `dialect` as text: rules in the EBNF of the XML
 * recommendation, tokens as regular expressions over UTF-16 code units.
 */
export function ebnf(dialect: Dialect): string {
	const { rules, tokens } = dialect.grammar();
	return [
		`/* ${dialect.name}: ${dialect.shape} */`,
		...rules.map(({ name, definition }) => {
			const { text, binding } = inNotation(asEbnf, definition);
			// Many forms have a line each.
			return binding === "choice" && text.length > LONGEST
				? `${name} ::=\n    ${inNotation(asLines, definition).text}`
				: `${name} ::= ${text}`;
		}),
		...tokens.map(
			(type) => `/* ${remark(type)} */\n${type.name} ::= ${pattern(type)}`,
		),
	]
		.map((paragraph) => `${paragraph}\n`)
		.join("\n");
}

function remark(type: TokenType): string {
	return type.GROUP === Lexer.SKIPPED ? "left out" : tokenLabel(type);
}

function pattern({ PATTERN }: TokenType): string {
	return typeof PATTERN === "string"
		? JSON.stringify(PATTERN)
		: `${PATTERN}`.replace(/\\u00([2-7][0-9a-f])/g, (_, digits) =>
				inPattern(String.fromCharCode(Number.parseInt(digits, 16))),
			);
}

/** A character as people write it in a regular expression. */
function inPattern(character: string): string {
	return /[$()*+./?[\\\]^{|}-]/.test(character) ? `\\${character}` : character;
}

/** How tightly a piece holds together decides where it needs parentheses. */
interface Ebnf {
	readonly text: string;
	readonly binding: "choice" | "sequence" | "atom";
}

const asEbnf: Notation<Ebnf> = {
	token: ({ name }) => ({ text: name, binding: "atom" }),
	rule: (name) => ({ text: name, binding: "atom" }),
	sequence: (pieces) => ({
		text: pieces
			.map((piece) =>
				piece.binding === "choice" ? grouped(piece) : piece.text,
			)
			.join(" "),
		binding: "sequence",
	}),
	choice: (pieces) => ({
		text: pieces.map(({ text }) => text).join(" | "),
		binding: "choice",
	}),
	optional: (piece) => ({ text: `${grouped(piece)}?`, binding: "atom" }),
	zeroOrMore: (piece, separator) =>
		separator === null
			? { text: `${grouped(piece)}*`, binding: "atom" }
			: asEbnf.optional(asEbnf.oneOrMore(piece, separator)),
	oneOrMore: (piece, separator) =>
		separator === null
			? { text: `${grouped(piece)}+`, binding: "atom" }
			: asEbnf.sequence([
					piece,
					asEbnf.zeroOrMore(asEbnf.sequence([separator, piece]), null),
				]),
};

/** The same, with each way of a choice on a line of its own where nothing is around it. */
const asLines: Notation<Ebnf> = {
	...asEbnf,
	choice: (pieces) => ({
		text: pieces
			.map(({ text }) => text.replaceAll("\n  | ", " | "))
			.join("\n  | "),
		binding: "choice",
	}),
	sequence: (pieces) => {
		const { text, binding } = asEbnf.sequence(pieces);
		return { text: text.replaceAll("\n  | ", " | "), binding };
	},
	optional: (piece) => {
		const { text, binding } = asEbnf.optional(piece);
		return { text: text.replaceAll("\n  | ", " | "), binding };
	},
};

/** A choice with more characters is written in lines. */
const LONGEST = 100;

function grouped({ text, binding }: Ebnf): string {
	return binding === "atom" ? text : `( ${text} )`;
}

/**
 * The grammar of `dialect` as a railroad diagram: an SVG document that needs
 * nothing from elsewhere. Tokens go by their labels, the installer's words.
 */
export function railroadSvg(dialect: Dialect): string {
	const { rules } = dialect.grammar();
	let width = 0;
	let height = 0;
	let body = "";
	for (const { name, definition } of rules) {
		if (rules.length > 1) {
			height += HEADING;
			body += `<text x="${MARGIN}" y="${height}" font-family="monospace" font-weight="bold">${name}</text>\n`;
		}
		const diagram = railroad
			.Diagram(inNotation(asRailroad, definition))
			.format(MARGIN, MARGIN, MARGIN, MARGIN);
		diagram.attrs.y = height;
		width = Math.max(width, Number(diagram.attrs.width));
		height += Number(diagram.attrs.height);
		body += diagram.toString();
	}
	const title = xml(`${dialect.name}: ${dialect.shape}`);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${STYLE}</style>
<rect width="100%" height="100%" fill="#fff"/>
${body}</svg>
`;
}

const MARGIN = 20;
const HEADING = 24;

function xml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}

/** Scoped, so that a page may take the SVG into its own document. */
const STYLE = `
.railroad-diagram path { stroke: #333; stroke-width: 2; fill: none }
.railroad-diagram rect { stroke: #333; stroke-width: 2; fill: #eef3d6 }
.railroad-diagram text { font: 14px monospace; text-anchor: middle; fill: #111 }
`;

const asRailroad: Notation<Drawing> = {
	token: (type) => railroad.Terminal(tokenLabel(type)),
	rule: (name) => railroad.NonTerminal(name),
	sequence: (pieces) => railroad.Sequence(...pieces),
	choice: (pieces) => railroad.Choice(0, ...pieces),
	optional: (piece) => railroad.Optional(piece),
	zeroOrMore: (piece, separator) =>
		separator === null
			? railroad.ZeroOrMore(piece)
			: railroad.ZeroOrMore(piece, separator),
	oneOrMore: (piece, separator) =>
		separator === null
			? railroad.OneOrMore(piece)
			: railroad.OneOrMore(piece, separator),
};
