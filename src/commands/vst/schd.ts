import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const schd = defineCommand({
	word: "SCHD",
	help: "Take away a time of day at which the panel arms.",
	source: "no manual page seen arms by the clock; the word follows USRD",
	synonyms: ["schedule", "time", "delete", "remove", "clock"],
	parameters: { schedule: required(fields.scheduleNumber) },
	example: { schedule: 1 },
	inverse: [{ part: "schedules", id: "schedule", deletes: {} }],
	toEvent: ({ schedule }) => ({ type: "delete-schedule", schedule }),
});
