import type { IToken } from "chevrotain";
import type { Message, Part } from "../message/message.ts";
import { MessageParser } from "../message/message-parser.ts";
import { partOf } from "../message/part.ts";
import { Code, Keyword, Next, tokenTypes, Word } from "./tokens.ts";

/** The grammar of `WORD:KEYWORD,CODE,p1,p2`. */
export class MobileParser extends MessageParser {
	// A field, and a body made once: see the P-Word dialect's parser.
	private slots: Part[] = [];

	constructor(validate = false) {
		super(tokenTypes, validate);
		this.performSelfAnalysis();
	}

	protected readonly message = this.RULE(
		"message",
		(): Message | null => {
			const word = this.CONSUME(Word);
			const keyword = this.CONSUME(Keyword);
			const code = this.CONSUME(Code);
			this.slots = [];
			this.MANY(this.nextSlot);
			return {
				keyword: this.behindColon(keyword),
				code: partOf(this.text, code, 1),
				word: partOf(this.text, word, 0),
				slots: this.slots,
				stray: null,
			};
		},
		{ recoveryValueFunc: () => null },
	);

	private readonly nextSlot = (): void => {
		this.slots.push(partOf(this.text, this.CONSUME(Next), 1));
	};

	/** Blanks may stand in front of the colon. */
	private behindColon(token: IToken): Part {
		const colon = this.text.indexOf(":", token.startOffset);
		return partOf(this.text, token, colon + 1 - token.startOffset);
	}
}

let shared: MobileParser | undefined;

/** The one parser of this dialect, built when first needed. */
export function mobileParser(): MobileParser {
	shared ??= new MobileParser();
	return shared;
}
