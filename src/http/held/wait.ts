import { isAsClaimed, valueAt } from "../../conversation/claim.ts";
import type { Activity } from "../../firmware/activity.ts";
import { activityJson } from "../../views/json/activity-json.ts";
import type { HeldPanel } from "./held-panel.ts";

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

export interface Waiting {
	readonly condition: Condition;
	/** Milliseconds of the panel's time. */
	readonly within: number;
	/** The first activity that counts. */
	readonly since: number;
	/** Says that nobody waits any more. */
	readonly signal: AbortSignal;
}

/** Candidates that are told. */
const MOST = 10;

/**
 * Waits until something holds or the time is over. Virtual time passes at once,
 * from what happens to what happens next; other time passes by itself.
 */
export async function waitFor(
	held: HeldPanel,
	waiting: Waiting,
): Promise<Waited> {
	const { pace, time } = held;
	if (pace === null || time.kind !== "virtual")
		return await waitInPassingTime(held, waiting);
	return await time.turn(async () => {
		const { panel } = held;
		const end = panel.clock.now.getTime() + waiting.within;
		for (;;) {
			const found = foundIn(held, waiting);
			if (found !== null) return found;
			const now = panel.clock.now.getTime();
			if (now >= end || waiting.signal.aborted) return notHeld(held, waiting);
			const next = pace.next ?? end;
			const until = next > now ? Math.min(next, end) : end;
			await pace.advance(new Date(until));
		}
	});
}

async function waitInPassingTime(
	held: HeldPanel,
	waiting: Waiting,
): Promise<Waited> {
	const { panel, time } = held;
	const { within, signal } = waiting;
	const already = await time.turn(() => foundIn(held, waiting));
	if (already !== null) return already;
	const end = panel.clock.now.getTime() + within;
	return await new Promise((resolve) => {
		const over = (waited: Waited) => {
			stopFollowing();
			cancel();
			signal.removeEventListener("abort", giveUp);
			resolve(waited);
		};
		const giveUp = () => over(notHeld(held, waiting));
		const look = () => {
			const found = foundIn(held, waiting);
			if (found !== null) over(found);
		};
		const stopFollowing = panel.activity.follow(look);
		const cancel = time.at(end, async () => {
			await time.turn(look);
			giveUp();
		});
		signal.addEventListener("abort", giveUp);
	});
}

function foundIn(
	{ panel }: HeldPanel,
	{ condition, since }: Waiting,
): Waited | null {
	if ("state" in condition) {
		const { path, value } = condition.state;
		return isAsClaimed(value, valueAt(panel.snapshot(), path))
			? { held: true, activity: null, candidates: [] }
			: null;
	}
	const first = panel.activity
		.from(since)
		.find((activity) => isWanted(condition, activity));
	return first === undefined
		? null
		: { held: true, activity: activityJson(first), candidates: [] };
}

function notHeld({ panel }: HeldPanel, { condition, since }: Waiting): Waited {
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
