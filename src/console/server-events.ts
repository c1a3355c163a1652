/** One event of a stream of server-sent events (HTML, 9.2). */
export interface ServerEvent {
	readonly id: string;
	readonly data: string;
}

/** Characters of the longest line; a server that sends more is none of ours. */
const LONGEST_LINE = 10_000_000;

/**
 * The events in a stream of bytes. The browser's own reader of them cannot say a
 * token.
 * @throws RangeError for a line without an end
 */
export async function* serverEvents(
	body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerEvent> {
	let event: ServerEvent = nothing;
	for await (const line of linesOf(body)) {
		if (line === "") {
			if (event.data !== "") yield event;
			event = nothing;
			continue;
		}
		const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
		if (name === "id") event = { ...event, id: value };
		if (name === "data") {
			const data = event.data === "" ? value : `${event.data}\n${value}`;
			event = { ...event, data };
		}
	}
}

const nothing: ServerEvent = { id: "", data: "" };

async function* linesOf(
	body: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (;;) {
			const { value, done } = await reader.read();
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
