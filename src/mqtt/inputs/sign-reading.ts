import type { MqttOnFile } from "../../derive/mqtt-settings-schema.ts";

/** A device that speaks over MQTT, in a zone. */
export type MqttInput = MqttOnFile["inputs"][number];

/** Where a device says one thing about itself, and in which values. */
export type MqttSign = MqttInput["open"];

export type SignName = "open" | "tamper" | "lowBattery" | "availability";

/** What a message says: yes, no, or that nobody knows. */
export interface SignReading {
	readonly sign: SignName;
	readonly says: "yes" | "no" | "unknown";
}

const signNames: readonly SignName[] = [
	"open",
	"tamper",
	"lowBattery",
	"availability",
];

/** What a message says about a device; nothing where it is about others or not understood. */
export function signReadings(
	input: MqttInput,
	topic: string,
	payload: string,
): readonly SignReading[] {
	return signNames.flatMap((sign) => {
		const declared = input[sign];
		if (declared === undefined || (declared.topic ?? input.topic) !== topic)
			return [];
		const says = readSign(declared, payload, sign);
		return says === null ? [] : [{ sign, says }];
	});
}

/** Every topic on which a device speaks. */
export function topicsOfInput(input: MqttInput): readonly string[] {
	return [
		...new Set(
			signNames.flatMap((sign) => {
				const declared = input[sign];
				return declared === undefined ? [] : [declared.topic ?? input.topic];
			}),
		),
	];
}

function readSign(
	{ path, yes, no }: MqttSign,
	payload: string,
	sign: SignName,
): SignReading["says"] | null {
	const value = path === undefined ? payload.trim() : memberAt(payload, path);
	if (value === undefined) return null;
	const known = yes !== undefined && no !== undefined;
	if (known && yes.some((each) => isSame(each, value))) return "yes";
	if (known && no.some((each) => isSame(each, value))) return "no";
	const word = typeof value === "object" ? null : String(value).toLowerCase();
	if (word === null) return value === null ? "unknown" : null;
	if (unknowns.has(word)) return "unknown";
	if (known) return null;
	const usual = sign === "availability" ? reachable : usualWords;
	return usual.yes.has(word) ? "yes" : usual.no.has(word) ? "no" : null;
}

/** As Home Assistant and others say that they do not know. An empty message takes back what was said. */
const unknowns: ReadonlySet<string> = new Set([
	"",
	"null",
	"none",
	"unavailable",
	"unknown",
]);

const usualWords = {
	yes: new Set(["on", "open", "true", "1", "yes", "detected"]),
	no: new Set(["off", "closed", "false", "0", "no", "clear"]),
};

const reachable = {
	yes: new Set(["online", "available", "true", "on"]),
	no: new Set(["offline", "false", "off"]),
};

function isSame(expected: string | number | boolean, value: unknown): boolean {
	return typeof value !== "object" && String(expected) === String(value);
}

/** The member of a JSON text at `contact` or `sensors.0.open`; undefined where there is none. */
function memberAt(payload: string, path: string): unknown {
	let value: unknown;
	try {
		value = JSON.parse(payload);
	} catch {
		return payload.trim() === "" ? null : undefined;
	}
	for (const key of path
		.replace(/^\$\.?/, "")
		.split(/[.[\]]+/)
		.filter(Boolean)) {
		if (typeof value !== "object" || value === null) return undefined;
		value = Object.getOwnPropertyDescriptor(value, key)?.value;
	}
	return value;
}
