import { timersByMessage } from "../../panel/state/fields/timers.ts";
import {
	keepAllIfBlank,
	keptAll,
	sameNames,
} from "../../parameters/field-group.ts";
import { defineCommand } from "../define.ts";

export const timr = defineCommand({
	word: "TIMR",
	help: "Set the exit and entry delays in seconds and the siren time in minutes.",
	source: "no manual page seen sets a timer by SMS",
	synonyms: ["timer", "delay", "exit", "entry", "siren", "time"],
	parameters: keepAllIfBlank(timersByMessage),
	example: { exitAway: 45, exitHome: 20, entry1: 30, entry2: 60, siren: 5 },
	inverse: [
		{
			part: "timers",
			sets: sameNames(timersByMessage),
			also: { entry1: "entryHome1", entry2: "entryHome2" },
		},
	],
	toEvent: (timers) => ({ type: "set-timers", ...keptAll(timers) }),
});
