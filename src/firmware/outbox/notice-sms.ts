import type { Glossary } from "../../commands/plain/glossary/glossary.ts";
import { noticesIn } from "../../commands/plain/notices/languages.ts";
import type { NoticePhrases } from "../../commands/plain/notices/notice-phrases.ts";
import type { Notice } from "../../panel/state/notice.ts";
import { find } from "../../panel/state/numbered.ts";
import { languageOf } from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";

/** Zones that are named; of more than these only how many there are. */
const NAMED = 4;

/** A notice in the words of the person for whom it is. */
export function noticeText(state: PanelState, notice: Notice): string {
	const person = find(state.remote.people, notice.person);
	const phrases = noticesIn[languageOf(state.remote, person)];
	const { what, by, zones, subject } = notice;
	const where = subject === 0 ? "" : zoneText(state, phrases, subject);
	const mode = what === "home" ? "home" : "away";
	switch (notice.about) {
		case "done":
			return phrases.done(by, [what, ...zones.map((id) => `${id}`)].join(" "));
		case "entered":
			return zones.length === 0
				? phrases.entered(mode)
				: `${phrases.entered(mode)} ${phrases.leftOut(zonesText(state, phrases, zones))}`;
		case "not-entered":
			return phrases.notEntered(mode);
		case "prevented-by-alarm":
			return phrases.prevented(mode, "alarm");
		case "prevented-by-power":
			return phrases.prevented(mode, "power");
		case "prevented-by-clock":
			return phrases.prevented(mode, "clock");
		case "alarm":
			return phrases.alarm(eventText(phrases, what), where);
		case "alarm-over":
			return what === "cancel"
				? phrases.cancelled
				: phrases.alarmOver(eventText(phrases, what), where);
		case "trouble":
			return what === "restart"
				? phrases.restarted
				: phrases.trouble(eventText(phrases, what), where);
		case "trouble-over":
			return phrases.troubleOver(eventText(phrases, what), where);
		case "flaps":
			return phrases.flaps(eventText(phrases, what), where);
		case "guessing":
			return what === "" ? phrases.strangers : phrases.guessing(what);
	}
}

/** An event that no word is for, as out of an edited file, stands as it is. */
function eventText({ alarms, troubles }: Glossary, what: string): string {
	const words = Object.entries({ ...alarms, ...troubles });
	return new Map<string, string>(words).get(what) ?? what;
}

function zonesText(
	state: PanelState,
	phrases: NoticePhrases,
	zones: readonly number[],
): string {
	const named = zones.slice(0, NAMED).map((id) => zoneText(state, phrases, id));
	const more = zones.length - NAMED;
	return [...named, ...(more > 0 ? [`+${more}`] : [])].join(", ");
}

function zoneText(
	{ zones }: PanelState,
	phrases: NoticePhrases,
	id: number,
): string {
	const name = find(zones, id)?.name ?? "";
	return name === "" ? phrases.zone(id) : phrases.named(id, name);
}
