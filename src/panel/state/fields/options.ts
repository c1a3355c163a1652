import { defineFields, field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { integer } from "../../../parameters/kinds/integer.ts";
import { text } from "../../../parameters/kinds/text.ts";

const offOn = choice([
	{ text: "0", value: false, meaning: "off" },
	{ text: "1", value: true, meaning: "on" },
]);

/** How the panel behaves, as far as that can be chosen. */
export const optionFields = defineFields({
	armFault: field({
		label: "arm fault type",
		kind: choice([
			{
				text: "0",
				value: "confirm",
				meaning: "refuse once, force on a repeat",
			},
			{ text: "1", value: "direct", meaning: "force at once" },
		]),
		initial: "confirm",
		help: "What arming does when something is open or out of order. (ZW41; the default is inferred)",
	}),
	tamperAlarm: field({
		label: "tamper alarm",
		kind: choice([
			{ text: "0", value: "away", meaning: "only when armed away" },
			{ text: "1", value: "always", meaning: "in every mode" },
		]),
		initial: "away",
		help: "When tampering sounds the siren and is reported. (ZW41; the default is inferred)",
	}),
	finalDoor: field({
		label: "final door",
		kind: offOn,
		initial: false,
		help: "Whether closing the entry door ends the exit delay of away. (CR11, ZW41)",
	}),
	chime: field({
		label: "door chime",
		kind: offOn,
		initial: false,
		help: "Whether an entry zone chimes while disarmed. (MZ31; the default is inferred)",
	}),
	jamDetection: field({
		label: "interference detection",
		kind: offOn,
		initial: false,
		help: "Whether 30 s of jamming are a trouble. (CR11)",
	}),
	swinger: field({
		label: "swinger shutdown",
		kind: integer([0, 10]),
		initial: 3,
		help: "Most burglar alarms of a zone in one arming; 0 is no limit. (G2-22; the default is inferred from EN grade 2)",
	}),
	setUnset: field({
		label: "set/unset contact",
		kind: choice([
			{
				text: "0",
				value: "open-disarms",
				meaning: "open disarms, closed arms",
			},
			{ text: "1", value: "open-arms", meaning: "open arms, closed disarms" },
		]),
		initial: "open-disarms",
		help: "Which edge of a set/unset contact arms. (inferred)",
	}),
	restart: field({
		label: "restart profile",
		kind: choice([
			{
				text: "0",
				value: "climax",
				meaning: "countdowns start over, siren off",
			},
			{ text: "1", value: "resume", meaning: "all goes on, sensors wait 60 s" },
			{
				text: "2",
				value: "restart-countdown",
				meaning: "countdowns and siren start over",
			},
		]),
		initial: "climax",
		help: "What becomes of what was going on when the power returns. (climax is inferred, resume is CP-01's)",
	}),
	timeZone: field({
		label: "time zone",
		kind: text(40),
		initial: "UTC",
		help: "Name in the IANA list, such as Europe/Berlin; for arming at a time of day. (extension)",
	}),
	keypadGuard: field({
		label: "keypad guard",
		kind: integer([0, 10]),
		initial: 3,
		help: "Wrong codes in a row that lock the keypad; 0 is never. (extension: no manual of this maker states one)",
	}),
	smsGuard: field({
		label: "SMS guard",
		kind: integer([0, 10]),
		initial: 0,
		help: "Wrong codes of one sender, with less than a day between them, after which texts of that sender are ignored for a while. A right code does not reset the count. 0 is no limit, or 3 as soon as people are listed. (extension: no manual of this maker states one)",
	}),
});

const { timeZone, ...others } = optionFields;

/** What OPTS sets, in the order of its slots: all but the time zone. */
export const optionsByMessage = others;
