import type { NoticePhrases } from "./notice-phrases.ts";

const preventions = {
	alarm: "une alarme était en cours",
	power: "la centrale était sans courant",
	clock: "son horloge a été changée",
};

const place = (what: string, where: string) =>
	where === "" ? what : `${what}, ${where}`;

const modes = { away: "en mode total", home: "en mode partiel" };

/** French, as far as GSM-7 has its accents. */
export const fr: NoticePhrases = {
	zone: (id) => `zone ${id}`,
	named: (id, name) => `zone ${id} ${name}`,
	done: (who, word) => `${who} : ${word}, c'est fait.`,
	entered: (mode) => `La maison est sous alarme ${modes[mode]}.`,
	leftOut: (zones) => `Zones exclues : ${zones}.`,
	notEntered: (mode) =>
		`Alarme NON mise ${modes[mode]} : interrompue sur place. Vérifiez d'abord : STATUS`,
	prevented: (mode, by) =>
		`Alarme NON mise ${modes[mode]} : ${preventions[by]}. Vérifiez d'abord : STATUS`,
	alarm: (what, where) => `ALARME : ${place(what, where)}.`,
	alarmOver: (what, where) => `Fin d'alarme : ${place(what, where)}.`,
	cancelled: "L'alarme est finie : quelqu'un a désarmé.",
	trouble: (what, where) => `Défaut : ${place(what, where)}.`,
	troubleOver: (what, where) => `De nouveau en ordre : ${place(what, where)}.`,
	restarted: "La centrale a redémarré : le courant manquait.",
	guessing: (number) =>
		`Trop de codes faux depuis ${number} : ce numéro n'est plus écouté pour un moment.`,
	strangers:
		"Quelqu'un essaie des codes par SMS. Les numéros inconnus ne sont plus écoutés pour un moment.",
	events: {
		medical: "urgence médicale",
		fire: "INCENDIE",
		panic: "panique",
		burglar: "intrusion",
		perimeter: "intrusion",
		interior: "intrusion à l'intérieur",
		"24-hour": "zone 24 h",
		water: "eau",
		"panel-tamper": "capot de la centrale",
		tamper: "capot d'un capteur",
		supervision: "capteur muet",
		"low-battery": "pile de capteur faible",
		mains: "secteur",
		"battery-low": "batterie faible",
		"battery-missing": "batterie absente",
		jam: "brouillage radio",
		gsm: "réseau mobile",
		sim: "SIM",
	},
};
