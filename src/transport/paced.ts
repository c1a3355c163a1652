import type { Clock } from "../time/clock.ts";
import { arrivals } from "./arrivals.ts";
import type { Transport } from "./transport.ts";

/** Bits on the wire for one byte: a start bit, eight of data, a stop bit. */
const bitsPerByte = 10;

/**
 * Bytes that are let through together: about a millisecond of 115200 Bd, which
 * is as fine as timers are.
 */
const sliceLength = 12;

/**
 * The same line as slow as a wire of so many bits per second, each direction
 * by itself: a pseudo-terminal and a socket take no notice of a baud rate. A
 * write resolves when its last byte has passed.
 */
export function paced(line: Transport, clock: Clock, baud: number): Transport {
	const incoming = arrivals<Uint8Array>();
	const inward = wire(clock, baud);
	const outward = wire(clock, baud);
	let queue: Promise<void> = Promise.resolve();
	const receive = async () => {
		try {
			for await (const bytes of line.bytes)
				for (const slice of slices(bytes)) {
					await inward(slice.length);
					incoming.push(slice);
				}
			incoming.end();
		} catch (error) {
			incoming.fail(error instanceof Error ? error : new Error(String(error)));
		}
	};
	void receive();
	return {
		name: line.name,
		bytes: incoming,
		write(bytes) {
			const sent = queue.then(async () => {
				for (const slice of slices(bytes)) {
					await outward(slice.length);
					await line.write(slice);
				}
			});
			queue = sent.catch(() => {});
			return sent;
		},
		close: () => line.close(),
	};
}

/** @returns what resolves when so many further bytes have passed the wire */
function wire(clock: Clock, baud: number): (bytes: number) => Promise<void> {
	let freeAt = 0;
	return (bytes) => {
		const duration = (bytes * bitsPerByte * 1000) / baud;
		freeAt = Math.max(freeAt, clock.now()) + duration;
		return new Promise((resolve) => {
			clock.at(freeAt, resolve);
		});
	};
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += sliceLength)
		yield bytes.slice(at, at + sliceLength);
}
