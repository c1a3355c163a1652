import * as z from "zod";
import { rowClasses } from "../../models/language/row-class.ts";
import { obstacleCodes } from "../../plan/messages/obstacle.ts";
import { findingSchema } from "../json/finding-schema.ts";
import { verdictWords } from "../words/verdict.ts";
import type { PlanReport, ReportedMessage } from "./plan-report.ts";

/*
 * The form of a plan as programs get it. It is for those who read it, and nothing here
 * does: what is told follows from `PlanReport`, to which the compiler holds this.
 */

const path = z.string().meta({
	description: "`users.3.name`; of a thing as a whole, `users.3`.",
});

const change = z
	.strictObject({
		path,
		from: z.unknown().meta({
			description: "Null where there was nothing, or where it is not known.",
		}),
		to: z.unknown().meta({
			description: "A reference or a mask where it is a secret.",
		}),
	})
	.meta({ id: "Change" });

const price = z.number().nullable().meta({
	description: "Null where --price does not say what an SMS costs.",
});

const message = z
	.strictObject({
		text: z.string().meta({
			description:
				"With references in place of secrets, unless --show-secrets.",
		}),
		command: z.string().meta({ description: "The command's word." }),
		thing: path,
		changes: z.array(change),
		sms: z.strictObject({
			characters: z.int(),
			alphabet: z.enum(["gsm-7", "ucs-2"]),
			parts: z.int().min(1).meta({ description: "SMS that it takes." }),
		}),
		price,
		provenance: z.enum(
			Object.keys(verdictWords) as (keyof typeof verdictWords)[],
		),
		verdict: z.enum([...Object.values(verdictWords), "wrong"]),
		source: z.string(),
		readings: z.array(z.string()).meta({
			description: "Parameters whose effect no manual prints.",
		}),
		forAWhile: z.boolean().meta({
			description:
				"Whether it gives a code only until others have changed theirs.",
		}),
		class: z.exactOptional(z.enum(rowClasses)).meta({
			description: "What another maker's command does.",
		}),
	})
	.meta({ id: "Message" }) satisfies z.ZodType<ReportedMessage>;

const report = {
	model: z.string(),
	number: z.string().nullable(),
	messages: z.array(message).meta({ description: "In the order of sending." }),
	elsewhere: z
		.array(
			z.strictObject({
				path,
				wanted: z.union([z.string(), z.number(), z.boolean()]).nullable(),
				code: z.enum(obstacleCodes),
				why: z.string(),
				where: z.string(),
			}),
		)
		.meta({ description: "What no message does." }),
	warnings: z.array(z.string()),
	difference: z.array(change).nullable().meta({
		description:
			"What the simulator has after the rehearsal; null where the panel is not known.",
	}),
	findings: z.array(findingSchema).meta({
		description: "What the standards of --profile do not allow afterwards.",
	}),
	total: z.strictObject({ messages: z.int(), sms: z.int(), price }),
};

export const planReportSchema = z
	.strictObject(report)
	.meta({ id: "Report" }) satisfies z.ZodType<PlanReport>;

/** A plan in a row of many. */
const siteReportSchema = z.strictObject({
	site: z.string().meta({ description: "The row's name." }),
	...report,
});

/** What `apply --dry-run` tells of each site. */
export const dueReportSchema = z.strictObject({
	...siteReportSchema.shape,
	number: z.string(),
});

const reading = {
	from: z.string().meta({ description: "`factory`, `unknown`, or a file." }),
	to: z.enum(["panel", "simulator"]),
	...report,
};

const digits = z.string().regex(/^[0-9a-f]+$/);

/** A plan's file, which `apply` takes. */
const planFileSchema = z
	.strictObject({
		format: z.literal(1),
		...reading,
		source: z.strictObject({
			site: z.string(),
			from: z.string(),
			to: z.enum(["panel", "simulator"]),
			with: z.array(z.string()),
			allow: z.array(z.string()),
			sender: z.string().nullable(),
			variables: z.record(z.string(), z.string()),
			keyword: z.string().nullable(),
			code: z.string().nullable(),
		}),
		key: digits.meta({ description: "Names the key of the MACs." }),
		macs: z.array(digits).meta({
			description: "Of the texts as they are sent, in their order.",
		}),
		digest: digits.meta({ description: "Of all else in this document." }),
	})
	.meta({ id: "PlanFile" });

/** What `plan --json` prints. */
export const planJsonSchema = z.union([
	planFileSchema,
	z.strictObject(reading).meta({ description: "With --show-secrets." }),
	z.array(siteReportSchema).meta({ description: "With --sites." }),
]);
