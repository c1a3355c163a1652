import { expect, test } from "vitest";
import { ModemWaiting } from "../../../src/cli/run/modem-waiting.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";

const MINUTE = 60_000;

test("what a panel waits for is said once a minute, until its modem works", async () => {
	const clock = virtualClock(0);
	const said: string[] = [];
	const waiting = new ModemWaiting({
		modem: "serial:///dev/ttyUSB0",
		clock,
		remind: (reason) => said.push(`${clock.now() / 1000} s: ${reason}`),
	});
	await clock.advanceTo(MINUTE);
	waiting.note({ type: "opened", name: "ttyUSB0", before: null });
	await clock.advanceTo(1.5 * MINUTE);
	waiting.note({
		type: "start-failed",
		name: "ttyUSB0",
		reason: "the SIM wants its PIN",
		advice: "give it with --pin",
		final: true,
	});
	await clock.advanceTo(4 * MINUTE);
	waiting.note({ type: "started", name: "ttyUSB0" });
	await clock.advanceTo(9 * MINUTE);
	waiting.note({ type: "lost", name: "ttyUSB0", reason: "unplugged" });
	await clock.advanceTo(10 * MINUTE);
	waiting.close();
	await clock.advanceTo(20 * MINUTE);
	expect(said).toEqual([
		"60 s: serial:///dev/ttyUSB0 is not open yet",
		"150 s: ttyUSB0: the SIM wants its PIN; give it with --pin",
		"210 s: ttyUSB0: the SIM wants its PIN; give it with --pin",
		"600 s: ttyUSB0: unplugged",
	]);
});
