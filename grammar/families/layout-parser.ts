import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { TokenParser } from "../message/message-parser.ts";
import {
	type Layout,
	type LayoutPlace,
	type Mode,
	modesOf,
	placesOf,
} from "./layout.ts";

/** An arrangement of places as Chevrotain has it: one token type a place, one lexer mode behind each. */
export interface LayoutGrammar {
	readonly types: readonly TokenType[];
	readonly lexer: Lexer;
	readonly parser: LayoutParser;
}

/**
 * The grammar of an arrangement, for diagrams and as the plain way beside `walk`: a
 * property holds them equal.
 *
 * @param validate has Chevrotain check lexer and grammar: once, in a test
 */
export function layoutGrammar(layout: Layout, validate = false): LayoutGrammar {
	const types = new Map(
		placesOf(layout).map((place) => [place, tokenTypeOf(place)]),
	);
	const blanks = createToken({
		name: "Blanks",
		pattern: /[ \t\r\n]+(?![\0-\uffff])/,
		group: Lexer.SKIPPED,
	});
	const start = modesOf(layout);
	const leading = createToken({
		name: "LeadingBlanks",
		pattern: /[ \t\r\n]+/,
		group: Lexer.SKIPPED,
	});
	const modes = new Map<Mode, string>();
	const waiting: Mode[] = [start];
	const named = (mode: Mode, name: string) => {
		if (modes.has(mode)) return;
		modes.set(mode, name);
		waiting.push(mode);
	};
	named(start, "start");
	for (let mode = waiting.pop(); mode !== undefined; mode = waiting.pop())
		for (const { place, next } of mode.exits) named(next, place.name);
	const definition = Object.fromEntries(
		[...modes].map(([mode, name]) => [
			name,
			[
				...mode.exits.flatMap(({ place }) => types.get(place) ?? []),
				name === "start" ? leading : blanks,
			],
		]),
	);
	const lexer = new Lexer(
		{ defaultMode: "start", modes: definition },
		{
			positionTracking: "onlyOffset",
			recoveryEnabled: false,
			skipValidations: !validate,
		},
	);
	const all = [...types.values()];
	return {
		types: all,
		lexer,
		parser: new LayoutParser(layout, types, validate),
	};
}

function tokenTypeOf({ name, label, pattern, behind }: LayoutPlace): TokenType {
	return createToken({
		name,
		label,
		pattern: new RegExp(pattern + behind),
		push_mode: name,
	});
}

/** A rule for each part of the arrangement that has parts, so that none is too large. */
export class LayoutParser extends TokenParser {
	readonly #types: ReadonlyMap<LayoutPlace, TokenType>;
	readonly #message: () => void;

	constructor(
		layout: Layout,
		types: ReadonlyMap<LayoutPlace, TokenType>,
		validate: boolean,
	) {
		super([...types.values()], validate);
		this.#types = types;
		let count = 0;
		const ruleOf = (part: Layout): (() => void) => {
			const name = count === 0 ? "message" : `part${count}`;
			count += 1;
			const steps = this.#stepsOf(part, ruleOf);
			return this.RULE(name, () => steps());
		};
		this.#message = ruleOf(layout);
		this.performSelfAnalysis();
	}

	/** Whether the tokens are a message. */
	accepts(tokens: IToken[]): boolean {
		this.input = tokens;
		this.#message();
		return this.errors.length === 0;
	}

	/** What a rule does for a part; parts within parts are rules of their own. */
	#stepsOf(layout: Layout, ruleOf: (part: Layout) => () => void): () => void {
		const one = (part: Layout, at: number): (() => void) => {
			if (part.type === "place") {
				const type = this.#types.get(part.place);
				if (type === undefined) throw new Error("a place has a token type");
				return () => void this.consume(at, type);
			}
			const rule = ruleOf(part) as Parameters<typeof this.subrule>[1];
			return () => void this.subrule(at, rule);
		};
		switch (layout.type) {
			case "place":
				return one(layout, 0);
			case "sequence": {
				const steps = layout.parts.map(one);
				return () => {
					for (const step of steps) step();
				};
			}
			case "choice": {
				const alternatives = layout.parts.map((part, at) => ({
					ALT: one(part, at),
				}));
				return () => void this.or(0, alternatives);
			}
			case "optional": {
				const step = one(layout.part, 0);
				return () => void this.option(0, step);
			}
			case "repeated": {
				const step = one(layout.part, 0);
				return () => this.many(0, step);
			}
		}
	}
}
