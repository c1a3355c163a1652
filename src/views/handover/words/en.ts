import type { HandoverWords } from "./handover-words.ts";

/** English. */
export const en: HandoverWords = {
	titles: { customer: "Your alarm system", installer: "As-fitted record" },
	panel: "Panel",
	phoneNumber: "Phone number of the panel",
	site: "Site",
	printed: "Printed on",
	zones: "What is watched",
	zone: "Zone",
	name: "Name",
	modes: {
		away: "Armed away",
		"home-1": "Armed home",
		"home-2": "Armed home 2",
		"home-3": "Armed home 3",
		disarm: "Disarmed",
	},
	noZones: "No zone is named.",
	reactions: {
		none: "–",
		entry: "time to disarm",
		wait: "alarm after the entry delay",
		chime: "chime",
		note: "no alarm, noted",
		"set-unset": "arms and disarms",
	},
	alarm: (kind) => `alarm: ${kind}`,
	keypad: {
		title: "At the keypad",
		leave: [
			"When everybody leaves: shut doors and windows.",
			"Type your own PIN and choose away.",
		],
		exit: (seconds) =>
			seconds === null
				? "Leave before the exit delay ends."
				: `Leave within ${seconds} seconds.`,
		home: "When somebody stays: type your PIN and choose home.",
		comeBack: "When you come back: use the entry door.",
		entry: (seconds) =>
			seconds === null
				? "Type your PIN and choose disarm before the entry delay ends."
				: `Type your PIN and choose disarm within ${seconds} seconds.`,
		keys: "The manual of your keypad says what its keys are called.",
	},
	sms: {
		title: "By SMS",
		to: (number) =>
			number === null
				? "Send one of these messages to the panel:"
				: `Send one of these messages to ${number}:`,
		does: {
			away: "arm away",
			"home-1": "arm home",
			"home-2": "arm home 2",
			"home-3": "arm home 3",
			disarm: "disarm",
			asked: "ask for the mode",
		},
		keyword: "P-Word",
		codes: {
			"installer-code": "installer code",
			"user-pin": "your PIN",
			"access-code": "access code",
			"language-code": "code",
		},
		fillIn:
			"The framed words stand for secrets. Write them into the message only, not on this paper.",
		installerCode:
			"These messages need the installer code. Who knows it can change the whole panel: your installer says whether you get it.",
		silence:
			"A panel that does not know you does not answer. Look at the keypad if no answer comes.",
		none: "No manual of this panel prints a message that arms or disarms it.",
	},
	users: "Who has a PIN",
	usersNote: "No PIN stands on this paper. Each person keeps their own.",
	noUsers: "Nobody is named.",
	told: {
		title: "Who is told",
		text: "text message",
		receiver: "alarm receiving centre",
		levels: { all: "all events", alarm: "alarms only", status: "status only" },
		none: "No place is named that is told of alarms.",
	},
	walkTest: {
		title: "Walk test",
		before:
			"Tell the receiving centre before you begin. Tick each zone that the panel shows.",
		act: "What to do",
		acts: {
			open: "open and shut it",
			walk: "walk through the room",
			"test-button": "press its test button",
			wet: "wet its contacts",
			press: "press it",
			any: "set it off once",
		},
		reacted: "shown",
		remark: "Remark",
	},
	devices: {
		title: "Devices",
		type: "Type",
		rfId: "RF id",
		attribute: "Attribute",
		types: {
			"0": "remote control",
			"1": "door contact",
			"3": "motion detector",
			"4": "smoke detector",
			"7": "remote keypad",
			"10": "wrist transmitter",
			"11": "water sensor",
			"16": "night switch",
			"17": "panic button",
			"19": "CO detector",
			"20": "temperature sensor",
			"21": "siren",
			"22": "keypad",
		},
	},
	settings: {
		title: "Settings",
		path: "Setting",
		value: "Value",
		known: "How known",
		how: {
			read: "read",
			acknowledged: "acknowledged",
			assumed: "assumed",
		},
		legend:
			"read: the panel was asked and said so. acknowledged: the panel answered the message with OK. assumed: nobody has checked it. Secrets are masked.",
		absent: "taken away",
		none: "The site names no setting.",
	},
	byHand: {
		title: "To be done by hand",
		why: {
			allow: "held back until it is allowed",
			refused: "the panel would refuse it",
			unnamed: "the site leaves out what the message needs",
			effect: "what the message does to other settings is not printed",
			reading: "no manual says that a message does this",
			provenance: "no manual of this maker prints the message",
			value: "no message can carry this value",
			unknown: "what the panel has is not known",
			"no-message": "no message does it",
		},
		done: "done",
	},
	tests: {
		title: "Test results",
		test: "Test",
		result: "Result",
		date: "Date",
		mains: "mains off: the panel runs on its battery",
		siren: "siren sounds and stops",
		code: (user) => `PIN of ${user} disarms`,
		report: (to) => `report arrives at ${to}`,
		message: (does) => `SMS: ${does}`,
	},
	signatures: {
		title: "Handed over",
		installer: "Installer",
		customer: "Customer",
		name: "Name",
		date: "Date",
		signature: "Signature",
	},
	foot: {
		customer:
			"This paper holds no PIN and no code. It is no certificate of any standard.",
		installer:
			"This record is no certificate. It does not say that the system meets EN 50131 or any other standard.",
	},
};
