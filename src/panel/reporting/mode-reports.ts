import { contactIdUser, type ReportEvent } from "../state/contact-id.ts";
import { type Cause, userOf } from "../state/event.ts";
import { find } from "../state/numbered.ts";
import type { PanelState } from "../state/state.ts";

/** The event that a change of the mode is reported as, by where it came from. */
export function modeChangeEvent({ via }: Cause): ReportEvent {
	return modeChangeEvents[via];
}

/** The user, or the zone of a contact; 0 is the panel. */
export function modeChangeSubject(by: Cause): number {
	return by.via === "zone" ? by.zone : contactIdUser(userOf(by));
}

/** Whether arming and disarming by this cause are reported. */
export function hasLatch({ users }: PanelState, by: Cause): boolean {
	const user = userOf(by);
	return user === undefined || (find(users, user)?.latch ?? true);
}

const modeChangeEvents = {
	sms: "remote",
	keypad: "keypad",
	mqtt: "mqtt",
	zone: "set-unset",
	clock: "by-clock",
	site: "by-clock",
	local: "by-clock",
} as const satisfies { readonly [V in Cause["via"]]: ReportEvent };
