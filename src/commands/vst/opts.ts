import { fields } from "../../panel/fields.ts";
import { keepIfBlank, kept } from "../../spec/parameter.ts";
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
	parameters: {
		armFault: keepIfBlank(fields.armFault),
		tamperAlarm: keepIfBlank(fields.tamperAlarm),
		finalDoor: keepIfBlank(fields.finalDoor),
		chime: keepIfBlank(fields.chime),
		jamDetection: keepIfBlank(fields.jamDetection),
		swinger: keepIfBlank(fields.swinger),
		setUnset: keepIfBlank(fields.setUnset),
		restart: keepIfBlank(fields.restart),
		keypadGuard: keepIfBlank(fields.keypadGuard),
		smsGuard: keepIfBlank(fields.smsGuard),
	},
	example: {
		armFault: "confirm",
		tamperAlarm: "always",
		finalDoor: true,
		chime: true,
		jamDetection: true,
		swinger: 3,
	},
	toEvent: (options) => ({
		type: "set-options",
		options: {
			armFault: kept(options.armFault),
			tamperAlarm: kept(options.tamperAlarm),
			finalDoor: kept(options.finalDoor),
			chime: kept(options.chime),
			jamDetection: kept(options.jamDetection),
			swinger: kept(options.swinger),
			setUnset: kept(options.setUnset),
			restart: kept(options.restart),
			keypadGuard: kept(options.keypadGuard),
			smsGuard: kept(options.smsGuard),
		},
	}),
});
