import type { MisfitCode } from "./diagnostic-codes.ts";

/**
 * What the texts of a parameter may look like and which values they stand for.
 * `read` and `print` are inverse: `read(print(v))` is `v` for every value of
 * the kind. Both are pure, and `read` is total.
 */
export interface Kind<T> {
	/** The kind as plain data, for what is derived from it: schema, form, generators. */
	readonly shape: Shape;
	/** The rule in words that follow a colon: `4 digits`, `1 to 10`. */
	readonly rule: string;
	read(text: string): T | Misfit;
	print(value: T): string;
}

/** The value of a parameter, whatever its kind. */
export type Value = string | number | boolean;

/** Inclusive. */
export type Range = readonly [min: number, max: number];

export interface Option {
	/** As sent. */
	readonly text: string;
	/** As kept in the panel. */
	readonly value: Value;
	/** In words, for help. */
	readonly meaning: string;
}

/** The closed list of kinds. Views of a kind are exhaustive maps over `type`. */
export type Shape =
	| {
			readonly type: "integer";
			readonly ranges: readonly Range[];
			/** All values are multiples of this, counted from the range's start. */
			readonly step: number;
	  }
	| { readonly type: "choice"; readonly options: readonly Option[] }
	| { readonly type: "digits"; readonly min: number; readonly max: number }
	| { readonly type: "hexadecimal"; readonly lengths: readonly number[] }
	/** One line of GSM-7 characters without what separates. */
	| {
			readonly type: "text";
			readonly max: number;
			/** Letters and digits of ASCII only. */
			readonly alphanumeric: boolean;
			/** Fewest characters; 1 where it is left out. */
			readonly min?: number;
			/** Characters that separate in the message; a comma where it is left out. */
			readonly excluded?: string;
			/** Words that it cannot have in it; none where it is left out. */
			readonly words?: readonly string[];
	  }
	/** Printable ASCII without blanks, commas and colons. */
	| { readonly type: "word"; readonly max: number }
	/** Hours and minutes of a day, as clocks of 24 or 12 hours show them. */
	| { readonly type: "time-of-day" }
	/** A telephone number; the most digits. */
	| { readonly type: "phone"; readonly max: number }
	/** A whole number with zeros in front, always as wide. */
	| {
			readonly type: "padded";
			readonly width: number;
			readonly ranges: readonly Range[];
	  }
	/** Several values with a sign between them. */
	| {
			readonly type: "tuple";
			readonly between: string;
			readonly parts: readonly Shape[];
			/** Fewest parts; all where it is left out. */
			readonly least?: number;
	  }
	/** Some values of one kind with a sign between them. */
	| {
			readonly type: "list";
			readonly between: string;
			readonly max: number;
			readonly of: Shape;
			/** Fewest items; 1 where it is left out. */
			readonly least?: number;
	  }
	/** A word that is always the same, and a value right behind it. */
	| { readonly type: "glued"; readonly word: string; readonly of: Shape }
	/** Letters of ASCII. */
	| { readonly type: "letters"; readonly min: number; readonly max: number }
	/** Some of a few signs, each once, without a separator. */
	| { readonly type: "digit-set"; readonly signs: string }
	/** A date in a pattern of yyyy, yy, mm, dd, hh and MM. */
	| { readonly type: "date"; readonly pattern: string }
	/** Where reports go: `scheme://account@address` or a phone number. */
	| { readonly type: "destination"; readonly max: number };

/** Why a text does not fit a kind. It never quotes the text, which may be a secret. */
export class Misfit {
	/** Stable, the last part of a diagnostic's code: `digits`, `range`. */
	readonly code: MisfitCode;
	/** What is there instead, in words that follow the rule: `this has 5`. */
	readonly found: string;
	readonly hint: string | null;

	constructor(code: MisfitCode, found: string, hint: string | null = null) {
		this.code = code;
		this.found = found;
		this.hint = hint;
	}
}
