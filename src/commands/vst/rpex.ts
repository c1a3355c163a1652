import { fields } from "../../panel/state/fields.ts";
import {
	blank,
	clearIfBlank,
	keepIfBlank,
	kept,
	required,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const rpex = defineCommand({
	word: "RPEX",
	help: "Say where reports go, or take a destination away.",
	source: "MZ58",
	synonyms: ["report", "destination", "monitoring", "alarm receiver"],
	parameters: {
		destination: required(fields.destinationNumber),
		group: keepIfBlank(fields.reportGroup, "a blank keeps the old one"),
		level: keepIfBlank(fields.reportLevel, "a blank keeps the old one"),
		url: clearIfBlank(fields.destination, "a blank deletes the destination"),
	},
	example: {
		destination: 1,
		group: 1,
		level: "all",
		url: "gsm://1234@0234567890",
	},
	inverse: [
		{
			part: "reporting.destinations",
			id: "destination",
			sets: { group: "group", level: "level", url: "url" },
		},
		{
			part: "reporting.destinations",
			id: "destination",
			deletes: { url: blank },
			inferred: ["url"],
		},
	],
	toEvent: ({ destination, group, level, url }) =>
		url === blank
			? { type: "delete-destination", destination }
			: {
					type: "set-destination",
					destination,
					url,
					group: kept(group),
					level: kept(level),
				},
});
