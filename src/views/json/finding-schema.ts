import * as z from "zod";

/** What is unwise about a configuration, or not allowed by a standard. */
export const findingSchema = z.strictObject({
	level: z.enum(["warning", "note"]),
	path: z.string(),
	message: z.string(),
	standard: z
		.strictObject({
			profile: z.string(),
			value: z.string().nullable(),
			allowed: z.string(),
			source: z.string(),
		})
		.nullable(),
});
