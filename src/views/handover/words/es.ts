import type { HandoverWords } from "./handover-words.ts";

/** Spanish. */
export const es: HandoverWords = {
	titles: {
		customer: "Su sistema de alarma",
		installer: "Registro de la instalación",
	},
	panel: "Central",
	phoneNumber: "Número de teléfono de la central",
	site: "Lugar",
	printed: "Impreso el",
	zones: "Qué se vigila",
	zone: "Zona",
	name: "Nombre",
	modes: {
		away: "Armada total",
		"home-1": "Armada parcial",
		"home-2": "Armada parcial 2",
		"home-3": "Armada parcial 3",
		disarm: "Desarmada",
	},
	noZones: "No se nombra ninguna zona.",
	reactions: {
		none: "–",
		entry: "tiempo para desarmar",
		wait: "alarma tras el retardo de entrada",
		chime: "timbre",
		note: "sin alarma, anotado",
		"set-unset": "arma y desarma",
	},
	alarm: (kind) => `alarma: ${kind}`,
	keypad: {
		title: "En el teclado",
		leave: [
			"Cuando todos salen: cierre puertas y ventanas.",
			"Teclee su propio código y elija el armado total.",
		],
		exit: (seconds) =>
			seconds === null
				? "Salga antes de que acabe el retardo de salida."
				: `Salga en ${seconds} segundos.`,
		home: "Cuando alguien se queda: teclee su código y elija el armado parcial.",
		comeBack: "Al volver: entre por la puerta de entrada.",
		entry: (seconds) =>
			seconds === null
				? "Teclee su código y desarme antes de que acabe el retardo de entrada."
				: `Teclee su código y desarme en ${seconds} segundos.`,
		keys: "El manual de su teclado dice cómo se llaman las teclas.",
	},
	sms: {
		title: "Por SMS",
		to: (number) =>
			number === null
				? "Envíe uno de estos mensajes a la central:"
				: `Envíe uno de estos mensajes al ${number}:`,
		does: {
			away: "armar del todo",
			"home-1": "armar en parte",
			"home-2": "armar en parte 2",
			"home-3": "armar en parte 3",
			disarm: "desarmar",
			asked: "preguntar el modo",
		},
		keyword: "P-Word",
		codes: {
			"installer-code": "código de instalador",
			"user-pin": "su código",
			"access-code": "código de acceso",
			"language-code": "código",
		},
		fillIn:
			"Las palabras con marco sustituyen secretos. Escríbalas solo en el mensaje, no en este papel.",
		installerCode:
			"Estos mensajes piden el código de instalador. Quien lo sabe puede cambiar toda la central: su instalador dice si usted lo recibe.",
		silence:
			"Una central que no le conoce no responde. Mire el teclado si no llega respuesta.",
		none: "Ningún manual de esta central imprime un mensaje que la arme o la desarme.",
	},
	users: "Quién tiene un código",
	usersNote: "En este papel no hay ningún código. Cada persona guarda el suyo.",
	noUsers: "No se nombra a nadie.",
	told: {
		title: "A quién se avisa",
		text: "SMS",
		receiver: "central receptora de alarmas",
		levels: {
			all: "todos los sucesos",
			alarm: "solo alarmas",
			status: "solo estados",
		},
		none: "No se nombra a nadie a quien se avise.",
	},
	walkTest: {
		title: "Prueba de paso",
		before:
			"Avise a la central receptora antes de empezar. Marque cada zona que la central muestre.",
		act: "Qué hacer",
		acts: {
			open: "abrir y cerrar",
			walk: "cruzar la habitación",
			"test-button": "pulsar su botón de prueba",
			wet: "mojar sus contactos",
			press: "pulsar",
			any: "activar una vez",
		},
		reacted: "mostrada",
		remark: "Nota",
	},
	devices: {
		title: "Dispositivos",
		type: "Tipo",
		rfId: "Id de radio",
		attribute: "Atributo",
		types: {
			"0": "mando a distancia",
			"1": "contacto de puerta",
			"3": "detector de movimiento",
			"4": "detector de humo",
			"7": "teclado remoto",
			"10": "emisor de muñeca",
			"11": "sensor de agua",
			"16": "interruptor de noche",
			"17": "botón de pánico",
			"19": "detector de CO",
			"20": "sensor de temperatura",
			"21": "sirena",
			"22": "teclado",
		},
	},
	settings: {
		title: "Ajustes",
		path: "Ajuste",
		value: "Valor",
		known: "Cómo se sabe",
		how: { read: "leído", acknowledged: "confirmado", assumed: "supuesto" },
		legend:
			"leído: se preguntó a la central y lo dijo. confirmado: la central respondió OK al mensaje. supuesto: nadie lo ha comprobado. Los secretos están ocultos.",
		absent: "quitado",
		none: "El lugar no nombra ningún ajuste.",
	},
	byHand: {
		title: "Por hacer a mano",
		why: {
			allow: "retenido hasta que se permita",
			refused: "la central lo rechazaría",
			unnamed: "falta en el lugar algo que el mensaje pide",
			effect: "no está impreso qué hace el mensaje con otros ajustes",
			reading: "ningún manual dice que un mensaje haga esto",
			provenance: "ningún manual de este fabricante imprime el mensaje",
			value: "ningún mensaje puede llevar este valor",
			unknown: "no se sabe qué tiene la central",
			"no-message": "ningún mensaje lo hace",
		},
		done: "hecho",
	},
	tests: {
		title: "Resultados de las pruebas",
		test: "Prueba",
		result: "Resultado",
		date: "Fecha",
		mains: "sin red: la central sigue con su batería",
		siren: "la sirena suena y se para",
		code: (user) => `el código de ${user} desarma`,
		report: (to) => `el aviso llega a ${to}`,
		message: (does) => `SMS: ${does}`,
	},
	signatures: {
		title: "Entrega",
		installer: "Instalador",
		customer: "Cliente",
		name: "Nombre",
		date: "Fecha",
		signature: "Firma",
	},
	foot: {
		customer:
			"En este papel no hay ningún código. No es certificado de ninguna norma.",
		installer:
			"Este registro no es un certificado. No dice que el sistema cumpla la EN 50131 ni otra norma.",
	},
};
