import type { Happening } from "./state/event.ts";
import type { WantedMode } from "./state/fields/modes.ts";
import type { TroubleName } from "./state/troubles.ts";

/** How an event at the panel is typed. `N` is a zone, `CODE` a code, `TIME` a length: `30m`. */
export interface TypedForm {
	/** As one writes it: `zone N open`. */
	readonly words: string;
	/** The words of the opposite event; null where there is none. */
	readonly opposite: string | null;
	readonly help: string;
	readonly happening: (
		zone: number,
		code: string,
		minutes: number,
	) => Happening;
}

/** Every event that can be typed. The words stand here and nowhere else. */
export const happenings: readonly TypedForm[] = [
	signal("open", "close", "A door opens, a detector is set off."),
	signal("close", "open", "The door closes, the detector is at rest."),
	{
		...signal("trip", "open", "A detector is set off for a moment."),
		opposite: null,
	},
	found("open", "closed", "It stands open when it is heard again."),
	found("closed", "open", "It is at rest when it is heard again."),
	...device("tamper", "tamper", "tamper restore", "its cover is opened"),
	...device("low-battery", "battery low", "battery good", "its battery is low"),
	...device("supervision", "lost", "found", "it does not respond any more"),
	...panel("mains", "mains fail", "mains restore", "the mains fails"),
	...panel("battery-low", "battery low", "battery good", "its battery is low"),
	...panel(
		"battery-missing",
		"battery missing",
		"battery present",
		"its battery is taken out",
	),
	...panel(
		"panel-tamper",
		"panel tamper",
		"panel tamper restore",
		"its cover is opened",
	),
	...panel("jam", "jam on", "jam off", "its radio is jammed"),
	...panel("gsm", "gsm lost", "gsm found", "the mobile network is lost"),
	...panel("sim", "sim missing", "sim present", "its SIM is taken out"),
	...panel(
		"receiver",
		"receiver lost",
		"receiver found",
		"a receiver of alarms does not answer",
	),
	power(
		"power cut",
		"power restore",
		false,
		"Mains and battery are gone at once.",
	),
	power(
		"power restore",
		"power cut",
		true,
		"The power is back; the panel starts.",
	),
	keypad("disarm", "disarm", "keypad CODE away", "Disarm with a code."),
	keypad("away", "away", "keypad CODE disarm", "Arm away with a code."),
	keypad("home", "home-1", "keypad CODE disarm", "Arm home with a code."),
	keypad("home 2", "home-2", "keypad CODE disarm", "Arm home 2 with a code."),
	keypad("home 3", "home-3", "keypad CODE disarm", "Arm home 3 with a code."),
	...remoteSwitch(),
	{
		words: "test on TIME",
		opposite: "test off",
		help: "Nothing is reported for so long, 30m or 2h: the panel can be tried.",
		happening: (_, __, minutes) => ({ type: "on-test", minutes }),
	},
	{
		words: "test off",
		opposite: "test on TIME",
		help: "The test is over: what began in it and lasts is reported.",
		happening: () => ({ type: "on-test", minutes: 0 }),
	},
	...overMqtt(),
];

function signal(
	is: "open" | "close" | "trip",
	opposite: string,
	help: string,
): TypedForm {
	return {
		words: `zone N ${is}`,
		opposite: `zone N ${opposite}`,
		help,
		happening: (zone) => ({ type: "zone-signal", zone, signal: is }),
	};
}

function found(
	is: "open" | "closed",
	opposite: "open" | "closed",
	help: string,
): TypedForm {
	return {
		words: `zone N found ${is}`,
		opposite: `zone N found ${opposite}`,
		help,
		happening: (zone) => ({
			type: "zone-signal",
			zone,
			signal: `found-${is}`,
		}),
	};
}

function device(
	trouble: "tamper" | "low-battery" | "supervision",
	begins: string,
	ends: string,
	what: string,
): readonly TypedForm[] {
	return pair(
		trouble,
		`zone N ${begins}`,
		`zone N ${ends}`,
		`Of a device: ${what}.`,
	);
}

function panel(
	trouble: TroubleName,
	begins: string,
	ends: string,
	what: string,
): readonly TypedForm[] {
	return pair(trouble, begins, ends, `Of the panel: ${what}.`);
}

function pair(
	trouble: TroubleName,
	begins: string,
	ends: string,
	help: string,
): readonly TypedForm[] {
	const form = (
		words: string,
		opposite: string,
		present: boolean,
	): TypedForm => ({
		words,
		opposite,
		help: present ? help : `The end of ${opposite}.`,
		happening: (zone) => ({
			type: "trouble",
			trouble,
			zone,
			present,
		}),
	});
	return [form(begins, ends, true), form(ends, begins, false)];
}

function power(
	words: string,
	opposite: string,
	isOn: boolean,
	help: string,
): TypedForm {
	return {
		words,
		opposite,
		help,
		happening: () => ({ type: "power", on: isOn }),
	};
}

function keypad(
	key: string,
	mode: WantedMode,
	opposite: string,
	help: string,
): TypedForm {
	return {
		words: `keypad CODE ${key}`,
		opposite,
		help,
		happening: (_, code) => ({ type: "keypad", code, mode }),
	};
}

function remoteSwitch(): readonly TypedForm[] {
	const form = (is: string, opposite: string, on: boolean): TypedForm => ({
		words: `keypad CODE remote ${is}`,
		opposite: `keypad CODE remote ${opposite}`,
		help: `Switch remote control ${is} with a code.`,
		happening: (_, code) => ({ type: "keypad-remote", code, on }),
	});
	return [form("on", "off", true), form("off", "on", false)];
}

/** What the house's own system asks for over MQTT: with a code, by force, without one. */
function overMqtt(): readonly TypedForm[] {
	const modes = {
		away: "away",
		home: "home-1",
		"home 2": "home-2",
		"home 3": "home-3",
	} as const;
	const form = (
		words: string,
		help: string,
		happening: TypedForm["happening"],
	): TypedForm => ({
		words,
		help,
		happening,
		opposite: words.endsWith("disarm") ? "mqtt CODE away" : "mqtt CODE disarm",
	});
	const type = "mqtt-mode";
	return [
		form(
			"mqtt CODE disarm",
			"Disarm with a code, as the house's own system does.",
			(_, code) => ({ type, code, mode: "disarm", force: false }),
		),
		...Object.entries(modes).flatMap(([words, mode]) => [
			form(
				`mqtt CODE ${words}`,
				`Arm ${words} with a code, as the house's own system does.`,
				(_, code) => ({ type, code, mode, force: false }),
			),
			form(
				`mqtt CODE ${words} force`,
				"The same in spite of faults.",
				(_, code) => ({ type, code, mode, force: true }),
			),
			form(`mqtt ${words}`, "The same without a code.", () => ({
				type,
				code: null,
				mode,
				force: false,
			})),
		]),
	];
}
