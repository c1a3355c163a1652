import { fields } from "../../panel/state/fields.ts";
import { keepIfBlank, kept, required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const deve = defineCommand({
	word: "DEVE",
	help: "Change the attribute and the name of a zone's device.",
	source: "CR21",
	synonyms: ["device", "sensor", "zone", "attribute", "rename", "edit device"],
	parameters: {
		zone: required(fields.zoneNumber),
		attribute: keepIfBlank(fields.homeAttribute, "a blank keeps the old one"),
		name: keepIfBlank(fields.zoneName, "a blank keeps the old one"),
	},
	example: { zone: 1, attribute: "burglar", name: "Kitchen" },
	inverse: [
		{
			part: "zones",
			id: "zone",
			sets: { attribute: "attribute", name: "name" },
		},
	],
	toEvent: ({ zone, attribute, name }) => ({
		type: "set-zone",
		zone,
		attribute: kept(attribute),
		name: kept(name),
	}),
});
