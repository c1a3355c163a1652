import type { Field } from "./field.ts";
import type { Value } from "./kind.ts";

/**
 * In an argument: the parameter was left empty with its comma kept. An argument
 * that is undefined was left off the end and says nothing.
 */
export const blank: unique symbol = Symbol("blank");
export type Blank = typeof blank;

/** What one slot of a message fills, and what it means to leave it blank. */
export type Parameter =
	| FieldParameter<Value, "required">
	| FieldParameter<Value, "keep">
	| FieldParameter<Value, "clear">
	| FieldParameter<Value, "else">
	| ConstantParameter
	| UnusedParameter;

export type BlankPolicy = "required" | "keep" | "clear" | "else";

export interface FieldParameter<T extends Value, P extends BlankPolicy> {
	readonly role: "field";
	readonly field: Field<T>;
	readonly policy: P;
	/** What a blank stands for, with the policy `else`. */
	readonly otherwise: T | null;
	/** Why we read it so, where the manual does not say. */
	readonly inferred: string | null;
}

/** A slot in which the manual prints one text only. */
export interface ConstantParameter {
	readonly role: "constant";
	readonly text: string;
	/** Capitals and small letters are alike. */
	readonly fold?: true;
	/** It cannot be left off the end. */
	readonly due?: true;
	readonly label: string;
	readonly inferred: string | null;
}

/** A slot that is to be left blank. */
export interface UnusedParameter {
	readonly role: "unused";
	readonly label: string;
	readonly inferred: string | null;
}

/** Must be given. */
export function required<T extends Value>(
	field: Field<T>,
	inferred: string | null = null,
): FieldParameter<T, "required"> {
	return {
		role: "field",
		field,
		policy: "required",
		otherwise: null,
		inferred,
	};
}

/** A blank changes nothing. */
export function keepIfBlank<T extends Value>(
	field: Field<T>,
	inferred: string | null = null,
): FieldParameter<T, "keep"> {
	return { role: "field", field, policy: "keep", otherwise: null, inferred };
}

/** A blank takes away what was there. */
export function clearIfBlank<T extends Value>(
	field: Field<T>,
	inferred: string | null = null,
): FieldParameter<T, "clear"> {
	return { role: "field", field, policy: "clear", otherwise: null, inferred };
}

/** A blank stands for `otherwise`. */
export function orElse<T extends Value>(
	field: Field<T>,
	otherwise: T,
	inferred: string | null = null,
): FieldParameter<T, "else"> {
	return { role: "field", field, policy: "else", otherwise, inferred };
}

/** Always this text. */
export function constant(
	text: string,
	label: string,
	inferred: string | null = null,
): ConstantParameter {
	return { role: "constant", text, label, inferred };
}

/** Whether a text says a constant. */
export function saysConstant(
	{ text, fold }: Pick<ConstantParameter, "text" | "fold">,
	said: string,
): boolean {
	return (
		said === text ||
		(fold === true && said.toLowerCase() === text.toLowerCase())
	);
}

/** Left blank, always. */
export function unused(
	label: string,
	inferred: string | null = null,
): UnusedParameter {
	return { role: "unused", label, inferred };
}

/** The argument of a `keepIfBlank` parameter as a change: undefined changes nothing. */
export function kept<T>(argument: T | Blank | undefined): T | undefined {
	return argument === blank ? undefined : argument;
}

/** The argument of a `clearIfBlank` parameter as a change: a blank becomes `empty`. */
export function cleared<T>(
	argument: T | Blank | undefined,
	empty: T,
): T | undefined {
	return argument === blank ? empty : argument;
}
