import * as z from "zod";
import type {
	HeardEntry,
	RunOutcome,
	Settlement,
	TextPurpose,
} from "./audit/audit-entry.ts";
import type { ReportedSetting, SiteReport } from "./site-report.ts";

/*
 * The form of what `apply --json` tells, line by line. Lines are audit entries without
 * their MACs, and a report for each site at its end.
 */

const instant = z.int().meta({ description: "Milliseconds since 1970." });
const place = z.int().min(0);
const message = place.nullable().meta({
	description: "Which message of the plan, from 0; null for any other text.",
});
/** One of these words, and the compiler sees that none is missing. */
function oneOf<W extends string>(words: { readonly [Each in W]: true }) {
	return z.enum(Object.keys(words) as W[]);
}

const outcomes: { readonly [Each in RunOutcome]: true } = {
	done: true,
	refused: true,
	silent: true,
	armed: true,
	differs: true,
	unsent: true,
	stopped: true,
};
const standing = oneOf<Settlement["as"]>({
	read: true,
	acknowledged: true,
	assumed: true,
	refused: true,
	silent: true,
});
const settlement = z.strictObject({ message: place, as: standing });

function line<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
	return z
		.strictObject({
			site: z.string(),
			at: z.iso.datetime({ precision: 3 }),
			type: z.literal(type),
			...shape,
		})
		.meta({ id: type });
}

const entries = [
	line("begun", {
		resumed: z.boolean(),
		model: z.string(),
		number: z.string(),
		from: z.string().meta({
			description: "`factory`, `unknown`, `audit`, or a file.",
		}),
		messages: z.array(z.strictObject({ text: z.string() })),
	}),
	line("sending", {
		purpose: oneOf<TextPurpose>({
			probe: true,
			"probe-new": true,
			"probe-old": true,
			mode: true,
			message: true,
			reading: true,
		}),
		message,
		word: z.string(),
		text: z.string().meta({
			description: "With references in place of secrets.",
		}),
		until: instant,
	}).meta({ description: "From here on the text may be out." }),
	line("handed", {
		accepted: z.boolean(),
		doubtful: z.boolean().meta({
			description: "It may be out all the same.",
		}),
		reason: z.string().nullable(),
		references: z.array(z.int()),
		until: instant.meta({ description: "When silence is called silence." }),
	}),
	line("heard", {
		text: z.string(),
		sentAt: instant.nullable().meta({
			description: "By the service centre's clock.",
		}),
		answers: place.nullable().meta({
			description: "Which text that was sent, from 0; null for none.",
		}),
		settles: settlement.nullable(),
		as: oneOf<HeardEntry["as"]>({
			answer: true,
			late: true,
			again: true,
			second: true,
			other: true,
		}),
	}),
	line("settled", settlement.shape),
	line("read-back", {
		settings: z.array(
			z.strictObject({ path: z.string(), agrees: z.boolean() }),
		),
	}),
	line("ended", { outcome: oneOf(outcomes), why: z.string() }),
] as const;

const setting = z.strictObject({
	path: z.string(),
	how: oneOf<ReportedSetting["how"]>({
		read: true,
		acknowledged: true,
		assumed: true,
		differs: true,
		refused: true,
		"not known": true,
		"not sent": true,
		elsewhere: true,
	}),
});

const report = z
	.strictObject({
		type: z.literal("report"),
		site: z.string(),
		number: z.string(),
		outcome: oneOf<SiteReport["outcome"]>({
			...outcomes,
			"nothing-to-do": true,
			skipped: true,
		}),
		why: z.string(),
		messages: z.strictObject({
			confirmed: place,
			assumed: place,
			planned: place,
		}),
		sms: place,
		settings: z.array(setting),
	})
	.meta({ id: "report" }) satisfies z.ZodType<SiteReport>;

export const toldRunSchema = z.union([...entries, report]);
