import type { Message, Part } from "../message/message.ts";
import { MessageParser } from "../message/message-parser.ts";
import { partOf } from "../message/part.ts";
import {
	Code,
	First,
	Keyword,
	Next,
	Stray,
	tokenTypes,
	Word,
} from "./tokens.ts";

/** The grammar of `PWORD CODE WORD:p1,p2`. */
export class PwordParser extends MessageParser {
	// What the optional tail of the message turns out to be. These are fields,
	// and the bodies below are made once, because a closure per message costs
	// more than the parse.
	private slots: Part[] = [];
	private stray: Part | null = null;

	constructor(validate = false) {
		super(tokenTypes, validate);
		this.performSelfAnalysis();
	}

	protected readonly message = this.RULE(
		"message",
		(): Message | null => {
			const keyword = this.CONSUME(Keyword);
			const code = this.CONSUME(Code);
			const word = this.CONSUME(Word);
			this.slots = [];
			this.stray = null;
			this.OPTION(this.tail);
			return {
				keyword: partOf(this.text, keyword, 0),
				code: partOf(this.text, code, 0),
				word: partOf(this.text, word, 0),
				slots: this.slots,
				stray: this.stray,
			};
		},
		{ recoveryValueFunc: () => null },
	);

	private readonly tail = (): void => {
		this.OR(this.tails);
	};

	private readonly tails = [
		{
			ALT: (): void => {
				this.slots.push(partOf(this.text, this.CONSUME(First), 1));
				this.MANY(this.nextSlot);
			},
		},
		{
			ALT: (): void => {
				this.stray = partOf(this.text, this.CONSUME(Stray), 0);
			},
		},
	];

	private readonly nextSlot = (): void => {
		this.slots.push(partOf(this.text, this.CONSUME(Next), 1));
	};
}

let shared: PwordParser | undefined;

/**
 * The one parser of this dialect, built when first needed. A second instance
 * in the same process would make Chevrotain's code polymorphic and read slower.
 */
export function pwordParser(): PwordParser {
	shared ??= new PwordParser();
	return shared;
}
