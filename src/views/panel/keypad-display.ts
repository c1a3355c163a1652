import type { PanelState } from "../../panel/state/state.ts";
import type { PanelStatus } from "../../panel/status.ts";
import { SECOND } from "../../time/units.ts";
import { alarmWords, troubleWords } from "../words/event-words.ts";
import { lengthText } from "../words/local-time.ts";
import { zoneText } from "../words/names.ts";

/** What the keypad shows: two lines of its display, and which lights are on. */
export interface KeypadDisplay {
	readonly lines: readonly [string, string];
	readonly lights: {
		readonly power: boolean;
		readonly fault: boolean;
		readonly armed: boolean;
		readonly alarm: boolean;
	};
}

/**
 * The display of the panel's keypad. Nothing that helps a thief is on it while
 * the panel is armed: no open zones, no troubles, no names.
 */
export function keypadDisplay(
	state: PanelState,
	status: PanelStatus,
): KeypadDisplay {
	const { mode, alarms, memory, power, troubles } = status;
	const isArmed = mode === "away" || mode === "home";
	return {
		lines: power ? [modeLine(status), secondLine(state, status)] : ["", ""],
		lights: {
			power: power && !troubles.some(({ name }) => name === "mains"),
			fault: power && !isArmed && troubles.length > 0,
			armed: power && isArmed,
			alarm: power && alarms.length + (isArmed ? 0 : memory.length) > 0,
		},
	};
}

/** So long is a step of a delay that is read out. */
const STEP = 10 * SECOND;

/**
 * The two lines for who hears the display. A delay goes down in steps: read out at
 * every second, it would let nobody hear anything else.
 */
export function heardLines(
	state: PanelState,
	status: PanelStatus,
): KeypadDisplay["lines"] {
	const timers = status.timers.map((timer) => ({
		...timer,
		left: Math.ceil(timer.left / STEP) * STEP,
	}));
	return keypadDisplay(state, { ...status, timers }).lines;
}

function modeLine({ mode, into, home }: PanelStatus): string {
	switch (mode) {
		case "disarm":
			return "DISARMED";
		case "away":
			return "ARMED AWAY";
		case "home":
			return homeWords(home);
		case "arming":
			return into === "away" ? "ARMING AWAY" : homeWords(home, "ARMING HOME");
	}
}

function homeWords(home: PanelStatus["home"], words = "ARMED HOME"): string {
	return home === 1 ? words : `${words} ${home}`;
}

function secondLine(state: PanelState, status: PanelStatus): string {
	const { mode, alarms, memory, timers, troubles, open } = status;
	const due = (kind: "exit" | "entry") =>
		timers.find((timer) => timer.kind === kind);
	const [entry, exit] = [due("entry"), due("exit")];
	if (entry !== undefined) return `${lengthText(entry.left)} to enter a code`;
	if (exit !== undefined) return `${lengthText(exit.left)} to leave`;
	const [alarm] = alarms;
	if (alarm !== undefined)
		return mode === "disarm"
			? `${alarmWords[alarm.kind]}: ${zoneText(state, alarm.zone)}`
			: "alarm";
	if (mode !== "disarm") return "";
	const [past] = memory;
	if (past !== undefined)
		return `was: ${alarmWords[past.kind]}, ${zoneText(state, past.zone)}`;
	const [trouble] = troubles;
	if (trouble !== undefined)
		return `${troubleWords[trouble.name]}: ${zoneText(state, trouble.zone)}`;
	const [zone] = open;
	if (zone !== undefined)
		return open.length === 1
			? `open: ${zoneText(state, zone)}`
			: `${open.length} zones open`;
	return "ready";
}
