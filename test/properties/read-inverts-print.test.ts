import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import { fields } from "../../src/panel/state/fields.ts";
import { stored } from "../../src/panel/state/stored.ts";
import { type Kind, Misfit, type Value } from "../../src/parameters/kind.ts";
import { aMisfitOf, anyCharacter, aValueOf } from "../support/arbitraries.ts";

/** Every kind that anything is declared with, by where it stands. */
const kinds: readonly (readonly [place: string, kind: Kind<Value>])[] = [
	...Object.values(fields).map(named("fields")),
	...Object.entries(stored).flatMap(([section, settings]) =>
		Object.values(settings).map(named(section)),
	),
	...models.flatMap(({ name, limits }) =>
		Object.entries(limits).map(
			([field, kind]) => [`${name} ${field}`, kind] as const,
		),
	),
];

describe.each(kinds)("%s", (_, kind) => {
	test("reading inverts printing", () => {
		fc.assert(
			fc.property(aValueOf(kind), (value) => {
				expect(kind.read(kind.print(value))).toBe(value);
			}),
		);
	});

	test("near misses are misfits", () => {
		fc.assert(
			fc.property(aMisfitOf(kind), (text) => {
				expect(kind.read(text)).toBeInstanceOf(Misfit);
			}),
		);
	});

	test("any text is read, and what is read can be printed and read again", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter }), (text) => {
				const value = kind.read(text);
				if (!(value instanceof Misfit))
					expect(kind.read(kind.print(value))).toBe(value);
			}),
		);
	});
});

function named(place: string) {
	return ({ name, kind }: { name: string; kind: Kind<Value> }) =>
		[`${place} ${name}`, kind] as const;
}
