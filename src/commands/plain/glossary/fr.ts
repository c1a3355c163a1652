import type { Glossary } from "./glossary.ts";

/** French, with the accents that GSM-7 has. */
export const fr: Glossary = {
	zone: (id) => `zone ${id}`,
	panel: "centrale",
	modes: {
		disarm: "désarmée",
		home: "armée partielle",
		away: "armée totale",
	},
	alarms: {
		burglar: "intrusion",
		perimeter: "intrusion",
		interior: "intrusion à l'intérieur",
		"cross-zone": "intrusion confirmée",
		"24-hour": "zone 24 h",
		fire: "INCENDIE",
		medical: "urgence médicale",
		water: "eau",
		"silent-panic": "panique silencieuse",
		panic: "panique",
		tamper: "autoprotection",
		"panel-tamper": "autoprotection centrale",
	},
	troubles: {
		mains: "secteur",
		"battery-low": "batterie faible",
		"battery-missing": "batterie absente",
		"panel-tamper": "autoprotection centrale",
		jam: "brouillage radio",
		gsm: "réseau mobile",
		sim: "SIM",
		receiver: "centre de télésurveillance",
		tamper: "autoprotection",
		"low-battery": "pile faible",
		supervision: "ne répond pas",
	},
	openZone: "ouvert",
	closedZone: "fermé",
	leftOutZone: "exclu",
};
