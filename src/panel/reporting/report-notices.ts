import type { ReportEvent } from "../state/contact-id.ts";
import type { NoticeKind } from "../state/remote-access.ts";
import type { Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";
import { noticed } from "./notices.ts";

/**
 * Tells people of a report that is an alarm or a trouble. Duress and silent alarms
 * are not told: the wrong person may see the phone.
 */
export function noticedReport(
	state: PanelState,
	{
		at,
		event,
		qualifier,
		subject,
	}: Pick<Report, "at" | "event" | "qualifier" | "subject">,
): PanelState {
	const kind = kinds[event];
	if (kind === null) return state;
	const isOver = qualifier === "restore" || event === "cancel";
	const about = kind === "alarms" ? "alarm" : "trouble";
	return noticed(state, kind, {
		at,
		about: isOver ? `${about}-over` : about,
		what: event,
		// The subject of a cancel is a user, no zone.
		subject: event === "cancel" ? 0 : subject,
		zones: [],
		by: "",
	});
}

/** Tells people that an alarm or a trouble comes and goes, and is told no more for a while. */
export function flappingNoticed(
	state: PanelState,
	{ at, event, subject }: Pick<Report, "at" | "event" | "subject">,
): PanelState {
	const kind = kinds[event];
	if (kind === null) return state;
	const matter = { at, about: "flaps", what: event, subject } as const;
	return noticed(state, kind, { ...matter, zones: [], by: "" });
}

/** Which kind of notice an event is; null where people are not told. */
const kinds: { readonly [E in ReportEvent]: NoticeKind | null } = {
	medical: "alarms",
	fire: "alarms",
	panic: "alarms",
	duress: null,
	"silent-panic": null,
	burglar: "alarms",
	perimeter: "alarms",
	interior: "alarms",
	"24-hour": "alarms",
	water: "alarms",
	"panel-tamper": "alarms",
	tamper: "alarms",
	"cross-zone": null,
	"cross-zone-timeout": null,
	supervision: "troubles",
	"low-battery": "troubles",
	mains: "troubles",
	"battery-low": "troubles",
	"battery-missing": "troubles",
	jam: "troubles",
	gsm: "troubles",
	sim: "troubles",
	receiver: "troubles",
	restart: "troubles",
	"arm-fault": null,
	"open-at-exit": null,
	noted: null,
	remote: null,
	keypad: null,
	mqtt: null,
	"set-unset": null,
	"by-clock": null,
	home: null,
	cancel: "alarms",
	test: null,
};
