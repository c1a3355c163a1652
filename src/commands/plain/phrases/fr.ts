import { fr as words } from "../glossary/fr.ts";
import type { Phrases } from "./phrases.ts";

const { modes } = words;

/** French, with the accents that GSM-7 has. */
export const fr: Phrases = {
	...words,
	more: (count) => `+${count} autres`,
	log: {
		alarm: "ALARME",
		"arm-at": "à armer à",
		"arm-at-cancelled": "armement prévu annulé",
		"arm-at-missed": "armement prévu manqué",
		"arm-fault": "non armée",
		armed: "armée",
		arming: "armement",
		cancelled: "alarme annulée",
		disarmed: modes.disarm,
		forced: "armée malgré",
		"left-out": "exclu",
		muted: "sirène coupée",
		"power-cut": "coupure de courant",
		programmed: "programmé",
		restarted: "redémarré",
		trouble: "défaut",
		restored: "rétabli",
		"wrong-code": "code erroné",
		"zone-omitted": "exclu",
		"zone-watched": "de nouveau surveillé",
	},
	doneBy: (who) => `par ${who}`,
	keypad: "le clavier",
	heads: {
		open: "Ouvert:",
		leftOut: "Exclu:",
		alarms: "ALARME:",
		memory: "Mémoire d'alarme:",
		troubles: "Défaut:",
		zones: "Zones:",
		faults: "Bloque l'armement:",
	},
	noZones: "Il n'y a pas de zone.",
	since: (when) => `depuis ${when}`,
	none: "rien",
	noDevice: "pas de détecteur",
	arming: (mode) =>
		mode === "away" ? "armement en cours" : "armement partiel en cours",
	siren: { on: "en marche", off: "coupée" },
	noLog: "Rien ne s'est encore passé.",

	leaving: (mode, seconds) =>
		mode === "away"
			? `Armement: ${seconds} s pour sortir.`
			: `Armement partiel: ${seconds} s.`,
	entering: (seconds) => `Délai d'entrée: ${seconds} s pour désarmer.`,
	armed: (mode) => `La maison est ${modes[mode]}.`,
	already: (mode) => `La maison est déjà ${modes[mode]}.`,
	disarmed: `La maison est ${modes.disarm}.`,
	notArmed: "NON armée.",
	howToForce: "ARM FORCE + PIN arme sans ces zones.",
	disarmFirst: "Il y a une alarme: désarmez d'abord.",
	willArm: (when) => `Sera armée le ${when}, une seule fois.`,
	willNotArm: (when) => `Ne sera PAS armée le ${when}: annulé.`,
	cancelled: `Armement annulé: la maison est ${modes.disarm}.`,
	nothingToCancel: "Il n'y avait rien à annuler.",
	sirenOn: "La sirène sonne.",
	onTest: (until) => `En test, fin ${until}: aucune alarme n'est transmise.`,
	muted: "Sirène coupée. L'alarme reste jusqu'au désarmement.",
	sirenIsOff: "La sirène ne sonne pas.",
	leftOut: (zone) => `Exclu jusqu'au prochain désarmement: ${zone}.`,
	watched: (zone) => `De nouveau surveillé: ${zone}.`,
	wrongZone: "Zone inconnue.",
	wrongTime: "Heure incorrecte.",
	creditAsked: "Le réseau est interrogé; sa réponse suit.",
	noCreditCode: "Aucun code de crédit: la centrale ne peut pas demander.",
	credit: (answer) => `Crédit: ${answer}`,
	noCredit: "Crédit: le réseau n'a pas répondu.",
	remoteOff:
		"Commande à distance COUPÉE pour tous. On la rétablit à la centrale seulement.",

	confirmedBy: {
		none: "",
		pin: "1234: votre PIN.",
		code: "Demande code unique et PIN.",
	},
	actions: {
		arm: (mode) => (mode === "away" ? "armer" : "armer partiellement"),
		force: (without) => `armer sans ${without}`,
		armAt: (when) => `armer le ${when}`,
		cancel: "annuler l'armement",
		disarm: "DÉSARMER",
		mute: "couper la sirène",
		bypass: (zone) => `exclure ${zone} jusqu'au prochain désarmement`,
		unbypass: (zone) => `surveiller de nouveau ${zone}`,
		disable:
			"COUPER la commande à distance pour tous (rétablie à la centrale seulement)",
		ask: (word) => `répondre à ${word}`,
	},
	prompt: (action) =>
		`Pour ${action}: répondez avec code unique et PIN dans les 5 minutes.`,
	needsPin: (form) => `Il faut votre PIN: ${form}`,
	needsCode: (word) =>
		`${word} demande un code unique, et vous n'en avez pas: demandez-le à qui gère la centrale.`,
	wrongCode: "Code erroné. Annulé.",
	notDone: "Non exécuté.",
	checkFirst: "Vérifiez d'abord l'état réel: STATUS",
	checkThere: "Vérifiez d'abord l'état réel.",
	mayNot: (word) => `${word} ne vous est pas permis. HELP liste vos commandes.`,
	switchedOff:
		"La commande à distance est coupée. On la rétablit à la centrale seulement.",
	phoneTest: "Test de votre centrale d'alarme: ses SMS vous parviennent.",
	tooSoon: (minutes) =>
		`Trop vite après la dernière commande: attendez ${minutes} min.`,
	tooOld: (minutes) =>
		`Votre SMS est arrivé avec ${minutes} min de retard: non exécuté.`,
	textBelow: (form) => `Pas compris: seulement ${form}, sans texte derrière.`,
	notUnderstood: (form) => `Pas compris. Écrivez: ${form}`,
	helpLine: "Pas compris. Envoyez HELP pour la liste de vos commandes.",
	helpList: (words) => `${words}. HELP et une commande l'explique.`,
	noSuchWord: (word) => `Il n'y a pas de commande ${word}. HELP les liste.`,
	didYouMean: (word) => `Pas compris. Vouliez-vous dire ${word}?`,
	help: {
		STATUS: "Mode, sirène, alarmes, défauts, ce qui est ouvert.",
		ZONES: "Toutes les zones, les ouvertes d'abord.",
		ARM: "Arme après le délai de sortie. Si une zone est ouverte ou s'il y a un défaut, il le dit et n'arme pas.",
		"ARM FORCE": "Arme et exclut ce qui est ouvert.",
		"ARM AT":
			"Arme à l'heure donnée, une seule fois, sans ce qui est ouvert. ARM CANCEL annule.",
		"ARM CANCEL":
			"Annule ARM AT et un délai de sortie. Une maison armée le reste.",
		HOME: "Arme pour la nuit, avec du monde à l'intérieur.",
		DISARM: "Désarme, coupe alarme et sirène.",
		MUTE: "Coupe la sirène. L'alarme reste jusqu'au désarmement.",
		BYPASS: "Exclut la zone 3 jusqu'au prochain désarmement.",
		UNBYPASS: "Surveille de nouveau la zone 3.",
		LOG: "Les derniers événements, le plus récent d'abord.",
		CREDIT: "Demande au réseau le crédit qui reste.",
		HELP: "Vos commandes. HELP ARM: ce que fait ARM.",
		"SMS DISABLE":
			"Aussi SMS STOP. Coupe la commande à distance pour tous, si un téléphone est perdu. On la rétablit à la centrale.",
	},
};
