import type { Dc09OnFile } from "../derive/dc09-schema.ts";
import { isReceiver } from "../firmware/outbox/next.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { Finding } from "./findings.ts";

/**
 * Settings of the file for receivers that the panel does not report to: a key among
 * them protects nothing.
 */
export function receiverFindings(
	dc09: Dc09OnFile | undefined,
	{ reporting }: Pick<PanelState, "reporting">,
): readonly Finding[] {
	return (dc09?.destinations ?? []).flatMap(({ id }, at) => {
		const destination = reporting.destinations.find((each) => each.id === id);
		if (destination !== undefined && isReceiver(destination)) return [];
		const why =
			destination === undefined
				? `there is no destination ${id}`
				: `destination ${id} is no receiver`;
		return [
			{
				level: "warning",
				path: `integrations.dc09.destinations.${at}`,
				message: `${why}, so these settings do nothing`,
				standard: null,
			},
		];
	});
}
