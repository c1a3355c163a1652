import type { Clock } from "../time/clock.ts";
import { systemClock } from "../time/system-clock.ts";
import { SECOND } from "../time/units.ts";
import { wait } from "../time/wait.ts";

/** One event of a stream of server-sent events (HTML, 9.2). */
export interface ServerEvent {
	/** `message` where the server names none. */
	readonly type: string;
	readonly id: string;
	readonly data: string;
}

/** Characters of the longest line; a server that sends more is none of ours. */
const LONGEST_LINE = 10_000_000;

/** A server says every 15 s that it is there; so long a silence is none, in milliseconds. */
const SILENCE = 40 * SECOND;

/**
 * The events in a stream of bytes. The browser's own reader of them cannot say a
 * token, and takes a connection that is gone without a word for one that is silent:
 * on a phone that slept that may be for good.
 * @param clock the machine's
 * @throws RangeError for a line without an end, Error where nothing comes for 40 s
 */
export async function* serverEvents(
	body: ReadableStream<Uint8Array>,
	clock: Clock = systemClock,
): AsyncGenerator<ServerEvent> {
	let event: ServerEvent = nothing;
	for await (const line of linesOf(body, clock)) {
		if (line === "") {
			if (event.data !== "") yield event;
			event = nothing;
			continue;
		}
		const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
		if (name === "event") event = { ...event, type: value };
		if (name === "id") event = { ...event, id: value };
		if (name === "data") {
			const data = event.data === "" ? value : `${event.data}\n${value}`;
			event = { ...event, data };
		}
	}
}

const nothing: ServerEvent = { type: "message", id: "", data: "" };

async function* linesOf(
	body: ReadableStream<Uint8Array>,
	clock: Clock,
): AsyncGenerator<string> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (;;) {
			const heard = new AbortController();
			const silence = wait(clock, SILENCE, heard.signal).then(() => null);
			const read = await Promise.race([reader.read(), silence]);
			heard.abort();
			if (read === null) throw new Error("nothing comes from the server");
			const { value, done } = read;
			if (done) return;
			rest += decoder.decode(value, { stream: true });
			const lines = rest.split(/\r\n|\n/);
			rest = lines.pop() ?? "";
			if (rest.length > LONGEST_LINE)
				throw new RangeError("the server sends a line without an end");
			yield* lines;
		}
	} finally {
		// Whoever stops reading lets go of the connection.
		await reader.cancel().catch(() => {});
	}
}
