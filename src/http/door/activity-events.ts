import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Activity, ActivityFeed } from "../../firmware/activity.ts";
import { toldActivity } from "./told-activity.ts";

/** Activities that wait for a reader of a stream before it is dropped. */
const MOST_UNREAD = 1000;

/**
 * What happens, as server-sent events; the id of each is the activity's. A reader
 * who does not read is dropped, and asks again from where it was.
 *
 * @param over called when the stream has ended
 */
export function activityEvents(
	c: Context,
	activity: ActivityFeed,
	over: () => void,
): Response {
	const since = firstWanted(c, activity);
	return streamSSE(c, async (stream) => {
		const unread: Activity[] = [...activity.from(since)];
		let wake = () => {};
		const isLate = () => unread.length > MOST_UNREAD;
		const stop = activity.follow((each) => {
			unread.push(each);
			wake();
			// It may wait for the reader, who does not read.
			if (isLate()) stream.abort();
		});
		stream.onAbort(() => {
			stop();
			wake();
		});
		try {
			while (!stream.aborted && !isLate()) {
				const each = unread.shift();
				if (each === undefined) {
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
					continue;
				}
				await stream.writeSSE({
					id: String(each.id),
					event: each.type,
					data: JSON.stringify(toldActivity(each, c.req.query())),
				});
			}
		} finally {
			stop();
			over();
		}
	});
}

/** `Last-Event-ID` is where the reader was; `since` is what it asks for. */
function firstWanted(c: Context, activity: ActivityFeed): number {
	const last = Number(c.req.header("Last-Event-ID") ?? Number.NaN);
	if (Number.isInteger(last)) return last + 1;
	const asked = Number(c.req.query("since") ?? Number.NaN);
	return Number.isInteger(asked) ? asked : activity.next;
}
