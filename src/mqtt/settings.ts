import {
	type MqttOnFile,
	mqttSettingsSchema,
} from "../derive/mqtt-settings-schema.ts";

/** How the panel is a device of MQTT. */
export interface MqttSettings extends MqttOnFile {
	/** 8 hexadecimal digits, drawn once: entities and topics follow it, whatever else is renamed. */
	readonly id: string;
}

/** @param onFile the part `integrations.mqtt` of the panel's file */
export function mqttSettings(
	id: string,
	onFile?: Partial<MqttOnFile>,
): MqttSettings {
	return { ...mqttSettingsSchema.parse(onFile ?? {}), id };
}

export function deviceName({ name = "House" }: MqttSettings): string {
	return name;
}
