import { nearestName } from "../../derive/nearest-name.ts";
import { UsageError } from "./exit-code.ts";

/**
 * Options that the environment may set for good, with what they take. The list is
 * closed: those of every verb, and those of a place rather than of one command.
 */
const variableKinds = {
	config: "text",
	json: "switch",
	"show-secrets": "switch",
	dialect: "text",
	model: "text",
	modem: "text",
	pin: "text",
	init: "text",
	mqtt: "text",
	"mqtt-user": "text",
	"mqtt-password": "text",
	queue: "text",
} as const;

/** An option that the environment may set. */
export type EnvironmentOption = keyof typeof variableKinds;

/** Whether the environment may set an option. */
export function isOfEnvironment(option: string): option is EnvironmentOption {
	return Object.hasOwn(variableKinds, option);
}

/** Where the environment names the panel's file. */
export const PANEL_FILE = "ALARMPANEL_CONFIG";

/** Secrets that no option takes: everybody on a machine sees its command lines. */
export const DC09_KEYS = "ALARMPANEL_DC09_KEYS";
export const CORPUS_TOKEN = "ALARMPANEL_CORPUS_TOKEN";

/** Options of every verb. */
const everyVerbs: readonly EnvironmentOption[] = [
	"config",
	"json",
	"show-secrets",
	"dialect",
];

/** `ALARMPANEL_SHOW_SECRETS`, … in the order of the list. */
export const variableNames: readonly string[] = [
	...Object.keys(variableKinds).map(variableName),
	DC09_KEYS,
	CORPUS_TOKEN,
];

/** What the environment says. */
export interface FromEnvironment {
	/** Values of options, by name. */
	readonly options: Readonly<Record<string, string | boolean>>;
	/** What is said of variables that are none of ours. */
	readonly notes: readonly string[];
}

/**
 * The options that the environment sets for a verb. A variable for another verb is
 * passed over, one that there is not is named in a note, an empty one is not set.
 * @param own variables that the verb has besides those of every verb
 * @throws UsageError where a switch is neither on nor off
 */
export function fromEnvironment(
	environment: Readonly<Record<string, string | undefined>>,
	own: readonly EnvironmentOption[],
): FromEnvironment {
	const options: Record<string, string | boolean> = {};
	for (const option of [...everyVerbs, ...own]) {
		const name = variableName(option);
		const value = environment[name] ?? "";
		if (value !== "")
			options[option] =
				variableKinds[option] === "switch" ? switched(name, value) : value;
	}
	const notes = Object.keys(environment)
		.filter((name) => name.startsWith("ALARMPANEL_"))
		.filter((name) => !variableNames.includes(name))
		.map((name) => {
			const near = nearestName(name, variableNames);
			const hint = near === null ? "" : ` (did you mean ${near}?)`;
			return `note: ${name} is set in the environment, is no variable of alarmpanel and is ignored${hint}`;
		});
	return { options, notes };
}

function switched(name: string, value: string): boolean {
	const word = value.trim().toLowerCase();
	if (["1", "yes", "true", "on"].includes(word)) return true;
	if (["0", "no", "false", "off"].includes(word)) return false;
	throw new UsageError(
		`${name} in the environment: 1, yes or true, else 0, no or false; this is ${value}`,
	);
}

function variableName(option: string): string {
	return `ALARMPANEL_${option.toUpperCase().replaceAll("-", "_")}`;
}
