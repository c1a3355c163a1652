import type { IToken } from "chevrotain";
import {
	COLON,
	COMMA,
	endOfWord,
	skipBlanks,
	skipDigits,
} from "../message/characters.ts";
import { TextToken } from "../message/text-token.ts";
import { Code, Keyword, Next, Word } from "./tokens.ts";

/**
 * The tokens of `text`, the same that Chevrotain's lexer makes of it with the
 * definition in tokens.ts. Null where that lexer meets a character that fits
 * no token, and where the text ends before the access code; see the P-Word
 * dialect's.
 */
export function produceTokens(text: string): IToken[] | null {
	const length = text.length;

	const wordEnd = endOfWord(text, skipBlanks(text, 0));
	if (wordEnd === -1) return null;

	const colon = skipBlanks(text, wordEnd);
	if (colon === length || text.charCodeAt(colon) !== COLON) return null;
	const keywordEnd = text.indexOf(",", colon);
	if (keywordEnd === -1) return null;

	const codeStart = skipBlanks(text, keywordEnd + 1);
	const digitsEnd = skipDigits(text, codeStart);
	if (digitsEnd === codeStart) return null;
	const codeEnd = skipBlanks(text, digitsEnd);
	if (codeEnd < length && text.charCodeAt(codeEnd) !== COMMA) return null;

	const tokens: IToken[] = [
		new TextToken(Word, text, 0, wordEnd),
		new TextToken(Keyword, text, wordEnd, keywordEnd),
		new TextToken(Code, text, keywordEnd, codeEnd),
	];
	for (let at = codeEnd; at < length; ) {
		const comma = text.indexOf(",", at + 1);
		const end = comma === -1 ? length : comma;
		tokens.push(new TextToken(Next, text, at, end));
		at = end;
	}
	return tokens;
}
