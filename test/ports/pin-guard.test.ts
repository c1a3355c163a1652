import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noPinFault, refusedFault } from "../../src/modem/link/sim.ts";
import { pinGuard } from "../../src/ports/pin-guard.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";

const clock = virtualClock(Date.UTC(2026, 10, 20, 20));
const line = "serial:///dev/ttyUSB0?baud=115200";

test("a PIN that was refused on a line is held back there, and no other", async () => {
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-pin-"));
	const first = await pinGuard(line, "1234", clock, folder);
	expect(first.pin).toBe("1234");
	expect(await first.judge(refusedFault)).toBe(refusedFault);

	const file = join(folder, "serial-dev-ttyUSB0-baud-115200.refused-pin");
	const second = await pinGuard(line, "1234", clock, folder);
	expect(second.pin).toBe(null);
	expect(await second.judge(noPinFault)).toEqual({
		reason:
			"the SIM refused this PIN before (2026-11-20T20:00:00.000Z); it is not tried again",
		advice: `correct the PIN; if the SIM is another one now, delete ${file}`,
		final: true,
	});
	expect(await second.judge(null)).toBe(null);
	expect((await pinGuard(line, "4321", clock, folder)).pin).toBe("4321");
	expect((await pinGuard("tcp://b:1", "1234", clock, folder)).pin).toBe("1234");
	expect(readdirSync(folder)).toEqual([
		"serial-dev-ttyUSB0-baud-115200.refused-pin",
	]);
	expect(readFileSync(file, "utf8")).not.toContain('"1234"');
});

test("without a PIN the SIM's question stays as it is", async () => {
	const guard = await pinGuard(line, null, clock, "/nowhere");
	expect(await guard.judge(noPinFault)).toBe(noPinFault);
});
