import type { IToken } from "chevrotain";
import type { Part } from "../message/message.ts";
import { MessageParser } from "../message/message-parser.ts";
import { partBetween, partOf } from "../message/part.ts";
import type { ScriptCall, Variable } from "./script-call.ts";
import {
	Assignment,
	Command,
	Flag,
	Name,
	Script,
	Secret,
	tokenTypes,
} from "./tokens.ts";

/**
 * The grammar of `:cmd SECRET script NAME VAR=VAL`. The variables all have
 * values, or none has: `var=a a` would else be a variable and a flag, and was
 * plainly meant to be one value with a blank in it.
 */
export class ScriptParser extends MessageParser<ScriptCall> {
	// Fields, and bodies made once: see the P-Word dialect's parser.
	private slots: Part[] = [];
	private variables: Variable[] = [];

	constructor(validate = false) {
		super(tokenTypes, validate);
		this.performSelfAnalysis();
	}

	override messageOf(text: string, tokens: IToken[]): ScriptCall | null {
		const call = super.messageOf(text, tokens);
		// Chevrotain gives what it has read, though more tokens follow.
		return this.errors.length === 0 ? call : null;
	}

	protected readonly message = this.RULE(
		"message",
		(): ScriptCall | null => {
			const command = this.CONSUME(Command);
			const secret = this.CONSUME(Secret);
			this.CONSUME(Script);
			const name = this.CONSUME(Name);
			this.slots = [];
			this.variables = [];
			this.OPTION(this.tail);
			return {
				keyword: partOf(this.text, command, 0),
				code: partOf(this.text, secret, 0),
				word: this.unquoted(partOf(this.text, name, 0)),
				slots: this.slots,
				stray: null,
				variables: this.variables,
			};
		},
		{ recoveryValueFunc: () => null },
	);

	private readonly tail = (): void => {
		this.OR(this.tails);
	};

	private readonly flag = (): void => {
		const slot = partOf(this.text, this.CONSUME(Flag), 0);
		this.slots.push(slot);
		this.variables.push({ name: this.unquoted(slot), value: null });
	};

	private readonly assignment = (): void => {
		const slot = partOf(this.text, this.CONSUME(Assignment), 0);
		this.slots.push(slot);
		this.variables.push(this.variableOf(slot));
	};

	private readonly tails = [
		{ ALT: (): void => void this.AT_LEAST_ONE(this.flag) },
		{ ALT: (): void => void this.AT_LEAST_ONE2(this.assignment) },
	];

	/** A value keeps the blanks in its quotes; nothing else does. */
	private variableOf({ text, start, end }: Part): Variable {
		const quoted = text.startsWith('"');
		const equals = text.indexOf("=", quoted ? text.indexOf('"', 1) : 0);
		const name = { text: text.slice(0, equals), start, end: start + equals };
		const quotes = text.endsWith('"') ? 1 : 0;
		const from = start + equals + 1 + quotes;
		const value = {
			text: this.text.slice(from, end - quotes),
			start: from,
			end: end - quotes,
		};
		return { name: this.unquoted(name), value };
	}

	private unquoted(part: Part): Part {
		return part.text.startsWith('"')
			? partBetween(this.text, part.start + 1, part.end - 1)
			: part;
	}
}

let shared: ScriptParser | undefined;

/** The one parser of this dialect, built when first needed. */
export function scriptParser(): ScriptParser {
	shared ??= new ScriptParser();
	return shared;
}
