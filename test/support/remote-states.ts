/** Who may be let in from afar, by chance. */
import fc from "fast-check";
import type { Limits } from "../../src/derive/bound-command.ts";
import { remoteOptionFields } from "../../src/panel/state/fields/remote.ts";
import { TEMPORARY } from "../../src/panel/state/fields/special-codes.ts";
import { fields } from "../../src/panel/state/fields.ts";
import {
	plainWords,
	type RemoteAccess,
} from "../../src/panel/state/remote-access.ts";
import type { User } from "../../src/panel/state/state.ts";
import { valuesOfAll } from "./arbitraries.ts";
import { numbered, of } from "./field-values.ts";

/** Numbers as they are compared, short codes and names. */
const aNumber = fc.oneof(
	fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `+336${n}`),
	fc.integer({ min: 100, max: 99_999 }).map(String),
	fc.constantFrom("BANK", "Ms. Smith"),
);

/** People who are users by any number: `ownedBy` makes them users that there are. */
export function remote(limits: Limits): fc.Arbitrary<RemoteAccess> {
	return fc
		.record({
			...valuesOfAll(remoteOptionFields, limits),
			people: numbered(
				of(fields.personNumber, limits),
				fc.record({
					name: of(fields.personName, limits),
					number: aNumber,
					user: fc.nat(),
					can: fc.uniqueArray(of(fields.personRight, limits)),
					enabled: of(fields.personEnabled, limits),
					notices: fc.uniqueArray(of(fields.personNotice, limits)),
					otpKey: fc.oneof(
						fc.constant(""),
						fc.string({
							unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
							minLength: 52,
							maxLength: 52,
						}),
					),
					language: fc.oneof(
						of(fields.personLanguage, limits),
						fc.constant("" as const),
					),
				}),
				() => Symbol("told apart below"),
			),
			country: fc.constantFrom("", "FR", "US"),
			confirmation: fc.uniqueArray(
				fc
					.record({
						word: fc.constantFrom(...plainWords),
						by: of(fields.confirmedBy, limits),
					})
					.filter(({ word, by }) => word !== "DISARM" || by !== "none"),
				{ selector: ({ word }) => word },
			),
			aliases: fc.uniqueArray(
				fc.record({
					alias: fc.constantFrom("SET", "ARMER", "ARMER À", "ALL OFF"),
					word: fc.constantFrom(...plainWords),
				}),
				{ selector: ({ alias }) => alias },
			),
			creditCode: fc.constantFrom("", "*100#"),
			scriptSecret: fc.constantFrom("", "slepens"),
			scripts: fc.uniqueArray(
				fc.record({
					name: fc.constantFrom("night", "mans skripts"),
					lines: fc.array(fc.string({ maxLength: 306 })),
				}),
				{ selector: ({ name }) => name },
			),
			asked: fc.uniqueArray(fc.constantFrom("Is it shut?", "How warm")),
			answer: fc.oneof(
				fc.constantFrom("Garage: {zone 3}", "{mode} {{{time}}}"),
				fc
					.string({ minLength: 1 })
					.map((text) => text.replace(/[{}]/g, (brace) => brace.repeat(2))),
			),
			askers: fc.array(fc.nat()),
		})
		.map(({ people: crowd, asked, answer, askers, ...options }) => {
			const people = distinct(crowd).map(({ number, ...person }) => ({
				...person,
				numbers: [number],
			}));
			const ids = people.map(({ id }) => id);
			const questions = asked.map((each) => ({
				asked: each,
				answer,
				people: askers.flatMap((nth) => ids[nth % ids.length] ?? []),
			}));
			return { ...options, people, questions };
		});
}

/** The same people as users among `users`, or as nobody. */
export function ownedBy(
	users: readonly User[],
	{ people, ...remote }: RemoteAccess,
): RemoteAccess {
	const ids = users.map(({ id }) => id).filter((id) => id < TEMPORARY);
	const owners = [0, ...ids];
	return {
		...remote,
		people: people.map((person) => {
			const user = owners[person.user % owners.length] ?? 0;
			return { ...person, user, enabled: person.enabled && user !== 0 };
		}),
	};
}

/** Without those who would be taken for somebody before them. */
function distinct<T extends { readonly name: string; readonly number: string }>(
	people: readonly T[],
): readonly T[] {
	return people.filter(
		({ name, number }, at) =>
			name.trim() !== "" &&
			!people
				.slice(0, at)
				.some(
					(other) =>
						other.name.toLowerCase() === name.toLowerCase() ||
						other.number === number,
				),
	);
}
