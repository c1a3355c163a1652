import * as z from "zod";
import type { EndOfAudit } from "../../site/audit/audit-end.ts";
import type { Observations } from "../../views/languages/observations.ts";
import { type AnswerSchema, count, instant } from "./answer-parts.ts";

export const importAnswer = z.strictObject({
	site: z.string().meta({ description: "The file that was written." }),
	secrets: z
		.string()
		.meta({ description: "The file that its secrets are in." }),
	model: z.string(),
});

export const siteForgetAnswer = z.strictObject({
	forgotten: z.string().meta({ description: "The audit that was removed." }),
});

const paper = {
	for: z.enum(["customer", "installer"]),
	language: z.enum(["en", "fr", "es"]),
	day: z.string().meta({ description: "2026-11-30" }),
};

export const handoverAnswer = z.union([
	z.strictObject({ ...paper, html: z.string() }),
	z
		.strictObject({ ...paper, file: z.string() })
		.meta({ description: "With --out." }),
]);

export const auditVerifyAnswer = z.strictObject({
	ok: z.literal(true),
	lines: count,
	last: instant,
	hash: z.string(),
	unfinished: z.boolean().meta({
		description: "Whether a last line was not written to its end.",
	}),
	end: z.enum(["here", "further", "unknown"]).meta({
		description:
			"here: no line is missing at its end; further: it goes on, or may, behind what this machine wrote; unknown: this machine has written none of it.",
	}) satisfies z.ZodType<EndOfAudit>,
	lastRun: z
		.strictObject({
			outcome: z
				.string()
				.nullable()
				.meta({ description: "null: not finished." }),
			confirmed: count,
			assumed: count,
			planned: count,
		})
		.nullable(),
});

const observation = z.strictObject({
	word: z.string().nullable(),
	verdict: z.enum(["done", "asked", "error", "silence"]),
	shape: z
		.string()
		.nullable()
		.meta({ description: "A sign a parameter: v a value, - a blank." }),
	answers: z.array(z.string()),
	alike: z.boolean().meta({ description: "Whether ours answers the same." }),
});

export const auditObservedAnswer = z.union([
	z.strictObject({
		model: z.string(),
		firmware: z.string().nullable(),
		date: z.string(),
		commands: z.array(observation),
	}) satisfies AnswerSchema<Observations>,
	z
		.strictObject({ commands: z.array(observation).length(0) })
		.meta({ description: "Where nothing was answered." }),
]);
