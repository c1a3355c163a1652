import { shown } from "../../grammar/message/terminal-text.ts";
import { maskedState } from "../derive/secrets.ts";
import { howMany } from "../how-many.ts";
import type { Person } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";

/** Who may control the panel, a line each. */
export function peopleText({ remote }: PanelState): string {
	const { people, enabled } = remote;
	const remoteSwitch = enabled
		? []
		: ["the remote switch is off; alarmpanel people enable switches it on"];
	const lines =
		people.length === 0
			? ["nobody is on the list: nobody can control the panel from afar"]
			: people.map(personLine);
	return [...lines, ...remoteSwitch].join("\n");
}

/** A person in one line. */
export function personLine(person: Person): string {
	const { id, name, numbers, user, can, enabled, notices, language } = person;
	const columns = [
		`${id} ${name}`.padEnd(12),
		numbers.join(", "),
		user === 0 ? "no user" : `user ${user}`,
		`can ${can.length === 0 ? "nothing" : can.join(", ")}`,
		`notices ${notices.length === 0 ? "none" : notices.join(", ")}`,
		...(language === "" ? [] : [language]),
		...(person.otpKey === "" ? [] : ["one-time codes"]),
		...(enabled ? [] : ["disabled"]),
	];
	return shown(columns.join("  "));
}

/** Numbers that have texted and are not on the list, a line each. */
export function unknownText({ remote, runtime }: PanelState): string {
	const { unknown } = runtime.guard;
	if (unknown.length > 0)
		return unknown
			.map(
				({ from, at, count }) =>
					`${shown(from)}  ${howMany(count, "text")}, the last at ${new Date(at).toISOString()}`,
			)
			.join("\n");
	return remote.recordUnknown
		? "no unknown number has texted"
		: "unknown numbers are not recorded: remote.recordUnknown is false";
}

/** The same for programs. Keys of one-time codes are masked. */
export function peopleJson(
	{ remote, runtime }: PanelState,
	showSecrets: boolean,
): object {
	const { enabled, country, people } = remote;
	return {
		enabled,
		country,
		people: showSecrets ? people : maskedState(people, "remote.people"),
		unknown: runtime.guard.unknown,
	};
}
