import { defineFields, field } from "../../../parameters/field.ts";
import { integer } from "../../../parameters/kinds/integer.ts";

/** What TIMR sets, in the order of its slots. */
export const timersByMessage = defineFields({
	exitAway: field({
		label: "exit delay away",
		kind: integer([0, 255]),
		initial: 30,
		help: "Seconds from the arming to away. (G2-22; range and default are inferred)",
	}),
	exitHome: field({
		label: "exit delay home",
		kind: integer([0, 255]),
		initial: 30,
		help: "Seconds from the arming to home. (G2-22; range and default are inferred)",
	}),
	entry1: field({
		label: "entry delay 1",
		kind: integer([0, 255]),
		initial: 20,
		help: "Seconds in which to disarm after an entry. (G2-22; range and default are inferred)",
	}),
	entry2: field({
		label: "entry delay 2",
		kind: integer([0, 255]),
		initial: 20,
		help: "Seconds for the zones that start the second delay. (G2-22; range and default are inferred)",
	}),
	siren: field({
		label: "siren time",
		kind: integer([1, 15]),
		initial: 3,
		help: "Minutes that the siren sounds at most. (G2-22; range and default are inferred)",
	}),
});

/** Timers, in seconds; the siren and the mains report in minutes. */
export const timerFields = defineFields({
	...timersByMessage,
	entryHome1: field({
		label: "entry delay 1 home",
		kind: integer([0, 255]),
		initial: 20,
		help: "Entry delay 1 while armed home. (G2-22; that it may differ is inferred)",
	}),
	entryHome2: field({
		label: "entry delay 2 home",
		kind: integer([0, 255]),
		initial: 20,
		help: "Entry delay 2 while armed home. (G2-22; that it may differ is inferred)",
	}),
	crossZoneTime: field({
		label: "cross zone time",
		kind: integer([0, 255]),
		initial: 0,
		help: "Seconds in which a second cross zone confirms an alarm; 0 is off. (VESTA installer manual; range and default are inferred)",
	}),
	mainsReport: field({
		label: "mains report delay",
		kind: integer([0, 255]),
		initial: 5,
		help: "Minutes without mains before that is reported. (VESTA installer manual; range and default are inferred)",
	}),
	faultKeypad: field({
		label: "arm fault window at the keypad",
		kind: integer([1, 255]),
		initial: 10,
		help: "Seconds in which a second attempt arms in spite of faults. (ZW41)",
	}),
	faultSms: field({
		label: "arm fault window by SMS",
		kind: integer([1, 900]),
		initial: 180,
		help: "Seconds in which a second message arms in spite of faults. (inferred: 10 s are too short for a message and its answer)",
	}),
});
