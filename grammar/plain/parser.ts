import type { IToken } from "chevrotain";
import { capitals } from "../message/characters.ts";
import type { Message, Part } from "../message/message.ts";
import { MessageParser } from "../message/message-parser.ts";
import { partOf } from "../message/part.ts";
import { CodeReply, LastPin, Next, Pin, tokenTypes, Word } from "./tokens.ts";

/** The grammar of `WORD more 1234`. */
export class PlainParser extends MessageParser {
	// Fields, and bodies made once: see the P-Word dialect's parser.
	private first: Part | null = null;
	private last: Part | null = null;
	private slots: Part[] = [];

	constructor(validate = false) {
		super(tokenTypes, validate);
		this.performSelfAnalysis();
	}

	protected readonly message = this.RULE(
		"message",
		(): Message | null => this.OR(this.alternatives),
		{ recoveryValueFunc: () => null },
	);

	private readonly phrase = this.RULE(
		"phrase",
		(): Message | null => {
			this.first = null;
			this.last = null;
			this.slots = [];
			this.OPTION(this.firstPin);
			const word = this.partOf(this.CONSUME(Word));
			this.MANY(this.next);
			this.OPTION2(this.lastPin);
			const { first, last, slots } = this;
			// Where both ends are four digits the first is the PIN.
			if (first !== null && last !== null) slots.push(last);
			const end = (slots.at(-1) ?? word).end;
			const missing = { text: "", start: end, end };
			return {
				keyword: { text: "", start: 0, end: 0 },
				code: first ?? last ?? missing,
				word,
				slots,
				stray: null,
			};
		},
		{ recoveryValueFunc: () => null },
	);

	private readonly alternatives = [
		{
			ALT: (): Message | null =>
				codeReply(partOf(this.text, this.CONSUME(CodeReply), 0)),
		},
		{ ALT: (): Message | null => this.SUBRULE(this.phrase) },
	];

	private readonly firstPin = (): void => {
		this.first = this.partOf(this.CONSUME(Pin));
	};

	private readonly next = (): void => {
		this.slots.push(this.partOf(this.CONSUME(Next)));
	};

	private readonly lastPin = (): void => {
		this.last = this.partOf(this.CONSUME(LastPin));
	};

	private partOf(token: IToken): Part {
		const part = partOf(this.text, token, 0);
		return { ...part, text: capitals(part.text) };
	}
}

/** The digits alone, whatever stands between them. */
function codeReply({ text, start, end }: Part): Message {
	return {
		keyword: { text: "", start: 0, end: 0 },
		code: { text: text.replace(/[^0-9]+/g, ""), start, end },
		word: { text: "", start: end, end },
		slots: [],
		stray: null,
	};
}

let shared: PlainParser | undefined;

/** The one parser of this dialect, built when first needed. */
export function plainParser(): PlainParser {
	shared ??= new PlainParser();
	return shared;
}
