import { shown } from "../../../grammar/message/terminal-text.ts";
import type { Activity } from "../../firmware/activity.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { writeTypedEvent } from "../../panel/typed-event.ts";
import { eventText } from "../words/event-words.ts";
import { senderText } from "../words/names.ts";

/**
 * What has happened, in one line for people.
 * @param before what the panel remembered before
 */
export function activityText(activity: Activity, before: PanelState): string {
	const { state } = activity;
	switch (activity.type) {
		case "text":
			return shown(`${senderText(state, activity.from)}: ${activity.text}`);
		case "sent": {
			const { to, text, outcome } = activity;
			const end = outcome === "sent" ? "" : ` (${outcome})`;
			return shown(`to ${senderText(state, to)}: ${text}${end}`);
		}
		case "event": {
			const last = before.runtime.log.at(-1)?.sequence ?? 0;
			const logged = state.runtime.log
				.filter(({ sequence }) => sequence > last)
				.map((entry) => eventText(state, entry))
				.join("; ");
			// Who typed a code sees no more of it than stars.
			const step = writeTypedEvent(activity.event)?.replace(/\d{4,}/, "****");
			if (step === undefined) return shown(logged || "time passed");
			return shown(logged === "" ? step : `${step}: ${logged}`);
		}
	}
}
