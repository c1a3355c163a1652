import { shown } from "../../grammar/message/terminal-text.ts";
import type { PanelState } from "../panel/state/state.ts";
import { instantText } from "../time/instant.ts";
import { effectText } from "./explain-entry.ts";

/**
 * What changed between two states of a panel, for people: new entries of its
 * event log, and the siren. One line each; "" for nothing.
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
				shown(`${instantText(at)} ${event} ${about}`.trimEnd()),
			),
		...(siren === before.runtime.siren
			? []
			: [effectText({ type: "siren", on: siren })]),
	].join("\n");
}
