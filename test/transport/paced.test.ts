import { expect, test } from "vitest";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { paced } from "../../src/transport/paced.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";

test("at 9600 Bd 96 bytes take 100 ms, and arrive in pieces on the way", async () => {
	const [near, far] = inProcessLine();
	const clock = virtualClock(0);
	const line = paced(near, clock, 9600);
	let passedAt = -1;
	const written = line.write(bytesOf("x".repeat(96))).then(() => {
		passedAt = clock.now();
	});
	const arrivals: string[] = [];
	const reading = (async () => {
		for await (const bytes of far.bytes)
			arrivals.push(`${bytes.length} at ${clock.now()}`);
	})();
	for (let time = 0; time <= 200; time += 0.5) {
		await clock.advanceTo(time);
		await new Promise(setImmediate);
	}
	await written;
	await line.close();
	await reading;
	expect(passedAt).toBe(100);
	expect(arrivals).toEqual(
		[1, 2, 3, 4, 5, 6, 7, 8].map((slice) => `12 at ${slice * 12.5}`),
	);
});

test("what comes in is as slow as what goes out", async () => {
	const [near, far] = inProcessLine();
	const clock = virtualClock(0);
	const line = paced(near, clock, 1000);
	await far.write(bytesOf("AT+CSQ\r"));
	let arrivedAt = -1;
	const reading = lineReader(line)
		.until("\r")
		.then(() => {
			arrivedAt = clock.now();
		});
	for (let time = 0; time <= 100; time += 1) {
		await clock.advanceTo(time);
		await new Promise(setImmediate);
	}
	await reading;
	expect(arrivedAt).toBe(70);
});
