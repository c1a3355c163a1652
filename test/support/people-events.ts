/** Events that concern people, by chance. */
import fc from "fast-check";
import type { Happening } from "../../src/panel/state/event.ts";
import { plainWords } from "../../src/panel/state/remote-access.ts";

const person = fc.integer({ min: 1, max: 4 });
const number = fc.constantFrom("1", "2", "3", "+33612345678");

/** What happens to people, and what firmware keeps of them. */
export const peopleHappening: fc.Arbitrary<Happening> = fc.oneof(
	fc.record(
		{
			type: fc.constant("set-person"),
			person: fc.option(person),
			name: fc.constantFrom("Anna", "Bob", "Cleo", "anna"),
			numbers: fc.array(number, { maxLength: 3 }),
			user: fc.integer({ min: 0, max: 4 }),
			enabled: fc.boolean(),
			can: fc.array(fc.constantFrom("arm", "program"), { maxLength: 2 }),
		},
		{ requiredKeys: ["type", "person"] },
	),
	fc.record({ type: fc.constant("remove-person"), person }),
	fc.integer({ min: 1, max: 4 }).map((user) => ({
		type: "set-user" as const,
		user,
		pin: `000${user}`,
	})),
	fc.integer({ min: 2, max: 4 }).map((user) => ({
		type: "delete-user" as const,
		user,
	})),
	fc.record({
		type: fc.constant("set-remote"),
		remote: fc.record(
			{
				enabled: fc.boolean(),
				recordUnknown: fc.boolean(),
				confirmation: fc.array(
					fc.record({
						word: fc.constantFrom(...plainWords),
						by: fc.constantFrom("none", "pin", "code"),
					}),
					{ maxLength: 2 },
				),
			},
			{ requiredKeys: [] },
		),
	}),
	fc.record({
		type: fc.constant("ask-code"),
		person,
		word: fc.constantFrom(...plainWords),
		slots: fc.array(fc.string()),
	}),
	fc.record({ type: fc.constant("code-used"), person, step: fc.nat(9) }),
	fc.record({ type: fc.constant("wrong-code"), listed: fc.boolean() }),
	fc.record({
		type: fc.constant("remote-done"),
		person,
		what: fc.constantFrom("ARM", "BYPASS"),
		zones: fc.array(fc.integer({ min: 1, max: 9 })),
		delayed: fc.boolean(),
	}),
	fc.constant({ type: "unknown-sender" } as const),
	fc.constant({ type: "drop-request" } as const),
	fc.record({
		type: fc.constantFrom("notice-sent", "notice-failed", "notice-in-doubt"),
		notice: fc.integer({ min: 1, max: 5 }),
	}),
);
