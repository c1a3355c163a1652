import type { PanelState } from "../panel/state/state.ts";
import { instantText } from "../time/instant.ts";
import { deed } from "./explain-entry.ts";

/**
 * What became of a panel from one state to a later one, for people: what it
 * wrote to its event log, and what its siren does. A line each; "" for nothing.
 */
export function describeHappening(
	before: PanelState,
	after: PanelState,
): string {
	const last = before.runtime.log.at(-1)?.sequence ?? 0;
	const siren = after.runtime.siren;
	return [
		...after.runtime.log
			.filter(({ sequence }) => sequence > last)
			.map(({ at, event, about }) =>
				`${instantText(at)} ${event} ${about}`.trimEnd(),
			),
		...(siren === before.runtime.siren
			? []
			: [deed({ type: "siren", on: siren })]),
	].join("\n");
}
