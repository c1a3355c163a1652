import type { Glossary } from "./glossary.ts";

/** Spanish, with the accents that GSM-7 has. */
export const es: Glossary = {
	zone: (id) => `zona ${id}`,
	panel: "central",
	modes: {
		disarm: "desarmada",
		home: "armada parcial",
		away: "armada",
	},
	alarms: {
		burglar: "intrusion",
		perimeter: "intrusion",
		interior: "intrusion dentro",
		"cross-zone": "intrusion confirmada",
		"24-hour": "zona 24 h",
		fire: "INCENDIO",
		medical: "emergencia médica",
		water: "agua",
		"silent-panic": "panico silencioso",
		panic: "panico",
		tamper: "sabotaje",
		"panel-tamper": "sabotaje central",
	},
	troubles: {
		mains: "red eléctrica",
		"battery-low": "bateria baja",
		"battery-missing": "sin bateria",
		"panel-tamper": "sabotaje central",
		jam: "radio interferida",
		gsm: "red movil",
		sim: "SIM",
		receiver: "central receptora",
		tamper: "sabotaje",
		"low-battery": "pila baja",
		supervision: "no responde",
	},
	openZone: "abierta",
	closedZone: "cerrada",
	leftOutZone: "excluida",
};
