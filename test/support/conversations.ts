/** Conversations with any patterns and texts in them. */
import fc from "fast-check";
import type {
	Conversation,
	ExpectedReplies,
	Step,
} from "../../src/conversation/conversation.ts";
import { canonical, patternFault } from "../../src/conversation/pattern.ts";
import { models } from "../../src/models/models.ts";
import { anyString } from "./texts.ts";

/** Texts that mean something in a transcript, and any others. */
const tricky: fc.Arbitrary<string> = fc.oneof(
	anyString,
	fc
		.array(
			fc.constantFrom(
				..."\\\n {}./<>@!?#-+\"'[]",
				"...",
				"{{pin}}",
				"\\u{41}",
				"\\n",
				"id ",
				"channel",
				"USRS:OK",
				"\u200b",
				"😀",
			),
			{ maxLength: 12 },
		)
		.map((pieces) => pieces.join("")),
);

const some = tricky.filter((text) => text !== "");

/** Patterns as a conversation holds them. */
export const pattern: fc.Arbitrary<string> = fc
	.oneof(
		some,
		fc.constantFrom("USRS:OK", "/^MODE?A$/", "/(?<pin>\\d{4})/i", "MODE?{{m}}"),
	)
	.filter((text) => patternFault(text) === null)
	.map(canonical);

const replies: fc.Arbitrary<ExpectedReplies> = fc.option(
	fc.array(fc.record({ to: fc.option(tricky), pattern }), { maxLength: 3 }),
);

/** JSON as it comes back from a text: no -0. */
const json = fc
	.oneof(fc.jsonValue(), tricky, fc.integer().map(String))
	.map((value): unknown => JSON.parse(JSON.stringify(value)));

/** Steps other than those that move the time. */
const still: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		type: fc.constant("sms" as const),
		text: tricky,
		from: fc.option(tricky),
		replies,
	}),
	fc.record({
		type: fc.constant("claim" as const),
		path: some.filter((text) => text !== "__proto__"),
		value: json,
	}),
	fc.record({
		type: fc.constant("event" as const),
		text: fc.constantFrom("zone 3 open", "mains fail", "KEYPAD 1234 disarm"),
		replies,
	}),
	fc.record({
		type: fc.constant("channel" as const),
		rule: fc.constantFrom(
			"loss 10%",
			"delay 30s 5% 3x",
			"cms 38 from +15550100",
		),
	}),
	fc.record({ type: fc.constant("comment" as const), text: tricky }),
);

const wait: fc.Arbitrary<Step> = fc.record({
	type: fc.constant("wait" as const),
	milliseconds: fc.nat({ max: 10 ** 9 }),
	replies,
});

/** Every conversation that this version can hold. */
export const conversation: fc.Arbitrary<Conversation> = fc
	.record({
		id: some,
		model: fc.option(
			fc.constantFrom(
				...models.flatMap(({ name, aliases }) => [name, ...aliases]),
			),
		),
		config: fc.option(some),
		seed: fc.option(fc.nat()),
		source: fc.option(some),
		tags: fc.array(fc.constantFrom("users", "MZ58", "a-b.c:d/e"), {
			maxLength: 3,
		}),
		start: fc.option(
			fc.date({
				min: new Date(0),
				max: new Date("2100-01-01"),
				noInvalidDate: true,
			}),
		),
		steps: fc.array(fc.oneof({ weight: 3, arbitrary: still }, wait), {
			maxLength: 8,
		}),
	})
	.map(({ start, steps, ...headers }) => ({
		...headers,
		steps:
			start === null
				? steps
				: [
						{
							type: "at" as const,
							instant: start.getTime(),
							replies: null,
						},
						...steps,
					],
	}));
