import type { NoticePhrases } from "./notice-phrases.ts";

const preventions = {
	alarm: "there was an alarm",
	power: "the panel had no power",
	clock: "its clock was set past the time",
};

const place = (what: string, where: string) =>
	where === "" ? what : `${what}, ${where}`;

/** English. */
export const en: NoticePhrases = {
	zone: (id) => `zone ${id}`,
	named: (id, name) => `zone ${id} ${name}`,
	done: (who, word) => `${who}: ${word} is done.`,
	entered: (mode) => `The house is armed ${mode}.`,
	leftOut: (zones) => `Bypassed: ${zones}.`,
	notEntered: (mode) =>
		`NOT armed ${mode}: it was ended at the panel. Check the real state first: STATUS`,
	prevented: (mode, by) =>
		`NOT armed ${mode}: ${preventions[by]}. Check the real state first: STATUS`,
	alarm: (what, where) => `ALARM: ${place(what, where)}.`,
	alarmOver: (what, where) => `Alarm over: ${place(what, where)}.`,
	cancelled: "The alarm was ended: somebody has disarmed.",
	trouble: (what, where) => `Trouble: ${place(what, where)}.`,
	troubleOver: (what, where) => `In order again: ${place(what, where)}.`,
	restarted: "The panel has started anew: its power was gone.",
	guessing: (number) =>
		`Too many wrong codes from ${number}: it is not heard for a while.`,
	strangers:
		"Somebody is guessing codes by SMS. Numbers that are not listed are not heard for a while.",
	events: {
		medical: "medical",
		fire: "FIRE",
		panic: "panic",
		burglar: "burglar",
		perimeter: "burglar",
		interior: "burglar inside",
		"24-hour": "24-hour zone",
		water: "water",
		"panel-tamper": "the panel's cover",
		tamper: "a device's cover",
		supervision: "device not heard",
		"low-battery": "device battery low",
		mains: "mains power",
		"battery-low": "panel battery low",
		"battery-missing": "panel battery missing",
		jam: "radio jammed",
		gsm: "mobile network",
		sim: "SIM",
	},
};
