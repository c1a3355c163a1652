import * as z from "zod";
import { LONGEST_WAIT } from "../conversation/conversation.ts";
import { LONGEST_TEXT } from "../sms/segments.ts";
import { durationOf } from "../time/duration.ts";
import { instantOf } from "../time/instant.ts";

export const smsText = z
	.string()
	.max(LONGEST_TEXT)
	.meta({ description: "As it is sent, at most 255 parts of 153 characters." });

export const number = z
	.string()
	.max(20)
	.meta({ description: 'A phone number; "" is withheld.' });

export const panelNumber = z.string().max(40).meta({
	description: "The panel's own number, as it is dialled: +15550100.",
});

export const instant = z
	.string()
	.refine((text) => instantOf(text) !== null, {
		message: "an instant like 2026-11-20T10:00:00Z",
	})
	.meta({ description: "ISO 8601, as in 2026-11-20T10:00:00Z." });

export const duration = z
	.string()
	.refine((text) => (durationOf(text) ?? LONGEST_WAIT + 1) <= LONGEST_WAIT, {
		message: "a length of time like 30s or 1h 30m",
	})
	.meta({ description: "A length of time: 30s, 1h 30m, 250ms." });

export const next = z
	.int()
	.meta({ description: "The id of the next activity, for `since`." });

export const outgoing = z.strictObject({ to: z.string(), text: z.string() });

export const diagnostic = z
	.looseObject({
		code: z.string(),
		message: z.string(),
		hint: z.string().nullable(),
		start: z.int().meta({ description: "First character, from 0." }),
		end: z.int().meta({ description: "Behind the last character." }),
	})
	.meta({ id: "Diagnostic", description: "What is wrong, and where." });

export const change = z.strictObject({
	path: z.string(),
	from: z.unknown(),
	to: z.unknown(),
});

const effect = z.looseObject({ type: z.string() });

export const speed = z.number().min(0).max(1_000_000);

const time = z.union([z.enum(["virtual", "real"]), speed]).meta({
	description:
		"virtual: passes when you say so; a number: so many times as fast as real time.",
});

/** How the time of a new panel is to pass. */
export const wantedTime = time;

export const channelRules = z.array(z.string().max(100)).max(20);

const lines = z.array(
	z
		.strictObject({
			number: z.string(),
			kind: z.enum(["in-process", "tcp", "pty"]),
			url: z.string().nullable().meta({
				description: "Where programs find it: tcp://127.0.0.1:43917.",
			}),
		})
		.meta({ id: "Line" }),
);

export const networkSummary = z
	.strictObject({ id: z.string(), time, now: z.string(), lines })
	.meta({ id: "Network" });

export const clockMove = z.union([
	z.strictObject({ advance: duration }),
	z.strictObject({ to: instant }),
	z.strictObject({
		speed: speed.meta({
			description:
				"0 stands still, 1 is real time, 60 makes a minute of a second.",
		}),
	}),
]);

export const channel = z
	.strictObject({
		rules: z.array(z.string()),
		seed: z.int(),
		next: next.optional(),
	})
	.meta({ id: "Channel" });

const octets = z.strictObject({
	octets: z.string(),
	offset: z.int(),
	path: z.string().meta({ description: "deliver.scts" }),
	value: z.string(),
	meaning: z.string(),
});

export const trace = z
	.strictObject({
		entries: z.array(
			z.strictObject({
				id: z.int(),
				at: z.string(),
				line: z.string().meta({ description: "Number of the modem." }),
				direction: z.enum(["in", "out"]).meta({
					description: "out is what the program says, in what the modem says.",
				}),
				text: z.string().meta({ description: "As in AT+CSQ\\r." }),
				meaning: z.string().nullable(),
				pdu: z.array(octets).nullable().meta({
					description: "A PDU octet by octet; null for other lines.",
				}),
			}),
		),
		nextEntry: z.int().meta({ description: "For `since`, the next time." }),
		next: next.optional(),
	})
	.meta({ id: "Trace" });

export const onItsWay = z.strictObject({ next });

export const panelSummary = z
	.strictObject({
		id: z.string(),
		model: z.string(),
		number: z.string(),
		time,
		now: z.string(),
		lines: lines.optional().meta({
			description: "Phone lines of its network, where it has a modem.",
		}),
		channel: z.array(z.string()).optional().meta({
			description:
				"The rules of its network, where it was made with a channel.",
		}),
		showDuress: z.boolean().optional().meta({
			description: "true where it was made to tell of duress.",
		}),
		control: z.boolean().meta({
			description:
				"Whether requests may text it, let things happen to it and change its settings.",
		}),
		next,
	})
	.meta({ id: "Panel" });

export const answered = z
	.strictObject({
		reply: z.string().nullable(),
		accepted: z.boolean(),
		command: z.string().nullable(),
		provenance: z.string().nullable(),
		arguments: z.record(z.string(), z.unknown()).nullable(),
		changes: z.array(change),
		effects: z.array(effect),
		diagnostics: z.array(diagnostic),
		replies: z.array(z.string()),
		sent: z.array(outgoing),
		next,
	})
	.meta({ id: "Answered", description: "What came of a text." });

export const stepped = z
	.strictObject({
		accepted: z.boolean(),
		refusal: z
			.looseObject({
				code: z.string(),
				message: z.string(),
				hint: z.string().nullable(),
			})
			.nullable(),
		effects: z.array(effect),
		changes: z.array(change),
		sent: z.array(outgoing),
		next,
	})
	.meta({ id: "Stepped", description: "What came of a step." });

export const passed = z
	.strictObject({
		now: z.string(),
		changes: z.array(change),
		sent: z.array(outgoing),
		next,
	})
	.meta({ id: "Passed", description: "What happened while time passed." });

export const status = z
	.looseObject({ mode: z.string(), now: z.string(), next })
	.meta({ id: "Status", description: "What a panel is and does now." });

export const logEntries = z.strictObject({
	entries: z.array(
		z.strictObject({
			sequence: z.int(),
			at: z.string(),
			event: z.string(),
			about: z.string(),
			by: z.string(),
		}),
	),
	next,
});

export const activities = z
	.strictObject({
		activities: z.array(
			z.looseObject({ id: z.int(), at: z.string(), type: z.string() }),
		),
		next,
	})
	.meta({ id: "Activities" });

export const waited = z
	.strictObject({
		held: z.boolean(),
		activity: z.looseObject({}).nullable(),
		candidates: z
			.array(z.looseObject({}))
			.meta({ description: "What came instead, the latest last." }),
		now: z.string(),
		next,
	})
	.meta({ id: "Waited" });

export const phoneMessages = z.strictObject({
	messages: z.array(
		z.strictObject({
			direction: z.enum(["sent", "received"]),
			text: z.string(),
			at: z.string(),
		}),
	),
	next,
});

export const recording = z
	.strictObject({
		transcript: z.string().meta({ description: "For a file ID.smst." }),
		config: z.looseObject({}).nullable().meta({
			description:
				"For a file ID-config.json beside it; null where it began as it came from the factory.",
		}),
		next,
	})
	.meta({ id: "Recording", description: "A session, PINs as they are." });

export const setting = z.strictObject({ path: z.string(), next });

export const networkMessages = phoneMessages.omit({ next: true });

export const digest = z.strictObject({ digest: z.string(), next });
export const claimed = z.strictObject({
	held: z.boolean(),
	value: z.unknown(),
	next,
});

export const snapshot = z
	.looseObject({ model: z.string() })
	.meta({ id: "Snapshot", description: "All that a panel remembers." });

export const rememberedState = z
	.strictObject({ state: snapshot, now: z.string(), next })
	.meta({ id: "Remembered" });
