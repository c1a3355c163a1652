/**
 * A stand-in for Home Assistant: it does with discovery, states and commands what
 * the source of its MQTT integration does (homeassistant/components/mqtt, September
 * 2026), as far as a panel needs it, and notes as a fault what that would drop,
 * ignore or warn of.
 */

import { isTruth, rendered } from "./home-assistant-template.ts";
import {
	abbreviations,
	alarmStates,
	binaryClasses,
	type Json,
	platforms,
	rootKeys,
	sensorClasses,
} from "./home-assistant-words.ts";

/** An entity as it is set up. */
export interface Entity {
	readonly platform: string;
	readonly component: string;
	readonly options: Readonly<Record<string, Json>>;
	state: string | null;
	attributes: Readonly<Record<string, Json>>;
}

export class HomeAssistant {
	/** What the log of Home Assistant would warn of. */
	readonly faults: string[] = [];
	/** By unique id. */
	readonly entities = new Map<string, Entity>();
	/** Payloads of event entities, in order. */
	readonly events: Record<string, Json>[] = [];
	readonly #available = new Map<string, boolean>();
	readonly #latest = new Map<string, string>();
	readonly #publish: (topic: string, payload: string) => void;

	/** @param publish sends a command, with QoS 1 and not retained */
	constructor(publish: (topic: string, payload: string) => void) {
		this.#publish = publish;
	}

	/** A message of the broker. */
	hear(topic: string, payload: string, retain: boolean): void {
		const device = /^homeassistant\/device\/([\w-]+)\/config$/.exec(topic)?.[1];
		if (device !== undefined) this.#discover(topic, payload);
		else if (topic.startsWith("homeassistant/") && topic.endsWith("/config"))
			this.#fault(`no message of a device: ${topic}`);
		else {
			// What is cleared does not lie at the broker for an entity to come.
			if (payload === "") this.#latest.delete(topic);
			else this.#latest.set(topic, payload);
			for (const entity of this.entities.values())
				this.#update(entity, topic, payload, retain);
		}
	}

	/** The state that a card shows: `unavailable` until the panel says that it is there. */
	state(uniqueId: string): string {
		const entity = this.#entity(uniqueId);
		const availability = String(entity.options.availability_topic);
		if (this.#available.get(availability) !== true) return "unavailable";
		return entity.state ?? "unknown";
	}

	/** States of all entities, by the component's name. */
	states(): Record<string, string> {
		return Object.fromEntries(
			[...this.entities].map(([id, { component }]) => [
				component,
				this.state(id),
			]),
		);
	}

	/** Presses a key of an alarm panel's card. */
	press(uniqueId: string, action: string, code: string | null = null): boolean {
		const { options } = this.#entity(uniqueId);
		const feature = action === "DISARM" ? null : action.toLowerCase();
		const features = options.supported_features as readonly string[];
		if (feature !== null && !features.includes(feature)) return false;
		const isRequired =
			options[
				action === "DISARM" ? "code_disarm_required" : "code_arm_required"
			] !== false;
		// With REMOTE_CODE a code has to be typed; whether it is right is not known here.
		if (isRequired && code === null) return false;
		const payload = rendered(String(options.command_template), {
			action,
			code,
		});
		this.#publish(String(options.command_topic), payload);
		return true;
	}

	/** Presses a button, or turns a switch. */
	send(uniqueId: string, payload: string): void {
		this.#publish(
			String(this.#entity(uniqueId).options.command_topic),
			payload,
		);
	}

	#entity(uniqueId: string): Entity {
		const entity = this.entities.get(uniqueId);
		if (entity === undefined) throw new Error(`no entity ${uniqueId}`);
		return entity;
	}

	#discover(topic: string, payload: string): void {
		if (payload === "") {
			this.entities.clear();
			return;
		}
		const message = expanded(JSON.parse(payload));
		const stray = Object.keys(message).filter((key) => !rootKeys.has(key));
		if (stray.length > 0) {
			this.#fault(`${topic}: extra keys ${stray.join(", ")}: dropped`);
			return;
		}
		const { device, origin, components, ...shared } = message;
		if (!isObject(device) || !("identifiers" in device))
			this.#fault("device: no identifiers");
		if (!isObject(origin) || !("name" in origin))
			this.#fault("origin: no name");
		if (!isObject(components)) {
			this.#fault("no components");
			return;
		}
		for (const [name, each] of Object.entries(components)) {
			if (!isObject(each)) continue;
			this.#setUp(name, { ...shared, ...expanded(each) }, device);
		}
	}

	#setUp(
		name: string,
		options: Readonly<Record<string, Json>>,
		device: Json | undefined,
	): void {
		const { platform, unique_id: id, ...rest } = options;
		if (typeof platform !== "string") {
			this.#fault(`${name}: no platform`);
			return;
		}
		if (!("unique_id" in options)) {
			// A platform alone takes the entity away.
			for (const [known, { component }] of this.entities)
				if (component === name) this.entities.delete(known);
			return;
		}
		if (typeof id !== "string") {
			this.#fault(`${name}: unique_id is no text`);
			return;
		}
		for (const fault of faultsOf(platform, rest, device))
			this.#fault(`${name}: ${fault}`);
		const before = this.entities.get(id);
		if (before !== undefined && before.component !== name)
			this.#fault(`${name}: unique id ${id} is not unique`);
		const entity: Entity = {
			platform,
			component: name,
			options,
			state: before?.state ?? null,
			attributes: before?.attributes ?? {},
		};
		this.entities.set(id, entity);
		for (const [topic, payload] of this.#latest)
			this.#update(entity, topic, payload, true);
	}

	#update(
		entity: Entity,
		topic: string,
		payload: string,
		retain: boolean,
	): void {
		const { options, platform } = entity;
		if (topic === options.availability_topic) {
			if (payload === "online" || payload === "offline")
				this.#available.set(topic, payload === "online");
			return;
		}
		if (topic === options.json_attributes_topic && payload !== "")
			entity.attributes = JSON.parse(payload);
		if (topic !== options.state_topic) return;
		if (platform === "event") {
			// It ignores what lay at the broker.
			if (!retain) this.#happened(options, payload);
			return;
		}
		const template = options.value_template;
		const json = payload === "" ? undefined : JSON.parse(payload);
		const value =
			template === undefined
				? payload
				: rendered(String(template), { value_json: json });
		if (value === "") return;
		if (platform === "alarm_control_panel" && !alarmStates.has(value)) {
			this.#fault(
				`${entity.component}: ${value} is no state of an alarm panel`,
			);
			return;
		}
		const { options: words } = options;
		if (Array.isArray(words) && ![...words, "None"].includes(value)) {
			this.#fault(`${entity.component}: ${value} is none of its options`);
			return;
		}
		if (platform === "binary_sensor" || platform === "switch") {
			if (value === "ON") entity.state = "on";
			else if (value === "OFF") entity.state = "off";
			else this.#fault(`${entity.component}: ${value} is neither ON nor OFF`);
		} else entity.state = value === "None" ? "unknown" : value;
	}

	#happened(options: Entity["options"], payload: string): void {
		const event = JSON.parse(payload);
		const types = options.event_types as readonly string[];
		if (!types.includes(event.event_type))
			this.#fault(`${event.event_type} is no type of event`);
		else this.events.push(event);
	}

	#fault(fault: string): void {
		this.faults.push(fault);
	}
}

function expanded(short: Readonly<Record<string, Json>>): Record<string, Json> {
	return Object.fromEntries(
		Object.entries(short).map(([key, value]) => {
			const long = abbreviations[key] ?? key;
			return [
				long,
				(long === "device" || long === "origin") && isObject(value)
					? Object.fromEntries(
							Object.entries(value).map(([inner, each]) => [
								abbreviations[`dev.${inner}`] ?? abbreviations[inner] ?? inner,
								each,
							]),
						)
					: value,
			];
		}),
	);
}

/** What the schema of a platform finds, and keys that it would pass over without a word. */
function faultsOf(
	platform: string,
	options: Readonly<Record<string, Json>>,
	device: Json | undefined,
): readonly string[] {
	const schema = platforms[platform];
	if (schema === undefined) return [`no platform ${platform}`];
	const deviceClass = options.device_class;
	const classes =
		platform === "binary_sensor"
			? binaryClasses
			: platform === "sensor"
				? sensorClasses
				: null;
	const category = options.entity_category;
	const domain = String(options.default_entity_id ?? "").split(".")[0];
	return [
		...schema.required
			.filter((key) => !(key in options))
			.map((key) => `no ${key}`),
		...Object.keys(options)
			.filter((key) => !schema.known.has(key))
			.map((key) => `${key} is not known`),
		...(deviceClass !== undefined && !classes?.has(String(deviceClass))
			? [`no class ${deviceClass}`]
			: []),
		...(category === "config" &&
		(platform === "sensor" ||
			platform === "binary_sensor" ||
			platform === "event")
			? ["category config is refused"]
			: []),
		...(domain !== "" && domain !== platform
			? [`default_entity_id is of ${domain}`]
			: []),
		...(deviceClass === "signal_strength" &&
		options.unit_of_measurement !== "dBm"
			? ["signal_strength needs dBm"]
			: []),
		...(deviceClass === "monetary" && "state_class" in options
			? ["monetary takes no such state_class"]
			: []),
		...(platform === "alarm_control_panel" && !("supported_features" in options)
			? ["all six features"]
			: []),
		...(isTruth(options.retain ?? null) ? ["a retained command"] : []),
		...(isObject(device) &&
		options.name !== null &&
		options.name === device.name
			? ["the name repeats the device's"]
			: []),
	];
}

function isObject(
	value: Json | undefined,
): value is { readonly [key: string]: Json } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
