import { expect, test } from "vitest";
import { mqttSettingsSchema } from "../../src/derive/mqtt-settings-schema.ts";

const input = { zone: 1, topic: "door" };

test.each([
	[{ url: "http://broker.lan" }, "mqtt:// or, with TLS, mqtts://"],
	[{ url: "broker.lan:1883" }, "mqtt:// or, with TLS, mqtts://"],
	[{ url: "broker lan" }, "a URL, as mqtts://broker.lan:8883"],
	[{ url: "mqtt://broker.lan/path" }, "nothing behind the port"],
	[
		{ url: "mqtts://panel:secret@broker.lan" },
		"no password here: ALARMPANEL_MQTT_PASSWORD or passwordFile has it",
	],
	[{ id: "1A2B3C4D" }, "8 hexadecimal digits"],
	[{ base: "a b" }, "letters, digits, _, - and / between them"],
	[
		{ inputs: [{ ...input, topic: "zigbee2mqtt/#" }] },
		"a topic without + and #",
	],
	[{ inputs: [input, input] }, "zone 1 has one input only"],
	[
		{ inputs: [{ ...input, open: { yes: [false] } }] },
		"yes and no go together",
	],
	[{ currency: "euro" }, "three capitals, as EUR"],
])("%j is refused, and quotes no secret", (settings, rule) => {
	const { error } = mqttSettingsSchema.safeParse(settings);
	expect(error?.issues.map(({ message }) => message)).toEqual([rule]);
});

test("what is left out has the usual value", () => {
	expect(mqttSettingsSchema.parse({ url: "mqtts://broker.lan" })).toEqual({
		url: "mqtts://broker.lan",
		prefix: "homeassistant",
		base: "alarmpanel",
		armWithoutCode: true,
		allowBypass: false,
		tellSilent: false,
		inputs: [],
		outputs: {},
	});
});
