import {
	Alternation,
	Alternative,
	type IProduction,
	NonTerminal,
	Option,
	Repetition,
	RepetitionMandatory,
	RepetitionMandatoryWithSeparator,
	RepetitionWithSeparator,
	Terminal,
	type TokenType,
} from "chevrotain";

/** A way to put a grammar on paper, piece by piece from the inside out. */
export interface Notation<Piece> {
	token(type: TokenType): Piece;
	rule(name: string): Piece;
	sequence(pieces: Piece[]): Piece;
	choice(pieces: Piece[]): Piece;
	optional(piece: Piece): Piece;
	/** `separator` stands between two of them, where there is one. */
	zeroOrMore(piece: Piece, separator: Piece | null): Piece;
	oneOrMore(piece: Piece, separator: Piece | null): Piece;
}

/** What Chevrotain recorded of a rule, in `notation`. */
export function inNotation<Piece>(
	notation: Notation<Piece>,
	definition: readonly IProduction[],
): Piece {
	const draw = (production: IProduction): Piece => {
		if (production instanceof Terminal) {
			return notation.token(production.terminalType);
		}
		if (production instanceof NonTerminal) {
			return notation.rule(production.nonTerminalName);
		}
		if (production instanceof Alternation) {
			return notation.choice(production.definition.map(draw));
		}
		if (production instanceof Alternative) {
			return sequence(production.definition);
		}
		if (production instanceof Option) {
			return notation.optional(sequence(production.definition));
		}
		if (production instanceof Repetition) {
			return notation.zeroOrMore(sequence(production.definition), null);
		}
		if (production instanceof RepetitionWithSeparator) {
			return notation.zeroOrMore(
				sequence(production.definition),
				notation.token(production.separator),
			);
		}
		if (production instanceof RepetitionMandatory) {
			return notation.oneOrMore(sequence(production.definition), null);
		}
		if (production instanceof RepetitionMandatoryWithSeparator) {
			return notation.oneOrMore(
				sequence(production.definition),
				notation.token(production.separator),
			);
		}
		throw new Error("Chevrotain knows a production that we do not");
	};
	const sequence = (productions: readonly IProduction[]): Piece => {
		const pieces = productions.map(draw);
		const [only] = pieces;
		return only !== undefined && pieces.length === 1
			? only
			: notation.sequence(pieces);
	};
	return sequence(definition);
}
