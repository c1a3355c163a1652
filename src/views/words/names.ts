import { find } from "../../panel/state/numbered.ts";
import { personOf } from "../../panel/state/remote-access.ts";
import { personKey } from "../../panel/state/sender.ts";
import type { PanelState } from "../../panel/state/state.ts";

/** `3 Kitchen`, `zone 3` for one without a name, `the panel` for 0. */
export function zoneText({ zones }: PanelState, id: number): string {
	if (id === 0) return "the panel";
	const name = find(zones, id)?.name ?? "";
	return name === "" ? `zone ${id}` : `${id} ${name}`;
}

/** `Anna`, or `person 1` for one who is no longer on the list. */
export function personText({ remote }: PanelState, id: number): string {
	return find(remote.people, id)?.name ?? `person ${id}`;
}

/** `user 2 BEN`, or `user 2` for one without a name. */
export function userText({ users }: PanelState, id: number): string {
	return `user ${id} ${find(users, id)?.name ?? ""}`.trimEnd();
}

/** The name of the person whose number, or key as a sender, it is; else the number. */
export function senderText({ remote }: PanelState, from: string): string {
	const person =
		personOf(remote, from) ??
		remote.people.find(({ id }) => personKey(id) === from);
	return person?.name ?? (from === "" ? "a withheld number" : from);
}

/** `Anna`, `Anna and Ben`, `Anna, Ben and Cleo`. */
export function listText(items: readonly string[]): string {
	const last = items.at(-1) ?? "";
	return items.length < 2
		? last
		: `${items.slice(0, -1).join(", ")} and ${last}`;
}
