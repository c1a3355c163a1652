import { textOf } from "../transport/octets.ts";
import type { Transport } from "../transport/transport.ts";

/** Final results that are errors (3GPP TS 27.005, 3.2.5; 27.007, 9.2). */
const ERRORS = /\r\n(?:ERROR|\+CM[ES] ERROR: [^\r]*)\r\n/g;
/** The longest such line that may be cut by the end of a chunk. */
const LONGEST = 100;

/**
 * A modem's line on which each error that it answers is noted.
 * @param note told how many came
 */
export function errorsCounted(
	line: Transport,
	note: (count: number) => void,
): Transport {
	async function* arriving(): AsyncGenerator<Uint8Array> {
		let rest = "";
		for await (const bytes of line.bytes) {
			const text = rest + textOf(bytes);
			const found = [...text.matchAll(ERRORS)];
			if (found.length > 0) note(found.length);
			const last = found.at(-1);
			const end = last === undefined ? 0 : last.index + last[0].length;
			rest = text.slice(Math.max(end, text.length - LONGEST));
			yield bytes;
		}
	}
	return {
		name: line.name,
		bytes: arriving(),
		write: (bytes) => line.write(bytes),
		close: () => line.close(),
	};
}
