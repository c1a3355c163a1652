import { es as words } from "../glossary/es.ts";
import type { NoticePhrases } from "./notice-phrases.ts";

const preventions = {
	alarm: "habia una alarma",
	power: "la central no tenia corriente",
	clock: "se cambio su reloj",
};

const { modes } = words;
const place = (what: string, where: string) =>
	where === "" ? what : `${what}, ${where}`;

/** Spanish, with the accents that GSM-7 has. */
export const es: NoticePhrases = {
	...words,
	named: (id, name) => `zona ${id} ${name}`,
	done: (who, word) => `${who}: ${word}, hecho.`,
	entered: (mode) => `La casa esta ${modes[mode]}.`,
	leftOut: (zones) => `Excluido: ${zones}.`,
	notEntered: (mode) =>
		`NO ${modes[mode]}: se detuvo en la central. Compruebe antes el estado real: STATUS`,
	prevented: (mode, by) =>
		`NO ${modes[mode]}: ${preventions[by]}. Compruebe antes el estado real: STATUS`,
	alarm: (what, where) => `ALARMA: ${place(what, where)}.`,
	alarmOver: (what, where) => `Fin de alarma: ${place(what, where)}.`,
	cancelled: "La alarma ha terminado: alguien ha desarmado.",
	trouble: (what, where) => `Fallo: ${place(what, where)}.`,
	troubleOver: (what, where) => `Restablecido: ${place(what, where)}.`,
	flaps: (what, where) =>
		`Va y viene: ${place(what, where)}. No se avisa mas de ello durante una hora, salvo que dure.`,
	restarted: "La central ha arrancado de nuevo tras un corte de corriente.",
	guessing: (number) =>
		`Demasiados codigos incorrectos: los mensajes de ${number} se ignoran por un rato.`,
	strangers:
		"Alguien prueba codigos por SMS. Los mensajes de numeros desconocidos se ignoran por un rato.",
};
