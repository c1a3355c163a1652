import { isAsClaimed, valueAt } from "../conversation/claim.ts";
import type { Activity } from "../firmware/activity.ts";
import { SECOND } from "../time/units.ts";
import { activityJson } from "../views/activity-json.ts";
import type { ThrowawayPanel } from "./throwaway-panels.ts";

/** What somebody waits for. */
export type Condition =
	| {
			readonly text: {
				readonly to?: string | undefined;
				readonly contains?: string | undefined;
			};
	  }
	| { readonly state: { readonly path: string; readonly value: unknown } }
	| { readonly event: string };

/** What came of waiting. */
export interface Waited {
	readonly held: boolean;
	/** The activity that was waited for; null for a state, and where nothing came. */
	readonly activity: object | null;
	/** What came instead, the latest last: activities, or the value that stands there. */
	readonly candidates: readonly object[];
}

/** Candidates that are told. */
const MOST = 10;

/**
 * Lets a panel's time pass, from deadline to deadline, until something holds or
 * the time is over. Nothing sleeps.
 *
 * @param within milliseconds of the panel's time
 * @param since the first activity that counts
 */
export async function waitFor(
	{ panel, hasChannel }: ThrowawayPanel,
	condition: Condition,
	within: number,
	since: number,
): Promise<Waited> {
	const end = panel.now.getTime() + within;
	for (;;) {
		const found = foundIn(condition);
		if (found !== null) return found;
		const now = panel.now.getTime();
		if (now >= end) return notHeld();
		const due = panel.status().timers.find(({ left }) => left > 0)?.due;
		// A message on its way over a network is no deadline of the panel's.
		const step = hasChannel ? now + SECOND : end;
		await panel.advance(new Date(Math.min(due ?? end, step, end)));
	}

	function foundIn(wanted: Condition): Waited | null {
		if ("state" in wanted) {
			const { path, value } = wanted.state;
			return isAsClaimed(value, valueAt(panel.snapshot(), path))
				? { held: true, activity: null, candidates: [] }
				: null;
		}
		const first = panel.activity
			.from(since)
			.find((activity) => isWanted(wanted, activity));
		return first === undefined
			? null
			: { held: true, activity: activityJson(first), candidates: [] };
	}

	function notHeld(): Waited {
		if ("state" in condition) {
			const { path } = condition.state;
			const value = valueAt(panel.snapshot(), path);
			return { held: false, activity: null, candidates: [{ path, value }] };
		}
		const type = "text" in condition ? "sent" : "event";
		const candidates = panel.activity
			.from(since)
			.filter((activity) => activity.type === type)
			.slice(-MOST)
			.map(activityJson);
		return { held: false, activity: null, candidates };
	}
}

function isWanted(
	condition: Exclude<Condition, { readonly state: unknown }>,
	activity: Activity,
): boolean {
	if ("event" in condition)
		return activity.type === "event" && activity.event.type === condition.event;
	const { to, contains } = condition.text;
	return (
		activity.type === "sent" &&
		(to === undefined || activity.to === to) &&
		(contains === undefined || activity.text.includes(contains))
	);
}
