import * as z from "zod";
import { shellWord } from "../../../grammar/message/shell-word.ts";
import type { SetMode } from "../../panel/state/event.ts";
import type { ArmingFeature } from "../discovery/panel-modes.ts";
import type { MqttTopics } from "../topics.ts";

/** A message of a broker, as it came. */
export interface MqttMessage {
	readonly topic: string;
	readonly payload: Uint8Array;
	/** Whether it lay at the broker, or was sent to lie there. */
	readonly retain: boolean;
	/** Whether the broker says that it has sent it before. */
	readonly isAgain: boolean;
}

/** What the panel is asked for. */
export type MqttCommand =
	| {
			readonly about: "mode";
			readonly mode: SetMode["mode"];
			readonly force: boolean;
			/** Null where none was given. */
			readonly code: string | null;
	  }
	| {
			readonly about: "bypass";
			readonly zone: number;
			readonly leaveOut: boolean;
	  }
	| { readonly about: "credit" }
	/** A test report through a destination. */
	| { readonly about: "report"; readonly destination: number };

/** A command, or why there is none. The reason quotes nothing of the message. */
export type ReadCommand =
	| { readonly ok: true; readonly command: MqttCommand }
	| { readonly ok: false; readonly why: string };

/** Longest payload that is looked at, in octets. */
const LONGEST = 1024;

/** Reads a message on one of the command topics. It is total: any message gives one or the other. */
export function readCommand(
	{ topic, payload, retain, isAgain }: MqttMessage,
	topics: MqttTopics,
	features: readonly ArmingFeature[],
): ReadCommand {
	if (payload.length === 0) return ignored("it is empty");
	if (retain)
		return ignored(
			`a retained command is never carried out; clear it: mosquitto_pub -r -n -t ${shellWord(topic)}`,
		);
	// Nothing is lost within a session, and each begins without a past: it was heard.
	if (isAgain)
		return ignored("the broker sends it again, and it was heard before");
	if (payload.length > LONGEST) return ignored("it is longer than 1 kB");
	const text = textOf(payload);
	if (text === null) return ignored("it is no UTF-8");
	const { command } = topics;
	if (topic === command.mode) return modeCommand(text, features);
	if (topic === command.credit)
		return text === "ASK"
			? { ok: true, command: { about: "credit" } }
			: ignored("ASK is all that can be asked here");
	const zone = /\/zone\/([1-9]\d{0,2})\/bypass$/.exec(topic)?.[1];
	if (zone !== undefined && topic === command.bypass(Number(zone)))
		return bypassCommand(text, Number(zone));
	const way = /\/report\/([1-9]\d{0,2})\/test$/.exec(topic)?.[1];
	if (way !== undefined && topic === command.reportTest(Number(way)))
		return text === "TEST"
			? { ok: true, command: { about: "report", destination: Number(way) } }
			: ignored("TEST is all that can be asked here");
	return ignored("nothing is heard on this topic");
}

const wishSchema = z.strictObject({
	action: z.string(),
	code: z.string().nullish(),
});

/** In action words of Home Assistant; `FORCE_` before one arms in spite of faults. */
function modeCommand(
	text: string,
	features: readonly ArmingFeature[],
): ReadCommand {
	const json = parsed(text);
	if (json === undefined) return ignored("it is no JSON");
	const read = wishSchema.safeParse(json);
	if (!read.success)
		return ignored("an object with action and code, both texts, and no more");
	const { action } = read.data;
	const code = read.data.code || null;
	if (code !== null && !/^\S{1,32}$/.test(code))
		return ignored("the code has blanks or is too long");
	if (action === "DISARM")
		return {
			ok: true,
			command: { about: "mode", mode: "disarm", force: false, code },
		};
	const force = action.startsWith("FORCE_");
	const arm = force ? action.slice("FORCE_".length) : action;
	const feature = features.find((each) => each.action === arm);
	return feature === undefined
		? ignored("the panel knows no such action")
		: {
				ok: true,
				command: { about: "mode", mode: feature.mode, force, code },
			};
}

function bypassCommand(text: string, zone: number): ReadCommand {
	return text === "ON" || text === "OFF"
		? {
				ok: true,
				command: { about: "bypass", zone, leaveOut: text === "ON" },
			}
		: ignored("ON or OFF is all that can be said here");
}

function ignored(why: string): ReadCommand {
	return { ok: false, why };
}

function textOf(payload: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(payload);
	} catch {
		return null;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
