import { fr as words } from "../glossary/fr.ts";
import type { NoticePhrases } from "./notice-phrases.ts";

const preventions = {
	alarm: "une alarme était en cours",
	power: "la centrale était sans courant",
	clock: "son horloge a été changée",
};

const { modes } = words;
const place = (what: string, where: string) =>
	where === "" ? what : `${what}, ${where}`;

/** French, with the accents that GSM-7 has. */
export const fr: NoticePhrases = {
	...words,
	named: (id, name) => `zone ${id} ${name}`,
	done: (who, word) => `${who}: ${word}, c'est fait.`,
	entered: (mode) => `La maison est ${modes[mode]}.`,
	leftOut: (zones) => `Exclu: ${zones}.`,
	notEntered: (mode) =>
		`NON ${modes[mode]}: interrompu à la centrale. Vérifiez d'abord l'état réel: STATUS`,
	prevented: (mode, by) =>
		`NON ${modes[mode]}: ${preventions[by]}. Vérifiez d'abord l'état réel: STATUS`,
	alarm: (what, where) => `ALARME: ${place(what, where)}.`,
	alarmOver: (what, where) => `Fin d'alarme: ${place(what, where)}.`,
	cancelled: "L'alarme est finie: quelqu'un a désarmé.",
	trouble: (what, where) => `Défaut: ${place(what, where)}.`,
	troubleOver: (what, where) => `Rétabli: ${place(what, where)}.`,
	flaps: (what, where) =>
		`Va et vient: ${place(what, where)}. Plus aucun message à ce sujet pendant une heure, sauf si cela dure.`,
	restarted: "La centrale a redémarré après une coupure de courant.",
	guessing: (number) =>
		`Trop de codes erronés: les messages de ${number} sont ignorés pour un moment.`,
	strangers:
		"Quelqu'un essaie des codes par SMS. Les messages des numéros inconnus sont ignorés pour un moment.",
};
