import { en as words } from "../glossary/en.ts";
import type { NoticePhrases } from "./notice-phrases.ts";

const preventions = {
	alarm: "there was an alarm",
	power: "the panel had no power",
	clock: "its clock was set past the time",
};

const { modes } = words;
const place = (what: string, where: string) =>
	where === "" ? what : `${what}, ${where}`;

/** English. */
export const en: NoticePhrases = {
	...words,
	named: (id, name) => `zone ${id} ${name}`,
	done: (who, word) => `${who}: ${word} is done.`,
	entered: (mode) => `The house is ${modes[mode]}.`,
	leftOut: (zones) => `Bypassed: ${zones}.`,
	notEntered: (mode) =>
		`NOT ${modes[mode]}: it was ended at the panel. Check the real state first: STATUS`,
	prevented: (mode, by) =>
		`NOT ${modes[mode]}: ${preventions[by]}. Check the real state first: STATUS`,
	alarm: (what, where) => `ALARM: ${place(what, where)}.`,
	alarmOver: (what, where) => `Alarm over: ${place(what, where)}.`,
	cancelled: "The alarm was ended: somebody has disarmed.",
	trouble: (what, where) => `Trouble: ${place(what, where)}.`,
	troubleOver: (what, where) => `In order again: ${place(what, where)}.`,
	flaps: (what, where) =>
		`Comes and goes: ${place(what, where)}. Nothing more is told of it for an hour, unless it lasts.`,
	restarted: "The panel has started anew: its power was gone.",
	guessing: (number) =>
		`Too many wrong codes: messages from ${number} are ignored for a while.`,
	strangers:
		"Somebody is guessing codes by SMS. Messages from numbers that are not listed are ignored for a while.",
};
