import * as z from "zod";
import { ussdStates } from "../../modem/link/modem-event.ts";
import type { ModemFacts, ModemFinding } from "../../modem/link/modem-info.ts";
import type { SendResult } from "../../ports/send-texts.ts";
import type { SerialPortFacts } from "../../ports/serial-ports.ts";
import type { AnatomyRow } from "../../sms/pdu-anatomy.ts";
import { type AnswerSchema, count, instant } from "./answer-parts.ts";

const text = z.string().nullable();

export const sendAnswer = z.strictObject({
	ok: z.boolean(),
	results: z.array(
		z.strictObject({
			to: z.string(),
			accepted: z
				.boolean()
				.meta({ description: "The network took every part of it." }),
			delivered: z
				.boolean()
				.nullable()
				.meta({ description: "null where no report was asked for." }),
			references: z
				.array(count)
				.meta({ description: "TP-MR of each SMS that it took." }),
			doubtful: z.boolean().meta({
				description: "Some of it may have been sent unconfirmed, or twice.",
			}),
			reason: text,
			advice: text,
		}) satisfies AnswerSchema<SendResult>,
	),
});

export const portsAnswer = z.array(
	z.strictObject({
		path: z.string(),
		manufacturer: text,
		serialNumber: text,
		vendorId: text,
		productId: text,
	}) satisfies AnswerSchema<SerialPortFacts>,
);

const verdict = z.enum(["good", "warning", "bad"]);

const facts = z.strictObject({
	line: z.string(),
	maker: text,
	model: text,
	firmware: text,
	imei: text,
	sim: z.strictObject({
		state: text,
		error: text,
		advice: text,
		triesLeft: count.nullable(),
	}),
	registration: count
		.nullable()
		.meta({ description: "A status of +CREG (27.007)." }),
	operator: text,
	signal: z.strictObject({
		rssi: count.nullable(),
		dbm: z.number().nullable(),
		words: z.string(),
	}),
	smsc: text,
	storages: z.array(
		z.strictObject({ storage: z.string(), used: count, total: count }),
	),
}) satisfies AnswerSchema<ModemFacts>;

export const modemInfoAnswer = z.strictObject({
	ok: z.boolean(),
	verdict: z.string().meta({ description: "One line for people." }),
	findings: z.array(
		z.strictObject({
			topic: z.enum(["sim", "network", "signal", "service-centre", "storage"]),
			verdict,
			message: z.string(),
			advice: text,
		}) satisfies AnswerSchema<ModemFinding>,
	),
	facts,
});

export const modemInboxAnswer = z.strictObject({
	storages: z.array(z.string()),
	marked: z.boolean().meta({
		description: "Whether the modem counts what it lists as read.",
	}),
	messages: z.array(
		z.strictObject({
			storage: z.string(),
			index: count,
			status: z.enum(["unread", "read", "unsent", "sent"]).nullable(),
			type: z.enum(["part", "report", "data", "outgoing", "unreadable"]),
			from: text,
			sentAt: instant.nullable(),
			text: z.string(),
			concatenation: z
				.strictObject({
					bits: z.union([z.literal(8), z.literal(16)]),
					reference: count,
					total: count,
					number: count,
				})
				.nullable()
				.exactOptional()
				.meta({ description: "Of a part of a message." }),
			deleted: z.boolean(),
		}),
	),
});

export const modemUssdAnswer = z.strictObject({
	ok: z.boolean(),
	code: z.string(),
	state: z.enum(ussdStates),
	text,
});

/** Each line of `modem trace --json`. */
export const modemTraceAnswer = z.strictObject({
	at: instant,
	direction: z.enum(["in", "out"]),
	text: z.string().meta({ description: "AT+CSQ\\r" }),
});

const rows = z.array(
	z.strictObject({
		octets: z.string(),
		offset: count,
		path: z.string(),
		value: z.string(),
		meaning: z.string(),
	}) satisfies AnswerSchema<AnatomyRow>,
);

export const pduAnswer = z.union([
	z.strictObject({
		rows,
		ok: z.literal(true),
		value: z.looseObject({}).meta({ description: "What all of it says." }),
	}),
	z.strictObject({
		rows,
		ok: z.literal(false),
		error: z.strictObject({
			path: z.string(),
			octet: count,
			message: z.string(),
		}),
	}),
]);
