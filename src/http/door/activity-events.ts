import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Activity, ActivityFeed } from "../../firmware/activity.ts";
import type { Clock } from "../../time/clock.ts";
import { SECOND } from "../../time/units.ts";
import { toldActivity } from "./told-activity.ts";

/** Activities that wait for a reader of a stream before it is dropped. */
const MOST_UNREAD = 1000;
/** Silence after which a stream says that it is there, in milliseconds. */
const HEARTBEAT = 15 * SECOND;

/** What a stream is made of. */
export interface StreamParts {
	readonly activity: ActivityFeed;
	/** The machine's. */
	readonly clock: Clock;
	/** Called when the stream has ended. */
	readonly over: () => void;
	/** Ends the connection, whatever still waits in it. */
	readonly drop: () => void;
}

/**
 * What happens, as server-sent events; the id of each is the activity's. Where
 * activities that were asked for are kept no more, an event `gap` comes first. A
 * reader who does not read is dropped, and asks again from where it was.
 */
export function activityEvents(c: Context, parts: StreamParts): Response {
	const since = firstWanted(c, parts.activity);
	return streamSSE(c, async (stream) => {
		try {
			await told(stream, since, c.req.query(), parts);
		} finally {
			parts.over();
		}
	});
}

async function told(
	stream: SSEStreamingApi,
	since: number,
	query: Record<string, string>,
	{ activity, clock, drop }: StreamParts,
): Promise<void> {
	const unread: Activity[] = [...activity.from(since)];
	const first = unread[0]?.id ?? activity.next;
	let wake = () => {};
	const stop = activity.follow((each) => {
		unread.push(each);
		// It may wait for the reader, who does not read.
		if (unread.length > MOST_UNREAD) drop();
		wake();
	});
	stream.onAbort(() => wake());
	try {
		// EventSource tries again after so many milliseconds.
		await stream.write("retry: 1000\n\n");
		if (since > 0 && since < first)
			await stream.writeSSE({
				id: String(first - 1),
				event: "gap",
				data: JSON.stringify({ from: since, to: first - 1 }),
			});
		while (!stream.aborted && !stream.closed) {
			const each = unread.shift();
			if (each !== undefined) {
				await stream.writeSSE({
					id: String(each.id),
					event: each.type,
					data: JSON.stringify(toldActivity(each, query)),
				});
				continue;
			}
			let isStill = false;
			await new Promise<void>((resolve) => {
				const cancel = clock.at(clock.now() + HEARTBEAT, () => {
					isStill = true;
					resolve();
				});
				wake = () => {
					cancel();
					resolve();
				};
			});
			if (isStill) await stream.write(":\n\n");
		}
	} finally {
		stop();
		wake();
	}
}

/** `Last-Event-ID` is where the reader was; `since` is what it asks for. */
function firstWanted(c: Context, activity: ActivityFeed): number {
	const last = Number(c.req.header("Last-Event-ID") ?? Number.NaN);
	if (Number.isInteger(last)) return last + 1;
	const asked = Number(c.req.query("since") ?? Number.NaN);
	return Number.isInteger(asked) ? asked : activity.next;
}
