import * as z from "zod";
import { alarmKinds } from "../panel/state/alarm-kinds.ts";
import { reportEvents } from "../panel/state/contact-id.ts";
import { FARTHEST } from "../panel/state/deadlines.ts";
import { fields } from "../panel/state/fields.ts";
import { logEvents } from "../panel/state/log-events.ts";
import type { NoticeTopic } from "../panel/state/notice.ts";
import { plainWords } from "../panel/state/remote-access.ts";
import type { DeadlineKind, Runtime } from "../panel/state/runtime.ts";
import { troubles } from "../panel/state/troubles.ts";
import { fieldSchema } from "./field-schema.ts";

const instant = z
	.int()
	.min(-FARTHEST)
	.max(FARTHEST)
	.meta({ description: "Milliseconds since 1970-01-01T00:00:00Z." });

const count = z.int().min(1);

// Records rather than lists, so that a new word does not compile until it is here.
const modes = {
	disarm: "disarm",
	home: "home",
	away: "away",
	arming: "arming",
} as const satisfies { readonly [M in Runtime["mode"]]: M };

const deadlineKinds = {
	exit: "exit",
	entry: "entry",
	siren: "siren",
	"cross-zone": "cross-zone",
	settle: "settle",
	trouble: "trouble",
	"check-in": "check-in",
	schedule: "schedule",
	"arm-at": "arm-at",
	report: "report",
	untold: "untold",
	"on-test": "on-test",
} as const satisfies { readonly [K in DeadlineKind]: K };

const noticeTopics = {
	done: "done",
	entered: "entered",
	"not-entered": "not-entered",
	"prevented-by-alarm": "prevented-by-alarm",
	"prevented-by-power": "prevented-by-power",
	"prevented-by-clock": "prevented-by-clock",
	alarm: "alarm",
	"alarm-over": "alarm-over",
	trouble: "trouble",
	"trouble-over": "trouble-over",
	flaps: "flaps",
	guessing: "guessing",
} as const satisfies { readonly [T in NoticeTopic]: T };

/** The words of a table that has a row for each. */
function wordsOf<W extends string>(table: { readonly [K in W]: unknown }) {
	const words = Object.keys(table);
	const isWord = (word: string): word is W => words.includes(word);
	return z
		.string()
		.transform((word, context): W => {
			if (isWord(word)) return word;
			context.addIssue(`one of ${words.join(", ")}`);
			return z.NEVER;
		})
		.meta({ enum: words });
}

const zoneNumber = z.int().min(0).max(999);
const deviceZone = z.int().min(1).max(999);

const alarms = z
	.array(
		z.strictObject({
			kind: wordsOf(alarmKinds),
			zone: zoneNumber,
			at: instant,
			restored: z.boolean(),
			told: z.literal(true).optional().describe("Before a test began."),
		}),
	)
	.prefault([]);

const zones = z.array(deviceZone).prefault([]);

/** How often it was handed to a modem that never told what came of it. */
const doubt = { tries: z.int().min(1).max(99), due: instant };
const mayHaveGone = z
	.strictObject(doubt)
	.optional()
	.meta({ description: "It may have been sent: the modem never told." });

const text = z.strictObject({
	id: count,
	to: z.string(),
	text: z.string(),
	at: instant.optional().describe("When it was true, if it may say so."),
	doubt: mayHaveGone,
});

const report = z.strictObject({
	id: count,
	at: instant,
	event: wordsOf(reportEvents),
	qualifier: z.enum(["event", "restore"]),
	subject: zoneNumber,
	group: z.int().min(1).max(5),
	rounds: z.int().min(0).max(99),
	failed: z.array(z.int()),
	due: instant,
	doubts: z
		.array(z.strictObject({ ...doubt, destination: z.int() }))
		.optional()
		.meta({ description: "Destinations where it may have arrived." }),
});

const person = fieldSchema(fields.personNumber, {});

const misses = { count, at: instant };
const missesOf = z
	.array(z.strictObject({ from: z.string(), ...misses }))
	.prefault([]);
const heardFrom = z
	.array(z.strictObject({ from: z.string(), times: z.array(instant) }))
	.prefault([]);

/**
 * The part of the configuration that the panel writes itself: its shapes. The
 * rules between its fields stand in `runtime-rules.ts`.
 */
export const runtimeSchema = z
	.strictObject({
		mode: z.enum(modes).prefault("disarm"),
		into: z.enum(["home", "away"]).nullable().prefault(null).meta({
			description: "The mode that is being entered while `mode` is arming.",
		}),
		home: z
			.literal([1, 2, 3])
			.prefault(1)
			.meta({ description: "Which of the homes is meant by home." }),
		armedBy: z
			.strictObject({
				event: wordsOf(reportEvents),
				user: zoneNumber,
				latch: z.boolean(),
				afar: z.boolean().prefault(false),
			})
			.nullable()
			.prefault(null)
			.meta({ description: "Who armed, for the report." }),
		entry: z
			.strictObject({
				zone: deviceZone,
				others: z.array(deviceZone).optional().describe("Entered, too."),
				waiting: zones,
			})
			.nullable()
			.prefault(null)
			.meta({ description: "The entry delay that is running." }),
		alarms: alarms.meta({ description: "Alarms that nobody has ended." }),
		memory: alarms.meta({ description: "Alarms since the last arming." }),
		siren: z.boolean().prefault(false),
		crossing: deviceZone.nullable().prefault(null).meta({
			description: "The cross zone that waits for a second one.",
		}),
		open: zones.meta({ description: "Zones that stand open." }),
		changed: z
			.array(z.strictObject({ id: deviceZone, at: instant }))
			.prefault([])
			.meta({ description: "When each zone last opened or closed." }),
		leftOut: zones.meta({
			description:
				"Zones that are left out until the next disarming or arming.",
		}),
		trips: z
			.array(z.strictObject({ id: deviceZone, count }))
			.prefault([])
			.meta({ description: "Burglar alarms by zone in this arming." }),
		troubles: z
			.array(
				z.strictObject({
					name: wordsOf(troubles),
					zone: zoneNumber,
					since: instant,
					present: z.boolean(),
					told: z.boolean(),
				}),
			)
			.prefault([]),
		temporary: z
			.enum(["unused", "armed", "disarmed"])
			.prefault("unused")
			.meta({ description: "What the temporary code has done." }),
		armAt: z
			.strictObject({ from: z.string(), user: zoneNumber })
			.nullable()
			.prefault(null)
			.meta({
				description: "Who wants the panel to arm at a time, while that waits.",
			}),
		cutAt: instant.nullable().prefault(null).meta({
			description: "When the power was cut; null while there is power.",
		}),
		deadlines: z
			.array(
				z.strictObject({
					due: instant,
					kind: z.enum(deadlineKinds),
					sequence: count,
					about: z.string().prefault(""),
				}),
			)
			.prefault([]),
		outbox: z
			.array(report)
			.prefault([])
			.meta({ description: "Reports that have not got through." }),
		reports: z
			.int()
			.min(0)
			.prefault(0)
			.meta({ description: "Reports that were ever made." }),
		failing: z
			.array(
				z.strictObject({
					id: z.int(),
					since: instant,
					failures: count,
					logged: z.boolean(),
				}),
			)
			.prefault([])
			.meta({
				description:
					"Destinations that could not be reached when they were last tried.",
			}),
		log: z
			.array(
				z.strictObject({
					sequence: count,
					at: instant,
					event: wordsOf(logEvents),
					about: z.string(),
					by: z.string(),
				}),
			)
			.prefault([]),
		creditFor: z.array(z.string()).prefault([]).meta({
			description: "Who waits for what the network says of the credit.",
		}),
		outgoing: z.array(text).prefault([]),
		notices: z
			.array(
				z.strictObject({
					id: count,
					person,
					at: instant,
					about: z.enum(noticeTopics),
					what: z.string(),
					subject: zoneNumber,
					zones: z.array(deviceZone),
					by: z.string(),
					doubt: mayHaveGone,
				}),
			)
			.prefault([])
			.meta({ description: "Notices to people that have not gone out." }),
		beginnings: z
			.array(
				z.strictObject({
					event: wordsOf(reportEvents),
					subject: zoneNumber,
					times: z.array(instant),
					begun: z.boolean(),
					untold: instant.nullable(),
				}),
			)
			.prefault([])
			.meta({
				description: "How often alarms and troubles began lately.",
			}),
		lastRemote: instant.nullable().prefault(null).meta({
			description: "When the last remote action was completed.",
		}),
		guard: z
			.strictObject({
				seen: z.array(z.string()).prefault([]),
				heard: heardFrom,
				wrongCodes: missesOf,
				keypad: z.strictObject(misses).nullable().prefault(null),
				mqtt: z.strictObject(misses).nullable().prefault(null).meta({
					description: "Wrong codes in a row over MQTT.",
				}),
				armFault: z
					.strictObject({
						mode: z.enum(["away", "home-1", "home-2", "home-3"]),
						via: z.enum(["sms", "keypad"]),
						from: z.string(),
						until: instant,
					})
					.nullable()
					.prefault(null),
				pending: z
					.array(
						z.strictObject({
							from: z.string(),
							person,
							word: z.enum(plainWords),
							slots: z.array(z.string()),
							at: instant,
						}),
					)
					.prefault([])
					.meta({ description: "Words that wait for a one-time code." }),
				usedCodes: z
					.array(z.strictObject({ person, step: z.int().min(0) }))
					.prefault([])
					.meta({ description: "Codes that are not accepted again." }),
				unknown: missesOf.meta({ description: "Numbers that are nobody's." }),
				courtesies: heardFrom.meta({
					description: "Answers of the last hour that keep nobody waiting.",
				}),
				strangers: z
					.array(instant)
					.prefault([])
					.meta({ description: "Wrong codes of numbers that are nobody's." }),
				spentAt: instant.nullable().prefault(null).meta({
					description: "When those were last too many.",
				}),
				tests: z
					.array(
						z.strictObject({
							way: z.enum(["destination", "person"]),
							id: z.int().min(1),
							at: instant,
							mqtt: z.boolean(),
						}),
					)
					.prefault([])
					.meta({ description: "Tests of ways out, for their limits." }),
			})
			.prefault({}),
	})
	.prefault({})
	.meta({ description: "What is going on. The panel writes this part." });
