import { fields } from "../../panel/state/fields.ts";
import {
	cleared,
	clearIfBlank,
	constant,
	required,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const dean = defineCommand({
	word: "DEAN",
	help: "Add a device to a zone by its RF id.",
	source: "MZ58",
	synonyms: ["device", "sensor", "zone", "learn", "add device"],
	parameters: {
		area: constant("1", "area"),
		zone: required(fields.zoneNumber),
		rfId: required(fields.rfId),
		name: clearIfBlank(fields.zoneName, "a blank name is no name"),
	},
	example: { zone: 1, rfId: "0123456789", name: "name" },
	inverse: [
		{ part: "zones", id: "zone", sets: { rfId: "rfId", name: "name" } },
	],
	toEvent: ({ zone, rfId, name }) => ({
		type: "add-device",
		zone,
		lastZone: zone,
		rfId,
		name: cleared(name, fields.zoneName.initial),
	}),
});
