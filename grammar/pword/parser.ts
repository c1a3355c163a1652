import { EmbeddedActionsParser } from "chevrotain";
import { expectedTokenName } from "../chevrotain-errors.ts";
import type { Message, Part } from "../message.ts";
import { partOf } from "../part.ts";
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
export class PwordParser extends EmbeddedActionsParser {
	// What the optional tail of the message turned out to be. Fields, and bodies
	// defined once, because a closure per message costs more than the parse.
	private slots: Part[] = [];
	private stray: Part | null = null;

	/** `validate` has Chevrotain check the grammar itself: once, in a test. */
	constructor(validate = false) {
		super(tokenTypes, {
			maxLookahead: 1,
			recoveryEnabled: false,
			skipValidations: !validate,
			errorMessageProvider: expectedTokenName,
		});
		this.performSelfAnalysis();
	}

	/** Null where the tokens are no message; `errors` then says why. */
	readonly message = this.RULE(
		"message",
		(): Message | null => {
			const keyword = this.CONSUME(Keyword);
			const code = this.CONSUME(Code);
			const word = this.CONSUME(Word);
			this.slots = [];
			this.stray = null;
			this.OPTION(this.tail);
			return {
				keyword: partOf(keyword.image, keyword.startOffset, 0),
				code: partOf(code.image, code.startOffset, 0),
				word: partOf(word.image, word.startOffset, 0),
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
				const { image, startOffset } = this.CONSUME(First);
				this.slots.push(partOf(image, startOffset, 1));
				this.MANY(this.nextSlot);
			},
		},
		{
			ALT: (): void => {
				const { image, startOffset } = this.CONSUME(Stray);
				this.stray = partOf(image, startOffset, 0);
			},
		},
	];

	private readonly nextSlot = (): void => {
		const { image, startOffset } = this.CONSUME(Next);
		this.slots.push(partOf(image, startOffset, 1));
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
