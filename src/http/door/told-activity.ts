import type { Activity } from "../../firmware/activity.ts";
import { activityJson } from "../../views/json/activity-json.ts";

/**
 * An activity as a request wants it.
 * @param query `state=yes` asks for what the panel remembered afterwards, too
 */
export function toldActivity(
	activity: Activity,
	query: { readonly state?: string },
): object {
	const told = activityJson(activity);
	return query.state === "yes" ? { ...told, state: activity.state } : told;
}
