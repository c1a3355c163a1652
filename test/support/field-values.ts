/** Values of fields by chance, and lists of things with an id. */
import fc from "fast-check";
import type { Limits } from "../../src/derive/bound-command.ts";
import type { Field } from "../../src/parameters/field.ts";
import type { Value } from "../../src/parameters/kind.ts";
import { aValueOf } from "./arbitraries.ts";

/** Values of a field, as a model limits them. */
export function of<T extends Value>(
	field: Field<T>,
	limits: Limits,
): fc.Arbitrary<T> {
	return aValueOf(field.kind, limits[field.name]);
}

/**
 * Things with an id, sorted by it, no two alike in `distinct`.
 * @param first an id that is always there
 */
export function numbered<T extends object>(
	ids: fc.Arbitrary<number>,
	thing: fc.Arbitrary<T>,
	distinct: (thing: T) => unknown,
	first: number | null = null,
): fc.Arbitrary<readonly (T & { readonly id: number })[]> {
	const fixed = first === null ? [] : [first];
	return fc
		.tuple(
			fc.uniqueArray(ids.filter((id) => id !== first)),
			fc.uniqueArray(thing, { selector: distinct, minLength: fixed.length }),
		)
		.map(([others, things]) => {
			const sorted = [...fixed, ...others.toSorted((a, b) => a - b)];
			return things
				.slice(0, sorted.length)
				.map((thing, at) => ({ id: sorted[at] ?? 0, ...thing }));
		});
}
