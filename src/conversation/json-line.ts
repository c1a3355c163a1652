import * as z from "zod";
import type { Span } from "../../grammar/message/span.ts";
import { configFaults } from "../derive/config-faults.ts";
import { jsonFault } from "../store/json/json-fault.ts";
import { jsonPlace } from "../store/json/json-place.ts";
import { repeatedKey } from "../store/json/repeated-keys.ts";
import { durationOf } from "../time/duration.ts";
import { instantOf } from "../time/instant.ts";
import type { Conversation, ExpectedReplies, Step } from "./conversation.ts";
import {
	anyStepSchema,
	envelopeSchema,
	replySchema,
	type StepKey,
	stepSchemas,
	tagSchema,
} from "./conversation-schema.ts";
import { type CorpusFault, corpusDiagnostic } from "./corpus-fault.ts";
import { canonical } from "./pattern.ts";
import { readEvent as panelEvent, type ReadEvent } from "./read-event.ts";
import { backwards } from "./timeline.ts";

/** A line of JSON, read. */
export type LineReading =
	| { readonly conversation: Conversation; readonly fault: null }
	| {
			readonly conversation: null;
			readonly fault: Omit<CorpusFault, "file" | "line">;
	  };

/**
 * Reads one line of JSON Lines and checks it against the schema. The schema takes
 * long to load; `scanConversation` reads most lines without it. Total.
 */
export function readJsonLine(
	text: string,
	readEvent: ReadEvent = panelEvent,
): LineReading {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		const { column, rule } = jsonFault(text) ?? { column: 1, rule: "" };
		const start = column - 1;
		const end = Math.max(start, text.length);
		return refused(text, "json", `this is not JSON: ${rule}`, { start, end });
	}
	const again = repeatedKey(text, document);
	if (again !== null)
		return refused(
			text,
			"key",
			`${nameOf(again.path)}: this key stands there twice`,
			again,
		);
	const line = withoutLaterUnknown(document);
	const envelope = envelopeSchema.safeParse(
		cut(cut(line, "tags", tagSchema), "steps", anyStepSchema),
	);
	if (!envelope.success)
		return misfit(text, envelopeSchema, envelope.error, document, []);
	const { id, model, config, seed, source, tags, steps: raw } = envelope.data;
	const steps: Step[] = [];
	/** Behind each step of the line, how many steps there are. */
	const ends: number[] = [];
	for (const [at, step] of raw.entries()) {
		const key = keyOf(step);
		if (key === null)
			return refused(
				text,
				"step",
				`step: needs one of the keys ${Object.keys(stepSchemas).join(", ")}`,
				placeIn(text, ["steps", at]),
			);
		const result = stepSchemas[key].safeParse(
			cut(step, "replies", replySchema),
		);
		if (!result.success)
			return misfit(text, stepSchemas[key], result.error, step, ["steps", at]);
		const read = stepsOf(result.data);
		for (const each of read) {
			steps.push(each);
			if (each.type !== "event") continue;
			const reading = readEvent(each.text);
			if ("fault" in reading)
				return refused(
					text,
					"event",
					reading.fault.message,
					placeIn(text, ["steps", at, "event"]),
				);
		}
		ends.push(steps.length);
	}
	const back = backwards(steps);
	if (back !== null)
		return refused(
			text,
			"time",
			"time: this instant is in the past; time only runs forward",
			placeIn(text, ["steps", ends.findIndex((end) => end > back)]),
		);
	return {
		conversation: {
			id,
			model: model ?? null,
			config: config ?? null,
			seed: seed ?? null,
			source: source ?? null,
			tags: tags ?? [],
			steps,
		},
		fault: null,
	};
}

/**
 * A thing whose list ends with its first wrong item. No more than the first fault
 * is told, and a schema keeps a kilobyte for each.
 */
function cut(thing: unknown, key: string, item: z.ZodType): unknown {
	if (typeof thing !== "object" || thing === null) return thing;
	const list: unknown = Object.getOwnPropertyDescriptor(thing, key)?.value;
	if (!Array.isArray(list)) return thing;
	const wrong = list.findIndex((each) => !item.safeParse(each).success);
	return wrong === -1 ? thing : { ...thing, [key]: list.slice(0, wrong + 1) };
}

/** A line with no more than its first key that there is not, for the same reason. */
function withoutLaterUnknown(line: unknown): unknown {
	if (typeof line !== "object" || line === null || Array.isArray(line))
		return line;
	const known = Object.keys(envelopeSchema.shape);
	for (const unknown in line) {
		if (known.includes(unknown)) continue;
		const kept = [...known.filter((key) => Object.hasOwn(line, key)), unknown];
		return Object.fromEntries(
			kept.map((key) => [
				key,
				Object.getOwnPropertyDescriptor(line, key)?.value,
			]),
		);
	}
	return line;
}

type StepData = z.infer<(typeof stepSchemas)[StepKey]>;

/** A time in front of an SMS, or several claims at once, are steps of their own. */
function stepsOf(data: StepData): readonly Step[] {
	if ("sms" in data) {
		const { sms, from, at } = data;
		const replies = repliesOf(data.replies);
		const step: Step = { type: "sms", text: sms, from: from ?? null, replies };
		return at === undefined ? [step] : [atStep(at, null), step];
	}
	if ("wait" in data) {
		const milliseconds = durationOf(data.wait) ?? 0;
		return [{ type: "wait", milliseconds, replies: repliesOf(data.replies) }];
	}
	if ("at" in data) return [atStep(data.at, repliesOf(data.replies))];
	if ("event" in data)
		return [
			{
				type: "event",
				text: data.event,
				replies: repliesOf(data.replies),
			},
		];
	if ("state" in data)
		return Object.entries(data.state).map(([path, value]) => ({
			type: "claim",
			path,
			value,
		}));
	if ("channel" in data) return [{ type: "channel", rule: data.channel }];
	return [{ type: "comment", text: data.comment }];
}

function atStep(instant: string, replies: ExpectedReplies): Step {
	return { type: "at", instant: instantOf(instant) ?? 0, replies };
}

function repliesOf(
	replies:
		| readonly (string | { readonly to: string; readonly text: string })[]
		| undefined,
): ExpectedReplies {
	if (replies === undefined) return null;
	return replies.map((reply) =>
		typeof reply === "string"
			? { to: null, pattern: canonical(reply) }
			: { to: reply.to, pattern: canonical(reply.text) },
	);
}

const stepKeys: readonly StepKey[] = [
	// An SMS may carry a time, and then it is an SMS.
	"sms",
	"wait",
	"at",
	"event",
	"state",
	"channel",
	"comment",
];

function keyOf(step: object): StepKey | null {
	return stepKeys.find((key) => Object.hasOwn(step, key)) ?? null;
}

function misfit(
	text: string,
	schema: z.ZodType,
	error: z.ZodError,
	document: unknown,
	prefix: readonly PropertyKey[],
): LineReading {
	// A mistyped key explains why another one is missing: it is told first.
	const issue =
		error.issues.find(({ code }) => code === "unrecognized_keys") ??
		error.issues[0];
	const inner =
		issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
	const first =
		issue?.code === "unrecognized_keys" ? { ...issue, keys: inner } : issue;
	const told = new z.ZodError(first === undefined ? [] : [first]);
	const [fault] = configFaults(schema, told, document);
	const path = [...prefix, ...(issue?.path ?? []), ...inner];
	const rule = fault?.rule ?? "it does not fit";
	return refused(text, "rule", `${nameOf(path)}: ${rule}`, placeIn(text, path));
}

/** The key or the item at a path, or the nearest around it; else the whole text. */
function placeIn(text: string, path: readonly PropertyKey[]): Span {
	const found = jsonPlace(text, path);
	return found?.key ?? found?.value ?? { start: 0, end: text.length };
}

function nameOf(path: readonly PropertyKey[]): string {
	return path.length === 0
		? "the line"
		: path.map(String).join(".").slice(0, 300);
}

function refused(
	text: string,
	code: string,
	message: string,
	span: { readonly start: number; readonly end: number },
): LineReading {
	const diagnostic = corpusDiagnostic(code, message, null, span);
	return { conversation: null, fault: { text, diagnostic } };
}
