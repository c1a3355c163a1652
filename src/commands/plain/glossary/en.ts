import type { Glossary } from "./glossary.ts";

/** English. */
export const en: Glossary = {
	zone: (id) => `zone ${id}`,
	panel: "panel",
	modes: { disarm: "disarmed", home: "armed home", away: "armed away" },
	alarms: {
		burglar: "burglar",
		perimeter: "burglar",
		interior: "burglar inside",
		"cross-zone": "confirmed burglar",
		"24-hour": "24-hour zone",
		fire: "FIRE",
		medical: "medical",
		water: "water",
		"silent-panic": "silent panic",
		panic: "panic",
		tamper: "tamper",
		"panel-tamper": "panel tamper",
	},
	troubles: {
		mains: "mains power",
		"battery-low": "panel battery low",
		"battery-missing": "panel battery missing",
		"panel-tamper": "panel tamper",
		jam: "radio jammed",
		gsm: "mobile network",
		sim: "SIM",
		receiver: "alarm receiver",
		tamper: "tamper",
		"low-battery": "battery low",
		supervision: "not responding",
	},
	openZone: "open",
	closedZone: "closed",
	leftOutZone: "bypassed",
};
