import type { PanelState } from "../../panel/state/state.ts";
import { type Leaving, messages, type Outgoing } from "./next.ts";

/** What waits to be told or texted after something happened, and did not before. */
export function newMessages(
	before: PanelState,
	after: PanelState,
): readonly Outgoing[] {
	const waited = new Set([...messages(before)].map(nameOf));
	return [...messages(after)]
		.filter((message) => !waited.has(nameOf(message)))
		.map(({ sms }) => sms);
}

/** The same as long as a message waits, and different for any two. */
function nameOf({ kind, id, sms }: Leaving): string {
	return JSON.stringify([kind, id, sms]);
}
