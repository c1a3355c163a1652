import type { HandoverWords } from "./handover-words.ts";

/** French. */
export const fr: HandoverWords = {
	titles: {
		customer: "Votre système d'alarme",
		installer: "Dossier d'installation",
	},
	panel: "Centrale",
	phoneNumber: "Numéro de téléphone de la centrale",
	site: "Site",
	printed: "Imprimé le",
	zones: "Ce qui est surveillé",
	zone: "Zone",
	name: "Nom",
	modes: {
		away: "Armée totale",
		"home-1": "Armée partielle",
		"home-2": "Armée partielle 2",
		"home-3": "Armée partielle 3",
		disarm: "Désarmée",
	},
	noZones: "Aucune zone n'est nommée.",
	reactions: {
		none: "–",
		entry: "délai pour désarmer",
		wait: "alarme après le délai d'entrée",
		chime: "carillon",
		note: "pas d'alarme, noté",
		"set-unset": "arme et désarme",
	},
	alarm: (kind) => `alarme : ${kind}`,
	keypad: {
		title: "Au clavier",
		leave: [
			"Quand tout le monde sort : fermez portes et fenêtres.",
			"Tapez votre propre code et choisissez l'armement total.",
		],
		exit: (seconds) =>
			seconds === null
				? "Sortez avant la fin du délai de sortie."
				: `Sortez dans les ${seconds} secondes.`,
		home: "Quand quelqu'un reste : tapez votre code et choisissez l'armement partiel.",
		comeBack: "Au retour : passez par la porte d'entrée.",
		entry: (seconds) =>
			seconds === null
				? "Tapez votre code et désarmez avant la fin du délai d'entrée."
				: `Tapez votre code et désarmez dans les ${seconds} secondes.`,
		keys: "La notice de votre clavier donne le nom de ses touches.",
	},
	sms: {
		title: "Par SMS",
		to: (number) =>
			number === null
				? "Envoyez l'un de ces messages à la centrale :"
				: `Envoyez l'un de ces messages au ${number} :`,
		does: {
			away: "armer totalement",
			"home-1": "armer partiellement",
			"home-2": "armer partiellement 2",
			"home-3": "armer partiellement 3",
			disarm: "désarmer",
			asked: "demander le mode",
		},
		keyword: "P-Word",
		codes: {
			"installer-code": "code installateur",
			"user-pin": "votre code",
			"access-code": "code d'accès",
			"language-code": "code",
		},
		fillIn:
			"Les mots encadrés remplacent des secrets. Écrivez-les seulement dans le message, pas sur ce papier.",
		installerCode:
			"Ces messages demandent le code installateur. Qui le connaît peut changer toute la centrale : votre installateur dit si vous le recevez.",
		silence:
			"Une centrale qui ne vous connaît pas ne répond pas. Regardez le clavier si aucune réponse ne vient.",
		none: "Aucune notice de cette centrale n'imprime de message qui l'arme ou la désarme.",
	},
	users: "Qui a un code",
	usersNote: "Aucun code ne figure sur ce papier. Chacun garde le sien.",
	noUsers: "Personne n'est nommé.",
	told: {
		title: "Qui est averti",
		text: "SMS",
		receiver: "centre de télésurveillance",
		levels: {
			all: "tous les événements",
			alarm: "alarmes seulement",
			status: "états seulement",
		},
		none: "Aucun destinataire des alarmes n'est nommé.",
	},
	walkTest: {
		title: "Essai de passage",
		before:
			"Prévenez le centre de télésurveillance avant de commencer. Cochez chaque zone que la centrale montre.",
		act: "Ce qu'il faut faire",
		acts: {
			open: "ouvrir et fermer",
			walk: "traverser la pièce",
			"test-button": "appuyer sur son bouton d'essai",
			wet: "mouiller ses contacts",
			press: "appuyer",
			any: "déclencher une fois",
		},
		reacted: "montrée",
		remark: "Remarque",
	},
	devices: {
		title: "Appareils",
		type: "Type",
		rfId: "Identifiant radio",
		attribute: "Attribut",
		types: {
			"0": "télécommande",
			"1": "contact de porte",
			"3": "détecteur de mouvement",
			"4": "détecteur de fumée",
			"7": "clavier déporté",
			"10": "émetteur de poignet",
			"11": "détecteur d'eau",
			"16": "interrupteur de nuit",
			"17": "bouton de panique",
			"19": "détecteur de CO",
			"20": "capteur de température",
			"21": "sirène",
			"22": "clavier",
		},
	},
	settings: {
		title: "Réglages",
		path: "Réglage",
		value: "Valeur",
		known: "Comment connu",
		how: { read: "lu", acknowledged: "confirmé", assumed: "supposé" },
		legend:
			"lu : la centrale a été interrogée et l'a dit. confirmé : la centrale a répondu OK au message. supposé : personne ne l'a vérifié. Les secrets sont masqués.",
		absent: "retiré",
		none: "Le site ne nomme aucun réglage.",
	},
	byHand: {
		title: "À faire à la main",
		why: {
			allow: "retenu jusqu'à autorisation",
			refused: "la centrale le refuserait",
			unnamed: "le site ne dit pas ce que le message demande",
			effect: "l'effet du message sur d'autres réglages n'est pas imprimé",
			reading: "aucune notice ne dit qu'un message fait cela",
			provenance: "aucune notice de ce fabricant n'imprime le message",
			value: "aucun message ne peut porter cette valeur",
			unknown: "l'état de la centrale n'est pas connu",
			"no-message": "aucun message ne le fait",
		},
		done: "fait",
	},
	tests: {
		title: "Résultats des essais",
		test: "Essai",
		result: "Résultat",
		date: "Date",
		mains: "secteur coupé : la centrale tient sur sa batterie",
		siren: "la sirène sonne et s'arrête",
		code: (user) => `le code de ${user} désarme`,
		report: (to) => `le rapport arrive à ${to}`,
		message: (does) => `SMS : ${does}`,
	},
	signatures: {
		title: "Remise",
		installer: "Installateur",
		customer: "Client",
		name: "Nom",
		date: "Date",
		signature: "Signature",
	},
	foot: {
		customer:
			"Ce papier ne contient aucun code. Il n'est un certificat d'aucune norme.",
		installer:
			"Ce dossier n'est pas un certificat. Il ne dit pas que le système respecte l'EN 50131 ou une autre norme.",
	},
};
