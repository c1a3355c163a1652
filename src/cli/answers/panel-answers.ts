import * as z from "zod";
import type { ConfigFault } from "../../derive/config-faults.ts";
import type { StepReport } from "../../device/control/let-happen.ts";
import type { PanelStatus } from "../../panel/status.ts";
import type { Finding } from "../../views/findings.ts";
import { findingSchema } from "../../views/json/finding-schema.ts";
import type { TestedCode } from "../../views/otp-verdict.ts";
import {
	type AnswerSchema,
	change,
	count,
	effect,
	fault,
	instant,
	logEntry,
	milliseconds,
	mode,
	refusal,
} from "./answer-parts.ts";

const zones = z.array(count);
const alarms = z.array(
	z.strictObject({ kind: z.string(), zone: count, at: milliseconds }),
);
const left = z.number().meta({ description: "Milliseconds until then." });

const going = z.strictObject({
	mode,
	into: z
		.enum(["home", "away"])
		.nullable()
		.meta({ description: "The mode that is being entered." }),
	home: z.union([z.literal(1), z.literal(2), z.literal(3)]),
	power: z.boolean(),
	siren: z.boolean(),
	alarms: alarms.meta({ description: "Zone 0 is the panel." }),
	memory: alarms.meta({ description: "Alarms that have ended." }),
	open: zones,
	bypassed: zones,
	leftOut: zones,
	troubles: z.array(
		z.strictObject({ name: z.string(), zone: count, since: milliseconds }),
	),
	timers: z.array(
		z.strictObject({
			kind: z.string(),
			about: z.string(),
			due: milliseconds,
			left,
		}),
	),
	onTest: z.strictObject({ until: milliseconds, left }).nullable(),
	failing: z
		.array(z.strictObject({ id: count, since: milliseconds }))
		.meta({ description: "Destinations that could not be reached." }),
	outbox: z.strictObject({
		reports: count,
		notices: count,
		texts: count,
		inDoubt: count.meta({
			description: "Of all of these: what may have arrived already.",
		}),
	}) satisfies AnswerSchema<PanelStatus["outbox"]>,
	schedules: z.array(
		z.strictObject({
			id: count,
			hour: count,
			minute: count,
			mode: z.enum(["away", "home-1", "home-2", "home-3"]),
		}),
	),
	armAt: z.strictObject({ due: milliseconds, from: z.string() }).nullable(),
	remote: z.strictObject({
		enabled: z.boolean(),
		people: z.array(
			z.strictObject({
				id: count,
				name: z.string(),
				enabled: z.boolean(),
				can: z.array(z.string()),
			}),
		),
	}),
	lockouts: z.strictObject({
		keypadUntil: milliseconds.nullable(),
		mqttUntil: milliseconds.nullable(),
		senders: z.array(z.strictObject({ from: z.string(), until: milliseconds })),
		strangers: z.boolean(),
	}),
	lastReport: z
		.strictObject({ at: milliseconds, about: z.string() })
		.nullable(),
	clock: z.strictObject({
		now: milliseconds,
		timeZone: z.string(),
		ahead: z.number().meta({
			description: "Milliseconds that it is ahead of this machine.",
		}),
		set: z.strictObject({ at: milliseconds, by: z.string() }).nullable(),
	}),
} satisfies { readonly [Key in keyof PanelStatus]: z.ZodType });

const programmed =
	"What is programmed and what goes on, as in panel-config.schema.json; secrets are masked.";

export const statusAnswer = z
	.looseObject({ title: z.string(), status: going, model: z.string() })
	.meta({ description: programmed });

/** Each line of `log --json`. */
export const logAnswer = z.strictObject({
	...logEntry.shape,
	at: instant,
	local: z.string().meta({ description: "In the panel's time zone." }),
	text: z.string(),
	cause: z.string(),
});

export const doAnswer = z.union([
	z.strictObject({
		fault: z.null(),
		refusal,
		effects: z.array(effect),
		changes: z.array(change),
		events: z.array(logEntry),
		told: z.array(count).meta({ description: "Ids of people." }),
	}) satisfies AnswerSchema<StepReport>,
	z
		.array(
			z.strictObject({
				words: z.string(),
				opposite: z.string().nullable(),
				help: z.string(),
			}),
		)
		.meta({ description: "Without a step: all that can happen." }),
]);

export const configInitAnswer = z.strictObject({
	file: z.string(),
	schemaFile: z.string(),
	model: z.string(),
	timeZone: z.string(),
});

export const configShowAnswer = z
	.looseObject({ schemaVersion: count, model: z.string() })
	.meta({
		description:
			"The panel's file, as in panel-config.schema.json; secrets are masked.",
	});

export const configCheckAnswer = z.strictObject({
	ok: z.boolean(),
	findings: z.array(findingSchema satisfies AnswerSchema<Finding>),
});

export const configGetAnswer = z.strictObject({
	path: z.string(),
	value: z.unknown(),
});

export const configSetAnswer = z.strictObject({
	ok: z.boolean(),
	faults: z.array(fault satisfies z.ZodType<ConfigFault>),
});

export const configDiffAnswer = z.array(change);

export const peopleAnswer = z.strictObject({
	enabled: z.boolean(),
	country: z.string(),
	people: z
		.array(z.looseObject({ id: count, name: z.string() }))
		.meta({ description: "As in panel-config.schema.json." }),
	unknown: z
		.array(z.strictObject({ from: z.string(), at: milliseconds, count: count }))
		.meta({ description: "Numbers that texted and are not listed." }),
});

export const otpAnswer = z.strictObject({
	person: count,
	name: z.string(),
	uri: z.string().meta({ description: "otpauth://totp/…" }),
});

export const otpTestAnswer = z.strictObject({
	verdict: z.enum(["ok", "size", "pin", "otp"]),
	message: z.string(),
}) satisfies AnswerSchema<TestedCode>;
