import { instantText } from "../../time/instant.ts";
import type { HeldPanel } from "../held/held-panel.ts";

/** What is said of a panel in a list. */
export function summary({
	id,
	panel,
	time,
	air,
	channel,
	isOpen,
	wanted,
}: HeldPanel) {
	const { model, number, activity } = panel;
	return {
		id,
		model,
		number,
		time: time.kind,
		now: nowOf(panel),
		...(air === null ? {} : { lines: air.network.lines }),
		...(channel === null ? {} : { channel: [...channel.rules] }),
		...(wanted?.showDuress ? { showDuress: true } : {}),
		control: isOpen,
		next: activity.next,
	};
}

/** The panel's time, as ISO 8601. */
export function nowOf({ clock: { now } }: HeldPanel["panel"]): string {
	return instantText(now.getTime());
}
