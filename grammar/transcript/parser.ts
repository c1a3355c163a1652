import type { IToken } from "chevrotain";
import { TokenParser } from "../message/message-parser.ts";
import {
	Address,
	BlankText,
	Channel,
	ClaimMark,
	CommentMark,
	HappeningMark,
	Header,
	MessageMark,
	Path,
	ReplyMark,
	Text,
	TimeMark,
	tokenTypes,
} from "./tokens.ts";

/** What a line is made of: the tokens behind its mark, where there are any. */
export interface LineTokens {
	readonly mark: IToken;
	readonly place: IToken | undefined;
	readonly text: IToken | undefined;
}

/** The grammar of one line of a transcript that is not blank. */
export class TranscriptParser extends TokenParser {
	constructor(validate = false) {
		super(tokenTypes, validate);
		this.performSelfAnalysis();
	}

	/** Null where the tokens are no line: `errors` then says why. */
	lineOf(tokens: IToken[]): LineTokens | null {
		this.input = tokens;
		return this.line();
	}

	private readonly line = this.RULE(
		"line",
		(): LineTokens | null =>
			this.OR([
				{ ALT: () => this.SUBRULE(this.message) },
				{ ALT: () => this.SUBRULE(this.reply) },
				{ ALT: () => this.SUBRULE(this.time) },
				{ ALT: () => this.SUBRULE(this.happening) },
				{ ALT: () => this.SUBRULE(this.claim) },
				{ ALT: () => this.SUBRULE(this.channel) },
				{ ALT: () => this.SUBRULE(this.header) },
				{ ALT: () => this.SUBRULE(this.comment) },
			]),
		{ recoveryValueFunc: () => null },
	);

	private readonly message = this.RULE("message", (): LineTokens => {
		const mark = this.CONSUME(MessageMark);
		const place = this.OPTION(() => this.CONSUME(Address));
		const text = this.OPTION1(() => this.CONSUME(BlankText));
		return { mark, place, text };
	});

	private readonly reply = this.RULE("reply", (): LineTokens => {
		const mark = this.CONSUME(ReplyMark);
		const place = this.OPTION(() => this.CONSUME(Address));
		const text = this.OPTION1(() => this.CONSUME(BlankText));
		return { mark, place, text };
	});

	private readonly time = this.RULE("time", (): LineTokens => {
		const mark = this.CONSUME(TimeMark);
		return { mark, place: undefined, text: this.CONSUME(Text) };
	});

	private readonly happening = this.RULE("happening", (): LineTokens => {
		const mark = this.CONSUME(HappeningMark);
		return { mark, place: undefined, text: this.CONSUME(Text) };
	});

	private readonly claim = this.RULE("claim", (): LineTokens => {
		const mark = this.CONSUME(ClaimMark);
		const place = this.CONSUME(Path);
		return { mark, place, text: this.CONSUME(Text) };
	});

	private readonly channel = this.RULE("channel", (): LineTokens => {
		const mark = this.CONSUME(Channel);
		return { mark, place: undefined, text: this.CONSUME(Text) };
	});

	private readonly header = this.RULE("header", (): LineTokens => {
		const mark = this.CONSUME(Header);
		return { mark, place: undefined, text: this.CONSUME(Text) };
	});

	private readonly comment = this.RULE("comment", (): LineTokens => {
		const mark = this.CONSUME(CommentMark);
		const text = this.OPTION(() => this.CONSUME(Text));
		return { mark, place: undefined, text };
	});
}

let shared: TranscriptParser | undefined;

/** The one parser of transcripts, built when first needed. */
export function transcriptParser(): TranscriptParser {
	shared ??= new TranscriptParser();
	return shared;
}
