import {
	EmbeddedActionsParser,
	type IParserErrorMessageProvider,
	type IToken,
	type ParserMethod,
	type TokenType,
} from "chevrotain";
import type { Message } from "./message.ts";

/**
 * What the parsers of all our languages have in common. A subclass has its rules
 * in fields and calls `performSelfAnalysis` in its constructor, when they are there.
 */
export abstract class TokenParser extends EmbeddedActionsParser {
	/** @param validate has Chevrotain check the grammar itself: once, in a test */
	constructor(tokenTypes: TokenType[], validate: boolean) {
		super(tokenTypes, {
			maxLookahead: 1,
			recoveryEnabled: false,
			skipValidations: !validate,
			errorMessageProvider: expectedTokenName,
		});
	}
}

/** The parser of a message language. */
export abstract class MessageParser<
	M extends Message = Message,
> extends TokenParser {
	/** The text that is read: tokens know their places in it only. */
	protected text = "";
	protected abstract readonly message: ParserMethod<[], M | null>;

	/** Null where the tokens of `text` are no message: `errors` then says why. */
	messageOf(text: string, tokens: IToken[]): M | null {
		this.text = text;
		this.input = tokens;
		return this.message();
	}
}

/**
 * Chevrotain words its exceptions for authors of grammars, and an exception
 * does not carry the token type that was due. Ours say nothing else: the
 * message is the name of that type, and each dialect's `explain` finds the
 * words for it.
 */
const expectedTokenName: IParserErrorMessageProvider = {
	buildMismatchTokenMessage: ({ expected }) => expected.name,
	buildNotAllInputParsedMessage: () => "EOF",
	buildNoViableAltMessage: ({ expectedPathsPerAlt }) =>
		names(expectedPathsPerAlt.flat(2)),
	buildEarlyExitMessage: ({ expectedIterationPaths }) =>
		names(expectedIterationPaths.flat()),
};

function names(types: readonly TokenType[]): string {
	return types.map((type) => type.name).join(" ");
}
