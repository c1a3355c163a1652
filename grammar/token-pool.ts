import type { IToken, TokenType } from "chevrotain";
import { TextToken } from "./text-token.ts";

/** So many tokens are kept; hardly a message has more. */
const KEPT = 64;

/**
 * The tokens of one text at a time, which are used again for the next one: a
 * message is read before another comes, and making tokens takes as long as
 * parsing them.
 */
export class TokenPool {
	/** The tokens share it, so that a text is put in one place only. */
	private readonly source = { text: "" };
	private readonly tokens: TextToken[] = [];
	/** By their length, each the first tokens in their order. */
	private readonly lists: (IToken[] | undefined)[] = [];
	private count = 0;

	/** Begins a text; the tokens of the last one are no longer good. */
	begin(text: string): void {
		this.source.text = text;
		this.count = 0;
	}

	/** The next token; `end` is exclusive. */
	add(type: TokenType, start: number, end: number): void {
		const token = this.tokens[this.count] ?? this.another(type);
		token.tokenTypeIdx = type.tokenTypeIdx ?? Number.NaN;
		token.tokenType = type;
		token.startOffset = start;
		token.endOffset = end - 1;
		this.count += 1;
	}

	/** All tokens of the text. */
	get all(): IToken[] {
		const { count } = this;
		return this.lists[count] ?? this.listOf(count);
	}

	private another(type: TokenType): TextToken {
		const token = new TextToken(type, this.source);
		this.tokens.push(token);
		return token;
	}

	private listOf(count: number): IToken[] {
		const list = this.tokens.slice(0, count);
		if (count <= KEPT) this.lists[count] = list;
		else this.tokens.length = KEPT;
		return list;
	}
}
