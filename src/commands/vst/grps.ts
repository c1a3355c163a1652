import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const grps = defineCommand({
	word: "GRPS",
	help: "Say whether a group of destinations is essential, and how often it is tried.",
	source: "no manual page seen sets these by SMS; the values are L102's",
	synonyms: ["group", "report", "essential", "optional", "retries"],
	parameters: {
		group: required(fields.reportGroup),
		kind: required(fields.groupKind),
		retries: required(fields.groupRetries),
	},
	example: { group: 2, kind: "optional", retries: 3 },
	inverse: [
		{
			part: "reporting.groups",
			id: "group",
			sets: { kind: "kind", retries: "retries" },
		},
	],
	toEvent: ({ group: id, kind, retries }) => ({
		type: "set-reporting",
		group: { id, kind, retries },
	}),
});
