import { expect, test } from "vitest";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { paced } from "../../src/transport/paced.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";

test("at 10000 Bd 96 bytes take 96 ms, and arrive in pieces on the way", async () => {
	const [near, far] = inProcessLine();
	const clock = virtualClock(0);
	const line = paced(near, clock, 10_000);
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
	expect(passedAt).toBe(96);
	expect(arrivals).toEqual(
		[1, 2, 3, 4, 5, 6, 7, 8].map((slice) => `12 at ${slice * 12}`),
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

test("a clock that is late loses no speed: what was due is caught up", async () => {
	const [near, far] = inProcessLine();
	const clock = virtualClock(0);
	const line = paced(near, clock, 9600);
	void line.write(bytesOf("x".repeat(48)));
	void line.write(bytesOf("y".repeat(48)));
	await new Promise(setImmediate);
	await clock.advanceTo(80);
	let arrived = "";
	void (async () => {
		for await (const bytes of far.bytes)
			arrived += Buffer.from(bytes).toString();
	})();
	for (let round = 0; round < 50; round++) {
		await new Promise(setImmediate);
		await clock.advanceTo(clock.now());
	}
	expect(arrived).toBe("x".repeat(48) + "y".repeat(24));
});

test("what is written at once passes in order, one behind the other", async () => {
	const [near, far] = inProcessLine();
	const clock = virtualClock(0);
	const line = paced(near, clock, 10_000);
	const passed: string[] = [];
	for (const text of ["first-first-first", "second", "third"])
		void line.write(bytesOf(text)).then(() => {
			passed.push(`${text} at ${clock.now()}`);
		});
	const reader = lineReader(far);
	for (let time = 0; time <= 30; time++) {
		await clock.advanceTo(time);
		await new Promise(setImmediate);
	}
	await line.close();
	expect(await reader.rest()).toBe("first-first-firstsecondthird");
	expect(passed).toEqual([
		"first-first-first at 17",
		"second at 23",
		"third at 28",
	]);
});
