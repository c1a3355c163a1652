import * as z from "zod";
import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import { type RowClass, rowClasses } from "../../models/language/row-class.ts";
import type { Effect } from "../../panel/state/effect.ts";
import { type LogEvent, logEvents } from "../../panel/state/log-events.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { PanelStatus } from "../../panel/status.ts";
import { diagnosticCodes } from "../../parameters/diagnostic-codes.ts";
import type { Provenance } from "../../parameters/provenance.ts";
import {
	type MessageVerdict,
	verdictWords,
} from "../../views/words/verdict.ts";

/*
 * What several answers are made of. The schemas are for those who read answers; what is
 * printed follows from the types, to which the compiler holds them.
 */

/**
 * A schema of an object that allows no more than T and names each of its keys, so that
 * neither gains or loses one without the other.
 */
export type AnswerSchema<T> = z.ZodType<T> & {
	readonly shape: { readonly [Key in keyof T]-?: z.ZodType };
};

export const count = z.int().min(0);

/** ISO 8601 in UTC, as in `2026-11-20T10:00:00.000Z`. */
export const instant = z.iso
	.datetime()
	.meta({ description: "ISO 8601 in UTC, as in 2026-11-20T10:00:00.000Z." });

export const milliseconds = z
	.number()
	.meta({ description: "Milliseconds since 1970-01-01T00:00:00Z." });

export const mode = z
	.enum(["disarm", "home", "away", "arming"])
	.meta({ description: "arming: the exit delay runs." }) satisfies z.ZodType<
	PanelStatus["mode"]
>;

export const provenance = z
	.enum(["manual", "family", "observed", "inferred", "extension"])
	.meta({
		description:
			"manual: printed for this model; family: for a sister; observed: seen at a panel; inferred: our reading; extension: only here.",
	}) satisfies z.ZodType<Provenance>;

export const messageVerdict = z.enum([
	...Object.values(verdictWords),
	"wrong",
]) satisfies z.ZodType<MessageVerdict>;

/** What a command of another maker's language does. */
export const rowClass = z.enum(rowClasses) satisfies z.ZodType<RowClass>;

const code = z
	.enum(Object.keys(diagnosticCodes) as (keyof typeof diagnosticCodes)[])
	.meta({ description: "Stable, for programs." });

/** Half a sentence for people, and what to do. */
const why = {
	message: z.string().meta({ description: "One line for people." }),
	hint: z.string().nullable(),
	parameter: z.string().nullable(),
};

export const diagnostic = z
	.strictObject({
		code: z.string().meta({ description: "Stable, for programs." }),
		...why,
		start: count.meta({
			description: "First character, in UTF-16 code units from 0.",
		}),
		end: count.meta({ description: "Behind the last character." }),
	})
	.meta({ id: "Diagnostic" }) satisfies z.ZodType<Diagnostic>;

export const refusal = z
	.strictObject({ code, ...why })
	.nullable() satisfies z.ZodType<Refusal | null>;

/** A setting, or a part of what goes on, that is not what it was. */
export const change = z
	.strictObject({
		path: z.string().meta({ description: "users.1.name" }),
		from: z.unknown(),
		to: z.unknown(),
	})
	.meta({ id: "Change" });

export const effect = z
	.union([
		z.strictObject({
			type: z.enum(["scream", "locate", "reset-module", "test"]),
		}),
		z.strictObject({ type: z.literal("siren"), on: z.boolean() }),
		z.strictObject({ type: z.literal("chime"), zone: count }),
		z.strictObject({ type: z.literal("beep"), times: count }),
	])
	.meta({ id: "Effect" }) satisfies z.ZodType<Effect>;

/** A setting that does not fit. */
export const fault = z.strictObject({
	path: z.string().meta({ description: 'users.1.pin; "" for the whole.' }),
	rule: z.string(),
});

const argument = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** What came of a text, behind what says which text. */
export const exchange = {
	reply: z
		.string()
		.nullable()
		.meta({ description: "What went back to the sender; null is silence." }),
	accepted: z.boolean(),
	command: z.string().nullable(),
	provenance: provenance.nullable(),
	arguments: z.record(z.string(), argument).nullable().meta({
		description:
			"By parameter; a blank is null, what was left off is not there.",
	}),
	changes: z.array(change),
	effects: z.array(effect),
	diagnostics: z.array(diagnostic),
};

export const logEntry = z.strictObject({
	sequence: count.meta({
		description: "Counts up from 1; a number comes once.",
	}),
	at: milliseconds,
	event: z.enum(Object.keys(logEvents) as LogEvent[]),
	about: z.string(),
	by: z.string().meta({ description: "sms +15550101, keypad user 2, clock" }),
});
