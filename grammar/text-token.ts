import type { IToken, TokenType } from "chevrotain";

/** Where tokens have their images from. */
export interface Source {
	text: string;
}

/**
 * A token that cuts its image out of the text only when asked: the parser
 * compares token types and our rules look at offsets, so that in a well-built
 * message nobody asks.
 */
export class TextToken implements IToken {
	// In this order, always all: V8 then knows one shape of token.
	tokenTypeIdx = Number.NaN;
	tokenType: TokenType;
	startOffset = 0;
	/** Of the last character, as Chevrotain has it. */
	endOffset = 0;
	readonly #source: Source;

	constructor(tokenType: TokenType, source: Source) {
		this.tokenType = tokenType;
		this.#source = source;
	}

	get image(): string {
		return this.#source.text.slice(this.startOffset, this.endOffset + 1);
	}
}
