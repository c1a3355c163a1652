import { fields } from "../../panel/state/fields.ts";
import {
	blank,
	clearIfBlank,
	constant,
	keepIfBlank,
	kept,
	required,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const rpt = defineCommand({
	word: "RPT",
	help: "Say where reports go, or take a destination away.",
	source: "MM85",
	synonyms: ["report", "destination", "monitoring", "alarm receiver"],
	parameters: {
		destination: required(fields.destinationNumber),
		url: clearIfBlank(fields.destination, "a blank deletes the destination"),
		group: keepIfBlank(fields.reportGroup, "a blank keeps the old one"),
		type: keepIfBlank(fields.reportType, "a blank keeps the old one"),
		always0: constant("0", "fifth parameter"),
		filter: keepIfBlank(fields.reportFilter, "a blank keeps the old one"),
	},
	example: {
		destination: 1,
		url: "0933111222",
		group: 1,
		type: "speech",
		filter: "status",
	},
	inverse: [
		{
			part: "reporting.destinations",
			id: "destination",
			sets: { url: "url", group: "group", type: "carrier", filter: "level" },
		},
		{
			part: "reporting.destinations",
			id: "destination",
			deletes: { url: blank },
			inferred: ["url"],
		},
	],
	toEvent: ({ destination, url, group, type, filter }) =>
		url === blank
			? { type: "delete-destination", destination }
			: {
					type: "set-destination",
					destination,
					url,
					group: kept(group),
					carrier: kept(type),
					level: kept(filter),
				},
});
