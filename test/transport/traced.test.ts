import { expect, test } from "vitest";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { type TraceEntry, traced } from "../../src/transport/traced.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";

test("a traced line tells direction, bytes and time, and changes nothing", async () => {
	const [near, far] = inProcessLine("modem");
	const clock = virtualClock(1000);
	const entries: TraceEntry[] = [];
	const line = traced(near, clock, (entry) => entries.push(entry));
	await line.write(bytesOf("AT\r"));
	await clock.advanceTo(1250);
	await far.write(bytesOf("\r\nOK\r\n"));
	expect(await lineReader(line).until("OK\r\n")).toBe("\r\nOK\r\n");
	expect(line.name).toBe("modem");
	expect(entries).toEqual([
		{ at: 1000, direction: "out", bytes: bytesOf("AT\r") },
		{ at: 1250, direction: "in", bytes: bytesOf("\r\nOK\r\n") },
	]);
	await line.close();
	expect(await lineReader(far).rest()).toBe("AT\r");
});
