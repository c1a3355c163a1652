import { reportText } from "../../panel/reporting/report-text.ts";
import type { AlarmKind } from "../../panel/state/alarm-kinds.ts";
import type { LogEvent } from "../../panel/state/log-events.ts";
import { readReport, readSubject } from "../../panel/state/log-subject.ts";
import type { LogEntry } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { TroubleName } from "../../panel/state/troubles.ts";
import { personText, senderText, userText, zoneText } from "./names.ts";

export const alarmWords: { readonly [K in AlarmKind]: string } = {
	burglar: "burglar alarm",
	perimeter: "perimeter alarm",
	interior: "interior alarm",
	"cross-zone": "confirmed burglar alarm",
	"24-hour": "24-hour alarm",
	fire: "fire alarm",
	medical: "medical alarm",
	water: "water alarm",
	"silent-panic": "silent panic alarm",
	panic: "panic alarm",
	tamper: "tamper alarm",
	"panel-tamper": "panel tamper alarm",
};

export const troubleWords: { readonly [T in TroubleName]: string } = {
	mains: "mains failure",
	"battery-low": "battery low",
	"battery-missing": "battery missing",
	"panel-tamper": "cover open",
	jam: "radio jammed",
	gsm: "no mobile network",
	sim: "no SIM",
	receiver: "no answer from a receiver of alarms",
	tamper: "tampering",
	"low-battery": "battery low",
	supervision: "not responding",
};

/** An entry of the event log in words, what it is about under its name. */
export function eventText(state: PanelState, entry: LogEntry): string {
	const { event, about } = entry;
	const { zone, alarm, trouble, report } = readSubject(entry);
	const where = zoneText(state, zone ?? 0);
	if (alarm !== null) return `${alarmWords[alarm]}: ${where}`;
	if (trouble !== null)
		return `${event === "restored" ? "in order again" : "trouble"}: ${where}, ${troubleWords[trouble]}`;
	if (report !== null)
		return `${eventWords[event]}: ${namedReport(state, about)}`;
	return [eventWords[event], named(state, about)]
		.filter((text) => text !== "")
		.join(eventWords[event].endsWith("ed") ? " " : ": ");
}

/** What the log says of a report, in words: `burglar alarm: zone 3 Kitchen, to destination 1`. */
export function namedReport(state: PanelState, about: string): string {
	const report = readReport(about);
	if (report === null) return about;
	const destination = / to (\d+)$/.exec(about)?.[1];
	const text = reportText(state, report);
	return destination === undefined
		? text
		: `${text}, to destination ${destination}`;
}

/** Who did it, in words; "" for nobody. */
export function causeWords(state: PanelState, by: string): string {
	const [via = "", ...rest] = by.split(" ");
	const whose = rest.join(" ");
	switch (via) {
		case "sms":
			return `${senderText(state, whose)} by SMS`;
		case "keypad":
			return `${whose === "" ? "somebody" : named(state, whose)} at the keypad`;
		case "mqtt":
			return `${whose === "" ? "somebody" : named(state, whose)} over MQTT`;
		case "zone":
			return `the contact ${zoneText(state, Number(whose))}`;
		case "clock":
			return whose === ""
				? "the clock"
				: `the clock, for ${senderText(state, whose)}`;
		case "local":
			return "the owner at the computer";
		default:
			return "";
	}
}

/** A text with paths in it, as `zones.3 open`, under the names of what they lead to. */
export function named(state: PanelState, about: string): string {
	return about
		.replaceAll(/\bzones\.(\d+)/g, (_, id) => zoneText(state, Number(id)))
		.replaceAll(/\b(?:remote\.)?people\.(\d+)/g, (_, id) =>
			personText(state, Number(id)),
		)
		.replaceAll(/\busers?[. ](\d+)/g, (_, id) => userText(state, Number(id)));
}

const eventWords: { readonly [E in LogEvent]: string } = {
	alarm: "alarm",
	"arm-at": "arming planned for",
	"arm-at-cancelled": "planned arming cancelled",
	"arm-at-missed": "planned arming missed",
	"arm-fault": "not armed",
	armed: "armed",
	arming: "exit delay, arming",
	bypassed: "not watched, bypassed",
	cancelled: "alarm cancelled",
	"clock-set": "clock set by",
	"cross-zone-timeout": "no second zone confirmed the alarm",
	disarmed: "disarmed",
	entry: "entry delay",
	forced: "armed in spite of",
	"found-open": "stands open when it is heard again",
	"left-out": "left out",
	locate: "position asked for",
	"maybe-reported": "report may have arrived, the modem does not say",
	"maybe-sent": "text may have been sent, the modem does not say",
	"maybe-told": "notice may have been sent, the modem does not say",
	muted: "siren stopped",
	"no-device": "no device",
	"not-sent": "text not sent",
	"not-told": "notice not sent",
	noted: "entered, and not watched in this mode",
	omitted: "not watched in this mode",
	"on-test": "on test, nothing is reported",
	"phone-test": "test text for",
	"power-cut": "power cut",
	programmed: "programmed",
	refused: "refused",
	"report-dropped": "report dropped",
	"report-failed": "report failed",
	flaps: "comes and goes, told no more for an hour",
	"report-given-up": "report given up",
	reported: "reported",
	"reset-module": "cellular module restarted",
	restarted: "restarted",
	restored: "in order again",
	"schedule-missed": "arming by the clock missed",
	scream: "asked to beep",
	script: "script run",
	swinger: "left out after too many alarms",
	test: "self-test",
	"test-over": "the test is over",
	tested: "test report",
	trouble: "trouble",
	"wrong-code": "wrong code",
	"zone-omitted": "bypassed",
	"zone-watched": "watched again",
};
