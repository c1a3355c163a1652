import * as z from "zod";
import { type ModemEvent, ussdStates } from "../../modem/link/modem-event.ts";
import type { MqttNews } from "../../mqtt/mqtt-news.ts";
import type { ReportReception } from "../../receivers/receiver.ts";
import type { SendOutcome } from "../../sms/mailbox.ts";
import {
	type AnswerSchema,
	count,
	exchange,
	instant,
	logEntry,
	mode,
} from "./answer-parts.ts";

/*
 * Lines of verbs that print as things happen. Each has the time in `at`, and says in the
 * key beside it what it is about.
 */

/** What the panel did by itself. */
const happened = [
	z.strictObject({
		at: instant,
		event: z
			.strictObject({ ...logEntry.shape, at: instant })
			.meta({ description: "A new entry of the panel's log." }),
	}),
	z.strictObject({ at: instant, mode }),
	z.strictObject({ at: instant, siren: z.boolean() }),
];

/** Each line of `run --json`; times are the panel's. */
export const runAnswer = z.union([
	z.strictObject({
		at: instant,
		text: z.strictObject({ from: z.string(), ...exchange }),
	}),
	z.strictObject({
		at: instant,
		step: z.strictObject({
			line: z.string(),
			ok: z.boolean(),
			remark: z.string(),
		}),
	}),
	z.strictObject({
		at: instant,
		sent: z.strictObject({ to: z.string(), text: z.string() }),
	}),
	...happened,
	z
		.strictObject({ at: instant, digest: z.string() })
		.meta({ description: "With --digest, the last line." }),
]);

const again = z.number().meta({ description: "Milliseconds to the next try." });
const reason = z.string();
const part = {
	message: count.meta({ description: "All parts of a message have the same." }),
	to: z.string(),
	part: count,
	total: count,
};

const ussdState = z.enum(ussdStates);

/** What happens at a modem, by its type. */
const modemEvents = {
	opened: z.strictObject({
		type: z.literal("opened"),
		name: z.string(),
		before: z.string().nullable(),
	}),
	"open-failed": z.strictObject({
		type: z.literal("open-failed"),
		reason,
		again,
	}),
	started: z.strictObject({ type: z.literal("started"), name: z.string() }),
	"start-failed": z.strictObject({
		type: z.literal("start-failed"),
		name: z.string(),
		reason,
		advice: z.string(),
		final: z.boolean().meta({
			description: "Nothing is tried again until somebody did something.",
		}),
	}),
	lost: z.strictObject({ type: z.literal("lost"), name: z.string(), reason }),
	warning: z.strictObject({ type: z.literal("warning"), reason }),
	coverage: z.strictObject({
		type: z.literal("coverage"),
		state: z.enum(["found", "lost"]),
		registration: z.string(),
		advice: z.string().nullable(),
	}),
	signal: z.strictObject({
		type: z.literal("signal"),
		dbm: z.number().nullable(),
	}),
	operator: z.strictObject({
		type: z.literal("operator"),
		name: z.string().nullable(),
	}),
	storage: z.strictObject({
		type: z.literal("storage"),
		storage: z.string(),
		state: z.enum(["room", "filling", "full"]),
		used: count,
		total: count,
	}),
	erased: z.strictObject({
		type: z.literal("erased"),
		storage: z.string(),
		index: count,
	}),
	incomplete: z.strictObject({
		type: z.literal("incomplete"),
		from: z.string(),
		arrived: z.array(count),
		missing: z.array(count),
	}),
	unreadable: z.strictObject({
		type: z.literal("unreadable"),
		place: z.string(),
		reason,
	}),
	data: z.strictObject({
		type: z.literal("data"),
		from: z.string(),
		port: count,
	}),
	sent: z.strictObject({ type: z.literal("sent"), ...part, reference: count }),
	"send-retry": z.strictObject({
		type: z.literal("send-retry"),
		...part,
		reason,
		again,
	}),
	"send-unseen": z.strictObject({
		type: z.literal("send-unseen"),
		...part,
		reason,
		repeated: z.boolean(),
	}),
	"send-failed": z.strictObject({
		type: z.literal("send-failed"),
		...part,
		reason,
		unseen: z
			.literal(true)
			.exactOptional()
			.meta({ description: "It may have been sent all the same." }),
	}),
	delivery: z.strictObject({
		type: z.literal("delivery"),
		message: count.nullable(),
		to: z.string(),
		part: count.nullable(),
		total: count.nullable(),
		reference: count,
		outcome: z.enum([
			"completed",
			"pending",
			"failed",
			"abandoned",
			"reserved",
		]),
		meaning: z.string(),
	}),
	ussd: z.strictObject({
		type: z.literal("ussd"),
		state: ussdState,
		text: z.string().nullable(),
	}),
	ring: z.strictObject({
		type: z.literal("ring"),
		from: z.string().nullable(),
	}),
	noise: z.strictObject({ type: z.literal("noise"), line: z.string() }),
} satisfies {
	readonly [Type in ModemEvent["type"]]: AnswerSchema<
		Extract<ModemEvent, { readonly type: Type }>
	>;
};

const sendOutcome = z.union([
	z.strictObject({
		sent: z.literal(true),
		references: z.array(count),
		unseen: z.boolean().exactOptional(),
	}),
	z.strictObject({
		sent: z.literal(false),
		reason,
		advice: z.string().exactOptional(),
		retry: z.boolean(),
		unseen: z.boolean().exactOptional(),
	}),
]) satisfies z.ZodType<SendOutcome>;

const [taken, refused] = sendOutcome.options;
const outgoing = { to: z.string(), text: z.string() };

/** What happens at a broker, by its type. */
const mqttNews = {
	connected: z.strictObject({
		type: z.literal("connected"),
		version: z.enum(["5", "3.1.1"]),
	}),
	unreachable: z.strictObject({
		type: z.literal("unreachable"),
		reason,
		again,
	}),
	lost: z.strictObject({ type: z.literal("lost"), reason, again }),
	forbidden: z.strictObject({
		type: z.literal("forbidden"),
		topic: z.string(),
	}),
	warning: z.strictObject({ type: z.literal("warning"), reason }),
	ignored: z.strictObject({
		type: z.literal("ignored"),
		topic: z.string(),
		reason,
	}),
} satisfies { readonly [Type in MqttNews["type"]]: z.ZodType<MqttNews> };

const reception = z.union([
	z.strictObject({
		reached: z.literal(true),
		answer: z.enum(["ACK", "RSP"]),
		milliseconds: z.number(),
	}),
	z.strictObject({
		reached: z.literal(false),
		why: z.enum([
			"no-connection",
			"no-answer",
			"refused-nak",
			"refused-duh",
			"closed",
		]),
		message: z.string(),
	}),
]) satisfies z.ZodType<ReportReception>;

/** Each line of `serve --json`; times are this machine's. */
export const serveAnswer = z.union([
	z
		.strictObject({
			at: instant,
			ready: z.boolean().meta({
				description: "Whether the modem has started already.",
			}),
			model: z.string(),
			number: z.string(),
			modem: z.string(),
			lines: z.array(z.strictObject({ number: z.string(), url: z.string() })),
			seed: count,
			file: z.string(),
		})
		.meta({ description: "The first line." }),
	z.strictObject({
		at: instant,
		received: z.strictObject({
			from: z.string(),
			text: z.string(),
			sentAt: z
				.number()
				.nullable()
				.meta({ description: "By the service centre." }),
			...exchange,
		}),
	}),
	z.strictObject({
		at: instant,
		sent: z.union([taken.extend(outgoing), refused.extend(outgoing)]),
	}),
	z.strictObject({ at: instant, trouble: z.string() }),
	...happened,
	z.strictObject({
		at: instant,
		modem: z.union(Object.values(modemEvents)),
	}),
	z.strictObject({ at: instant, waiting: z.string() }),
	z
		.strictObject({
			at: instant,
			trace: z.strictObject({
				line: z.string(),
				direction: z.enum(["in", "out"]),
				text: z.string(),
				meaning: z.string().nullable(),
			}),
		})
		.meta({ description: "With --trace." }),
	z.strictObject({ at: instant, mqtt: z.union(Object.values(mqttNews)) }),
	z.strictObject({
		at: instant,
		report: z.strictObject({
			id: count,
			event: z.string(),
			qualifier: z.enum(["event", "restore"]),
			subject: count,
			destination: count,
		}),
		reception,
	}),
	z.strictObject({
		at: instant,
		supervision: z.strictObject({ destination: count, present: z.boolean() }),
	}),
]);

export const mqttForgetAnswer = z.strictObject({ topics: z.array(z.string()) });

/** Each line of `receiver --json`. */
export const receiverAnswer = z.union([
	z
		.strictObject({ at: instant, listening: z.string() })
		.meta({ description: "The first line." }),
	z.strictObject({
		at: instant,
		carrier: z.enum(["tcp", "udp"]),
		frame: z
			.strictObject({
				id: z.string().meta({ description: "ADM-CID, SIA-DCS, NULL (DC-09)" }),
				encrypted: z.boolean(),
				sequence: count,
				account: z.string(),
				data: z.string(),
				extended: z.array(z.string()),
				time: instant.nullable(),
			})
			.nullable(),
		refusal: z.string().nullable(),
		answer: z.string().nullable(),
	}),
]);
