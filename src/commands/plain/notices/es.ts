import type { NoticePhrases } from "./notice-phrases.ts";

const preventions = {
	alarm: "habia una alarma",
	power: "la central no tenia corriente",
	clock: "se cambio su reloj",
};

const place = (what: string, where: string) =>
	where === "" ? what : `${what}, ${where}`;

const modes = { away: "en modo total", home: "en modo parcial" };

/** Spanish, as far as GSM-7 has its accents. */
export const es: NoticePhrases = {
	zone: (id) => `zona ${id}`,
	named: (id, name) => `zona ${id} ${name}`,
	done: (who, word) => `${who}: ${word}, hecho.`,
	entered: (mode) => `La casa tiene la alarma puesta ${modes[mode]}.`,
	leftOut: (zones) => `Zonas excluidas: ${zones}.`,
	notEntered: (mode) =>
		`Alarma NO puesta ${modes[mode]}: se detuvo en casa. Compruebe antes el estado: STATUS`,
	prevented: (mode, by) =>
		`Alarma NO puesta ${modes[mode]}: ${preventions[by]}. Compruebe antes el estado: STATUS`,
	alarm: (what, where) => `ALARMA: ${place(what, where)}.`,
	alarmOver: (what, where) => `Fin de alarma: ${place(what, where)}.`,
	cancelled: "La alarma se ha apagado: alguien ha desarmado.",
	trouble: (what, where) => `Fallo: ${place(what, where)}.`,
	troubleOver: (what, where) => `De nuevo en orden: ${place(what, where)}.`,
	restarted: "La central ha arrancado de nuevo: le faltaba corriente.",
	guessing: (number) =>
		`Demasiados codigos falsos desde ${number}: no se escucha por un rato.`,
	strangers:
		"Alguien prueba codigos por SMS. Los numeros desconocidos no se escuchan por un rato.",
	events: {
		medical: "emergencia",
		fire: "INCENDIO",
		panic: "panico",
		burglar: "intrusion",
		perimeter: "intrusion",
		interior: "intrusion dentro",
		"24-hour": "zona 24 h",
		water: "agua",
		"panel-tamper": "tapa de la central",
		tamper: "tapa de un sensor",
		supervision: "sensor sin respuesta",
		"low-battery": "pila de sensor baja",
		mains: "red electrica",
		"battery-low": "bateria baja",
		"battery-missing": "sin bateria",
		jam: "radio interferida",
		gsm: "red movil",
		sim: "SIM",
	},
};
