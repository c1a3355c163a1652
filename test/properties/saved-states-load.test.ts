import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { models } from "../../src/models/models.ts";
import { transition } from "../../src/panel/transition.ts";
import { argumentsOf } from "../support/commands.ts";
import { peopleHappening } from "../support/people-events.ts";
import { fresh, NOON, PHONE } from "../support/texting.ts";

describe.each(models.map((model) => [model.name, model] as const))(
	"%s",
	(_, model) => {
		const schema = configSchema(model);
		const happenings = fc.oneof(
			...[...model.commands.values()].flatMap((command) => {
				const { toEvent } = command.spec;
				return toEvent === undefined
					? []
					: [argumentsOf(command).map((args) => toEvent(args))];
			}),
		);
		const steps = fc.array(
			fc.record({
				happening: fc.oneof(
					{ weight: 2, arbitrary: happenings },
					{ weight: 1, arbitrary: peopleHappening },
				),
				seconds: fc.nat(300),
			}),
			{ maxLength: 40, size: "max" },
		);

		test("whatever messages and time make of a panel, its file can be read again", () => {
			fc.assert(
				fc.property(steps, (steps) => {
					let state = fresh(model);
					let now = NOON;
					for (const { happening, seconds } of steps) {
						now += seconds * 1000;
						const by = { via: "sms", from: PHONE } as const;
						state = transition(state, { ...happening, by }, now).state;
					}
					const document = { schemaVersion: 1, ...state };
					expect(schema.safeParse(document)).toEqual({
						success: true,
						data: document,
					});
				}),
			);
		});
	},
);
