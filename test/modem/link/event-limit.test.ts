import { expect, test } from "vitest";
import { limitEvents } from "../../../src/modem/link/event-limit.ts";
import type { ModemEvent } from "../../../src/modem/link/modem-event.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";

test("of a flood of noise 30 lines a minute are told, and that there were more", async () => {
	const clock = virtualClock(0);
	const events: ModemEvent[] = [];
	const tell = limitEvents(clock, (event) => events.push(event));
	const noise: ModemEvent = { type: "noise", line: "x" };
	for (let count = 0; count < 1000; count++) tell(noise);
	tell({ type: "started", name: "a" });
	await clock.advanceTo(60_000);
	tell(noise);
	expect(events).toEqual([
		...Array.from({ length: 30 }, () => noise),
		{ type: "started", name: "a" },
		{
			type: "warning",
			reason: "970 more events of the modem in a minute are not told",
		},
		noise,
	]);
});
