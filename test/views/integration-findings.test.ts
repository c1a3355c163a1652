import { expect, test } from "vitest";
import { mqttSettingsSchema } from "../../src/derive/mqtt-settings-schema.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { integrationFindings } from "../../src/views/integration-findings.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";
import { fresh } from "../support/texting.ts";

const destination = { group: 1, level: "all", carrier: "" } as const;
const reporting = {
	...fresh(vst2752).reporting,
	destinations: [
		{ ...destination, id: 1, url: "ip://1234@127.0.0.1:7000/SIA2" },
		{ ...destination, id: 2, url: "sms://+15550188" },
	],
};

test("settings for receivers that the panel does not report to are found", () => {
	const key = "00112233445566778899AABBCCDDEEFF";
	const destinations = [1, 2, 5].map((id) => ({ id, key }));
	expect(
		integrationFindings({ dc09: { destinations } }, { reporting, zones: [] }),
	).toEqual([
		{
			level: "warning",
			path: "integrations.dc09.destinations.1",
			message: "destination 2 is no receiver, so these settings do nothing",
			standard: null,
		},
		{
			level: "warning",
			path: "integrations.dc09.destinations.2",
			message: "there is no destination 5, so these settings do nothing",
			standard: null,
		},
	]);
});

test("a file without such settings has no such finding", () => {
	expect(integrationFindings({}, { reporting, zones: [] })).toEqual([]);
});

test("devices that speak over MQTT for a zone that is not there, or that disarms, are found", () => {
	const { zones } = panelWithZones(["entry", "set-unset"]);
	const mqtt = mqttSettingsSchema.parse({
		inputs: [1, 2, 3].map((zone) => ({ zone, topic: `t/${zone}`, open: {} })),
	});
	expect(integrationFindings({ mqtt }, { reporting, zones })).toEqual([
		{
			level: "warning",
			path: "integrations.mqtt.inputs.1",
			message:
				"zone 2 is a set/unset contact: who may write to the topic disarms without a PIN",
			standard: null,
		},
		{
			level: "warning",
			path: "integrations.mqtt.inputs.2",
			message: "zone 3 has no device; what the topic says is not heard",
			standard: null,
		},
	]);
});
