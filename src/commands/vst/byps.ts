import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const byps = defineCommand({
	word: "BYPS",
	help: "Leave a zone out of the watch, or take it back.",
	source: "no manual page seen bypasses by SMS",
	synonyms: ["bypass", "omit", "isolate", "zone", "leave out"],
	parameters: {
		zone: required(fields.zoneNumber),
		bypass: required(fields.bypass),
	},
	example: { zone: 1, bypass: "once" },
	inverse: [{ part: "zones", id: "zone", sets: { bypass: "bypass" } }],
	toEvent: ({ zone, bypass }) => ({ type: "set-zone", zone, bypass }),
});
