import type { IToken, TokenType } from "chevrotain";

/**
 * A token that cuts its image out of the text only when asked: the parser
 * compares token types and our rules look at offsets, so that in a well-built
 * message nobody asks.
 */
export class TextToken implements IToken {
	// In this order, always all: V8 then knows one shape of token.
	readonly tokenTypeIdx: number;
	readonly tokenType: TokenType;
	readonly startOffset: number;
	/** Of the last character, as Chevrotain has it. */
	readonly endOffset: number;
	readonly #text: string;

	/** @param end exclusive */
	constructor(tokenType: TokenType, text: string, start: number, end: number) {
		this.tokenTypeIdx = tokenType.tokenTypeIdx ?? Number.NaN;
		this.tokenType = tokenType;
		this.startOffset = start;
		this.endOffset = end - 1;
		this.#text = text;
	}

	get image(): string {
		return this.#text.slice(this.startOffset, this.endOffset + 1);
	}
}
