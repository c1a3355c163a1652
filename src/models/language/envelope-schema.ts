import * as z from "zod";

/** What stands between the parts of a message. */
export const separator = z.string().min(1).max(8);

/** What is wrong with two limits in the wrong order. */
export const SMALLER_FIRST = "the smaller number stands first";

const characterForm = z.strictObject({
	characters: z
		.string()
		.min(1)
		.max(100)
		.meta({ description: "A list with ranges: A-Z0-9?" }),
	length: z
		.tuple([z.int().min(1).max(40_000), z.int().min(1).max(40_000)])
		.refine(([least, most]) => least <= most, SMALLER_FIRST),
});

const envelopePlace = z.discriminatedUnion("is", [
	z.strictObject({
		is: z.literal("keyword"),
		lead: separator.optional(),
		oneOf: z.array(separator).min(1).max(10).optional(),
		loose: z.boolean().optional(),
	}),
	z.strictObject({
		is: z.literal("code"),
		lead: separator.optional(),
		trail: separator.optional(),
		form: characterForm,
		last: z.boolean().optional(),
	}),
	z.strictObject({ is: z.literal("confirm"), text: separator }),
	z.strictObject({
		is: z.literal("word"),
		lead: separator.optional(),
		form: characterForm,
		known: z.boolean().optional(),
		index: z.string().max(4).optional(),
		stray: z.boolean().optional(),
		loose: z.boolean().optional(),
	}),
	z.strictObject({
		is: z.literal("slots"),
		lead: separator,
		between: separator.optional(),
		ask: separator.optional(),
		blanks: z.literal(true).optional(),
	}),
]);

/** How the messages of a language are built (grammar/families/envelope.ts). */
export const envelopeSchema = z.discriminatedUnion("family", [
	z.strictObject({
		family: z.literal("places"),
		blanks: z.enum(["free", "exact"]),
		open: separator.optional(),
		order: z.array(envelopePlace).min(2).max(12),
		calls: z
			.union([
				z.strictObject({ between: separator }),
				z.strictObject({ begin: separator.optional(), end: separator }),
			])
			.optional(),
		flags: z
			.strictObject({
				confirm: separator.optional(),
				code: separator.optional(),
			})
			.optional(),
	}),
	z.strictObject({
		family: z.literal("forms"),
		code: characterForm,
		confirm: separator.optional(),
	}),
]);
