/**
 * Counts the bytes on a line between two ends, so that a test in virtual time
 * can wait until none is on its way, however long that really takes.
 */
import type { Transport } from "../../src/transport/transport.ts";

export interface CountedLine {
	/** The same end, counted. One end is the first, the other the second. */
	end(transport: Transport): Transport;
	/** Whether bytes, or the news that the line has ended, are on their way. */
	readonly busy: boolean;
}

interface End {
	written: number;
	received: number;
	over: boolean;
}

export function countedLine(): CountedLine {
	const ends: End[] = [];
	return {
		end(transport) {
			const own: End = { written: 0, received: 0, over: false };
			ends.push(own);
			return {
				name: transport.name,
				bytes: (async function* () {
					try {
						for await (const chunk of transport.bytes) {
							own.received += chunk.length;
							yield chunk;
						}
					} finally {
						own.over = true;
					}
				})(),
				async write(bytes) {
					own.written += bytes.length;
					await transport.write(bytes);
				},
				async close() {
					own.over = true;
					await transport.close();
				},
			};
		},
		get busy() {
			const [one, other] = ends;
			// The second end is still being plugged in.
			if (one === undefined || other === undefined) return ends.length > 0;
			if (one.over || other.over) return one.over !== other.over;
			return one.written > other.received || other.written > one.received;
		},
	};
}
