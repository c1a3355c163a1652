import type { Clock } from "../time/clock.ts";
import type { Transport } from "./transport.ts";

/** One chunk as it passed. */
export interface TraceEntry {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
	/** `in` is what arrived, `out` what was written. */
	readonly direction: "in" | "out";
	readonly bytes: Uint8Array;
}

/** The same line; `note` is told of everything that passes, of an arrival before its reader gets it. */
export function traced(
	line: Transport,
	clock: Clock,
	note: (entry: TraceEntry) => void,
): Transport {
	async function* arriving(): AsyncGenerator<Uint8Array> {
		for await (const bytes of line.bytes) {
			note({ at: clock.now(), direction: "in", bytes });
			yield bytes;
		}
	}
	return {
		name: line.name,
		bytes: arriving(),
		write(bytes) {
			note({ at: clock.now(), direction: "out", bytes });
			return line.write(bytes);
		},
		close: () => line.close(),
	};
}
