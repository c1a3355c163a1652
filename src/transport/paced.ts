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
	const inward = wire(clock, baud);
	const outward = wire(clock, baud);
	const incoming = arrivals<Uint8Array>();
	const receive = async () => {
		try {
			for await (const bytes of line.bytes)
				await inward(bytes, (slice) => incoming.push(slice));
			incoming.end();
		} catch (error) {
			incoming.fail(error instanceof Error ? error : new Error(String(error)));
		}
	};
	void receive();
	return {
		name: line.name,
		bytes: incoming,
		write: (bytes) => outward(bytes, (slice) => line.write(slice)),
		close: () => line.close(),
	};
}

type Hand = (slice: Uint8Array) => Promise<void> | void;

/**
 * One direction: hands on what it is given, each slice when its last bit has
 * passed. Bytes are due from when the wire is free, not from when the clock
 * woke us for those before: a clock that is late must not slow the wire down.
 */
function wire(
	clock: Clock,
	baud: number,
): (bytes: Uint8Array, hand: Hand) => Promise<void> {
	const perByte = (bitsPerByte * 1000) / baud;
	let freeAt = 0;
	let before: Promise<void> = Promise.resolve();
	const pass = async (bytes: Uint8Array, begin: number, hand: Hand) => {
		await before;
		for (let at = 0; at < bytes.length; at += sliceLength) {
			const slice = bytes.slice(at, at + sliceLength);
			await new Promise<void>((resolve) => {
				clock.at(begin + (at + slice.length) * perByte, resolve);
			});
			await hand(slice);
		}
	};
	return (bytes, hand) => {
		const begin = Math.max(freeAt, clock.now());
		freeAt = begin + bytes.length * perByte;
		const passed = pass(bytes, begin, hand);
		before = passed.catch(() => {});
		return passed;
	};
}
