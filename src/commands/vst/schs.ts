import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const schs = defineCommand({
	word: "SCHS",
	help: "Set a time of day at which the panel arms.",
	source: "no manual page seen arms by the clock; the word follows USRS",
	synonyms: ["schedule", "time", "daily", "clock", "arm"],
	parameters: {
		schedule: required(fields.scheduleNumber),
		hour: required(fields.scheduleHour),
		minute: required(fields.scheduleMinute),
		mode: required(fields.scheduleMode),
	},
	example: { schedule: 1, hour: 22, minute: 30, mode: "away" },
	inverse: [
		{
			part: "schedules",
			id: "schedule",
			sets: { hour: "hour", minute: "minute", mode: "mode" },
		},
	],
	toEvent: ({ schedule: id, hour, minute, mode }) => ({
		type: "set-schedule",
		schedule: { id, hour, minute, mode },
	}),
});
