import * as z from "zod";
import { configFaults } from "../derive/config-faults.ts";
import { jsonFault } from "../store/json-fault.ts";
import { durationOf } from "../time/duration.ts";
import { instantOf } from "../time/instant.ts";
import type { Conversation, ExpectedReplies, Step } from "./conversation.ts";
import {
	envelopeSchema,
	type StepKey,
	stepSchemas,
} from "./conversation-schema.ts";
import { type CorpusFault, corpusDiagnostic } from "./corpus-fault.ts";
import { type ReadHappening, happening as today } from "./happening.ts";
import { placeIn } from "./json-place.ts";
import { canonical } from "./pattern.ts";
import { backwards } from "./timeline.ts";

/** A line of JSON, read. */
export type LineReading =
	| { readonly conversation: Conversation; readonly fault: null }
	| {
			readonly conversation: null;
			readonly fault: Omit<CorpusFault, "file" | "line">;
	  };

/**
 * The conversation on one line of a corpus in JSON Lines, judged by the schema,
 * which is what takes long to load: `scanConversation` reads most lines without. Total.
 */
export function readJsonLine(
	text: string,
	happening: ReadHappening = today,
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
	const envelope = envelopeSchema.safeParse(document);
	if (!envelope.success)
		return misfit(text, envelopeSchema, envelope.error, document, []);
	const { id, model, config, seed, source, tags, steps: raw } = envelope.data;
	const steps: Step[] = [];
	for (const [at, step] of raw.entries()) {
		const key = keyOf(step);
		if (key === null)
			return refused(
				text,
				"step",
				`step: one of ${Object.keys(stepSchemas).join(", ")} says what kind it is`,
				placeIn(text, ["steps", at]),
			);
		const result = stepSchemas[key].safeParse(step);
		if (!result.success)
			return misfit(text, stepSchemas[key], result.error, step, ["steps", at]);
		const read = stepsOf(result.data);
		for (const each of read) steps.push(each);
		for (const each of read) {
			if (each.type !== "event") continue;
			const reading = happening(each.text);
			if ("fault" in reading)
				return refused(
					text,
					"event",
					reading.fault.message,
					placeIn(text, ["steps", at, "event"]),
				);
		}
		if (backwards(steps) !== null)
			return refused(
				text,
				"time",
				"time: it is later than that already, and never runs backwards",
				placeIn(text, ["steps", at]),
			);
	}
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
	// A key that nobody knows explains why another one is missing.
	const issue =
		error.issues.find(({ code }) => code === "unrecognized_keys") ??
		error.issues[0];
	const told = new z.ZodError(issue === undefined ? [] : [issue]);
	const [fault] = configFaults(schema, told, document);
	const inner =
		issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
	const path = [...prefix, ...(issue?.path ?? []), ...inner];
	const name = path.length === 0 ? "the line" : path.map(String).join(".");
	const rule = fault?.rule ?? "it does not fit";
	return refused(text, "rule", `${name}: ${rule}`, placeIn(text, path));
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
