import { optionsByMessage } from "../../panel/state/fields/options.ts";
import {
	keepAllIfBlank,
	keptAll,
	sameNames,
} from "../../parameters/field-group.ts";
import { defineCommand } from "../define.ts";

export const opts = defineCommand({
	word: "OPTS",
	help: "Choose how the panel behaves.",
	source: "no manual page seen sets these by SMS",
	synonyms: [
		"options",
		"settings",
		"chime",
		"final",
		"door",
		"fault",
		"tamper",
		"jam",
		"swinger",
		"restart",
		"guard",
	],
	parameters: keepAllIfBlank(optionsByMessage),
	example: {
		armFault: "confirm",
		tamperAlarm: "always",
		finalDoor: true,
		chime: true,
		jamDetection: true,
		swinger: 3,
	},
	inverse: [{ part: "options", sets: sameNames(optionsByMessage) }],
	toEvent: (options) => ({ type: "set-options", options: keptAll(options) }),
});
