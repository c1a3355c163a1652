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
 * The same line, slowed down to a number of bits per second in each direction:
 * pseudo-terminals and sockets ignore a baud rate. A write resolves when its last
 * byte has passed.
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
 * One direction: hands on each slice when its last bit has passed. The time of a
 * slice counts from when the wire is free and not from when the clock woke us, so
 * that a late clock does not slow the wire down.
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
