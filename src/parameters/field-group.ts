import type { Field } from "./field.ts";
import type { Value } from "./kind.ts";
import {
	type Blank,
	type FieldParameter,
	keepIfBlank,
	kept,
} from "./parameter.ts";

/**
 * Settings that stand together in the configuration, by name. From the fields
 * alone follow the type of their values, the values that the factory gives, the
 * change that an event asks for, and the parameters of a command that sets them.
 */
export type FieldGroup = { readonly [name: string]: Field };

/** A value for every field of a group. */
export type ValuesOf<G extends FieldGroup> = {
	readonly [N in keyof G]: G[N] extends Field<infer T> ? T : never;
};

/** A change of a group's values; undefined changes nothing. */
export type ChangeOf<G extends FieldGroup> = {
	readonly [N in keyof G]?: ValuesOf<G>[N] | undefined;
};

/** What `make` makes of every field, under the name of the field. */
export function mapFields<G extends FieldGroup, R>(
	group: G,
	make: (field: Field) => R,
): { readonly [N in keyof G]: R } {
	const made = Object.entries(group).map(([name, field]) => [
		name,
		make(field),
	]);
	return Object.fromEntries(made) as { readonly [N in keyof G]: R };
}

/** A group as it leaves the factory; the same object each time. */
export function initialValues<G extends FieldGroup>(group: G): ValuesOf<G> {
	const known = factoryValues.get(group);
	const values = known ?? mapFields(group, ({ initial }): Value => initial);
	factoryValues.set(group, values);
	return values as ValuesOf<G>;
}

/** Whoever checks a message asks for a panel from the factory. */
const factoryValues = new WeakMap<FieldGroup, object>();

/** The values after a change. Keys that `values` does not have are ignored. */
export function changed<V extends object>(
	values: V,
	change: { readonly [N in keyof V]?: V[N] | undefined },
): V {
	const next = { ...values };
	for (const name in change) {
		const wanted = change[name];
		if (wanted !== undefined && name in next) next[name] = wanted;
	}
	return next;
}

/** A slot for every field of a group, in the group's order; a blank changes nothing. */
export function keepAllIfBlank<G extends FieldGroup>(
	group: G,
): { readonly [N in keyof G]: FieldParameter<ValuesOf<G>[N], "keep"> } {
	return mapFields(group, (field) => keepIfBlank(field)) as {
		readonly [N in keyof G]: FieldParameter<ValuesOf<G>[N], "keep">;
	};
}

/** The arguments of `keepAllIfBlank` parameters as a change. */
export function keptAll<
	A extends { readonly [name: string]: Value | Blank | undefined },
>(args: A): { readonly [N in keyof A]: Exclude<A[N], Blank> } {
	const change: { [N in keyof A]?: unknown } = {};
	for (const name in args) change[name] = kept(args[name]);
	return change as { readonly [N in keyof A]: Exclude<A[N], Blank> };
}

/** Every field's name under itself, for parameters that are called as what they set. */
export function sameNames<G extends FieldGroup>(
	group: G,
): { readonly [N in keyof G]: string } {
	return mapFields(group, ({ name }) => name);
}
