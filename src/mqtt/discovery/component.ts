/**
 * A part of a discovery message, in Home Assistant's abbreviations. `p` is the
 * platform, `uniq_id` what the entity is known by for good.
 */
export interface MqttComponent {
	readonly p:
		| "alarm_control_panel"
		| "binary_sensor"
		| "button"
		| "event"
		| "sensor"
		| "switch";
	readonly uniq_id: string;
	/** Null for the entity that bears the device's name. */
	readonly name: string | null;
	readonly [key: string]: string | number | boolean | null | readonly string[];
}

export type MqttComponents = { readonly [name: string]: MqttComponent };

/** A command that waited longer than this many seconds at the broker is dropped there. */
export const COMMAND_EXPIRY = 10;

/** What Home Assistant would make an entity's id of: `Front door` is `front_door`. */
export function slug(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "");
}
