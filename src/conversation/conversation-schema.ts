import * as z from "zod";
import { channelForms, readChannelRule } from "../network/channel-text.ts";
import { LONGEST_TEXT } from "../sms/segments.ts";
import { durationOf } from "../time/duration.ts";
import { instantOf } from "../time/instant.ts";
import { LONGEST_WAIT } from "./conversation.ts";
import { headerFault, TAG } from "./headers.ts";
import { patternFault } from "./pattern.ts";

/*
 * The form of a conversation on one line of JSON. An editor shows these
 * descriptions to the author of a corpus; conversation.ts says what each field means.
 */

const pattern = z
	.string()
	.min(1)
	.check(({ value, issues }) => {
		const wrong = value === "" ? null : patternFault(value);
		if (wrong !== null)
			issues.push({ code: "custom", message: wrong, input: value });
	})
	.meta({
		description:
			"The text; ... is any text, {{name}} captures, /…/ is a regular expression, \\ takes a meaning away.",
	});

/** One of the replies of a step. */
export const replySchema = z.union([
	pattern,
	z.strictObject({
		to: z.string().meta({ description: "The number that it goes to." }),
		text: pattern,
	}),
]);

const replies = z.array(replySchema).exactOptional().meta({
	description:
		"What leaves the panel in this step. Absent: no claim; empty: silence.",
});

const duration = z
	.string()
	.refine((text) => {
		const milliseconds = durationOf(text);
		return milliseconds !== null && milliseconds <= LONGEST_WAIT;
	}, "a length of time like 30s or 1h 30m")
	.meta({ description: "A length of time: 30s, 1h 30m, 250ms." });

const instant = z
	.string()
	.refine(
		(text) => instantOf(text) !== null,
		"an instant like 2026-11-20T10:00:00Z",
	)
	.meta({ description: "ISO 8601; without an offset it is UTC." });

/** The steps by the key that names each. */
export const stepSchemas = {
	sms: z
		.strictObject({
			sms: z.string().max(LONGEST_TEXT),
			from: z.string().exactOptional().meta({
				description: "The sender; absent: the default phone; empty: withheld.",
			}),
			at: instant.exactOptional(),
			replies,
		})
		.meta({ description: "An SMS to the panel." }),
	wait: z
		.strictObject({ wait: duration, replies })
		.meta({ description: "Time passes." }),
	at: z
		.strictObject({ at: instant, replies })
		.meta({ description: "It becomes that instant." }),
	event: z
		.strictObject({ event: z.string().min(1), replies })
		.meta({ description: "Something happens at the panel: zone 3 open." }),
	state: z
		.strictObject({ state: z.record(z.string().min(1), z.unknown()) })
		.meta({
			description:
				"Claims about the state: paths with lists by id (users.1.name) and values.",
		}),
	channel: z
		.strictObject({
			channel: z
				.string()
				.refine(
					(text) => readChannelRule(text).ok,
					`a rule of the network: ${channelForms}`,
				),
		})
		.meta({ description: "A rule of the network: loss 10%." }),
	comment: z
		.strictObject({ comment: z.string() })
		.meta({ description: "For people." }),
} as const;

export type StepKey = keyof typeof stepSchemas;

export const tagSchema = z.string().regex(TAG);

const headers = {
	id: z.string().min(1).meta({
		description: "Names the conversation; shards and the digest go by it.",
	}),
	model: z
		.string()
		.check(({ value, issues }) => {
			const [message] = headerFault("model", value) ?? [];
			if (message !== undefined)
				issues.push({
					code: "custom",
					message: message.replace("model: ", ""),
					input: value,
				});
		})
		.exactOptional()
		.meta({ description: "The panel's model; absent: the default one." }),
	source: z.string().min(1).exactOptional().meta({
		description: "Where what it claims is printed.",
	}),
	config: z.string().min(1).exactOptional().meta({
		description: "A panel-config.json to start from, relative to this file.",
	}),
	seed: z.int().min(0).max(999_999_999_999_999).exactOptional().meta({
		description: "Of every random choice.",
	}),
	tags: z.array(tagSchema).exactOptional(),
};

/** One line of a corpus in JSON Lines. */
export const conversationSchema = z
	.strictObject({
		...headers,
		steps: z.array(
			z.union([
				stepSchemas.sms,
				stepSchemas.wait,
				stepSchemas.at,
				stepSchemas.event,
				stepSchemas.state,
				stepSchemas.channel,
				stepSchemas.comment,
			]),
		),
	})
	.meta({
		title: "Conversation",
		description: "One line of a corpus that alarmpanel replays.",
	});

/** Whatever a step is. */
export const anyStepSchema = z.looseObject({});

/** The same without looking into the steps: each is checked by its own schema. */
export const envelopeSchema = z.strictObject({
	...headers,
	steps: z.array(anyStepSchema),
});

/** As JSON Schema, for `replay --schema`. */
export function conversationJsonSchema(): z.core.JSONSchema.BaseSchema {
	return z.toJSONSchema(conversationSchema, { target: "draft-7", io: "input" });
}
