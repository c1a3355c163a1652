import type { Activity } from "../../firmware/activity.ts";
import { instantText } from "../../time/instant.ts";

/** An activity for programs: one flat object, instants as ISO 8601. */
export function activityJson(activity: Activity): object {
	const { id, at } = activity;
	const stamp = { id, at: instantText(at), type: activity.type };
	switch (activity.type) {
		case "text": {
			const { from, text, silence, report } = activity;
			return { ...stamp, from, text, silence, ...report };
		}
		case "event": {
			const { event, outcome } = activity;
			return { ...stamp, event, ...outcome };
		}
		case "sent": {
			const { to, text, outcome } = activity;
			return { ...stamp, to, text, outcome };
		}
	}
}
