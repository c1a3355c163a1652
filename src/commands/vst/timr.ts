import { fields } from "../../panel/fields.ts";
import { keepIfBlank, kept } from "../../spec/parameter.ts";
import { defineCommand } from "../define.ts";

export const timr = defineCommand({
	word: "TIMR",
	help: "Set the exit and entry delays in seconds and the siren time in minutes.",
	source: "no manual page seen sets a timer by SMS",
	synonyms: ["timer", "delay", "exit", "entry", "siren", "time"],
	parameters: {
		exitAway: keepIfBlank(fields.exitAway),
		exitHome: keepIfBlank(fields.exitHome),
		entry1: keepIfBlank(fields.entry1),
		entry2: keepIfBlank(fields.entry2),
		siren: keepIfBlank(fields.siren),
	},
	example: { exitAway: 45, exitHome: 20, entry1: 30, entry2: 60, siren: 5 },
	toEvent: ({ exitAway, exitHome, entry1, entry2, siren }) => ({
		type: "set-timers",
		exitAway: kept(exitAway),
		exitHome: kept(exitHome),
		entry1: kept(entry1),
		entry2: kept(entry2),
		siren: kept(siren),
	}),
});
