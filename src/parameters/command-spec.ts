import type { Value } from "./kind.ts";
import type { Blank, FieldParameter, Parameter } from "./parameter.ts";

/** The parameters of a command in the order of its slots. */
export type Parameters = { readonly [name: string]: Parameter };

/** What a parameter becomes: its value, `blank`, or undefined when left off. */
type ArgumentOf<P> =
	P extends FieldParameter<infer T, infer B>
		? B extends "required"
			? T
			: B extends "else"
				? T | undefined
				: T | Blank | undefined
		: never;

/** The arguments of a command; constants and unused slots have none. */
export type ArgumentsOf<P extends Parameters> = {
	readonly [N in keyof P as P[N] extends { readonly role: "field" }
		? N
		: never]: ArgumentOf<P[N]>;
};

/** The arguments of any command. */
export type Arguments = { readonly [name: string]: Value | Blank | undefined };

/** Arguments as one writes them: those that are left off need not be named. */
export type GivenOf<P extends Parameters> = {
	readonly [N in keyof ArgumentsOf<P> as undefined extends ArgumentsOf<P>[N]
		? never
		: N]: ArgumentsOf<P>[N];
} & {
	readonly [N in keyof ArgumentsOf<P> as undefined extends ArgumentsOf<P>[N]
		? N
		: never]?: ArgumentsOf<P>[N];
};

/**
 * A part of the configuration that a command describes: the inverse of `toEvent`,
 * for planning. From it follow the arguments that make a part what it is to be.
 */
export interface Inverse<N extends string = string> {
	/** Path of the part: `timers`; of a list, all of whose things have one form: `users`. */
	readonly part: string;
	/**
	 * In a list, the parameter with the number of the thing; null where the panel
	 * chooses the number. Left out where the part is no list.
	 */
	readonly id?: N | null;
	/** The member that each parameter sets, by the name of the parameter. */
	readonly sets?: { readonly [P in N]?: string };
	/** Members that a parameter sets as well, to the same value. */
	readonly also?: { readonly [P in N]?: string };
	/** Parameters that always have one argument. */
	readonly with?: { readonly [P in N]?: Value };
	/** Arguments that take the thing out of the list. */
	readonly deletes?: { readonly [P in N]?: Blank };
	/** Parameters of which no manual says that what they are given does this. */
	readonly inferred?: readonly N[];
}

/** Names of the parameters that take a value; any name, where nothing is known of them. */
type FieldNames<P extends Parameters> = string extends keyof P
	? string
	: keyof ArgumentsOf<P> & string;

/**
 * One command word, declared. Reading, composing, help, reference and the
 * generators of the tests all come from this. `Event` and `State` are the
 * panel's; this room knows neither.
 */
export interface CommandSpec<Event, State, P extends Parameters = Parameters> {
	/** As sent: 1 to 8 of `A-Z 0-9 ?`. */
	readonly word: string;
	/** One sentence in the imperative. */
	readonly help: string;
	/** Where it is printed, with tags of `panel-commands.md`, or how it came about. */
	readonly source: string;
	/** Other words under which people look for it. */
	readonly synonyms: readonly string[];
	readonly parameters: P;
	/** Has no parameters and is printed without a separator (`PIN?`, not `ECHO:`). */
	readonly bare?: boolean;
	/** Section of settings that are kept and shown, but not acted upon. */
	readonly stores?: string;
	/** One message that works on a panel prepared for it. Its text is composed from this, so it stays right. */
	readonly example: GivenOf<P>;
	/** The form that another model has under the same word, and how to tell the two apart. */
	readonly confusable?: {
		readonly with: CommandSpec<Event, State>;
		readonly why: string;
	};
	/** What it describes of the configuration; none for a command that only does or asks something. */
	readonly inverse?: readonly Inverse<FieldNames<P>>[];
	/** Makes the event that happens at the panel. It does not look at the state. */
	toEvent?(args: ArgumentsOf<P>): Event;
	/** A query's whole reply, read from the state. It changes nothing. */
	answer?(state: State, args: ArgumentsOf<P>): string;
}
