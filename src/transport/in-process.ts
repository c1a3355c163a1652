import { arrivals } from "./arrivals.ts";
import type { Transport } from "./transport.ts";

/**
 * The two ends of a line inside this process: what is written at one end
 * arrives at the other. Closing either end closes both; bytes on their way
 * still arrive.
 */
export function inProcessLine(name = "in-process"): [Transport, Transport] {
	const there = arrivals<Uint8Array>();
	const back = arrivals<Uint8Array>();
	let open = true;
	const end = (
		from: AsyncIterable<Uint8Array>,
		to: { push(bytes: Uint8Array): void },
	): Transport => ({
		name,
		bytes: from,
		async write(bytes) {
			if (!open) throw new Error(`${name} is closed`);
			if (bytes.length > 0) to.push(new Uint8Array(bytes));
		},
		async close() {
			open = false;
			there.end();
			back.end();
		},
	});
	return [end(back, there), end(there, back)];
}
