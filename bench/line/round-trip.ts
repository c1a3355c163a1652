import { AtSession, usualTimeouts } from "../../src/modem/at/at-session.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import { systemClock as clock } from "../../src/time/system-clock.ts";
import { openPty } from "../../src/transport/pty.ts";
import { openSerial } from "../../src/transport/serial.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";

/*
 * AT and its OK over a pseudo-terminal: the driver's session on the serial port
 * at one end, the virtual modem at the other, both in this process. Prints
 * milliseconds: the percentiles of all exchanges, and of the quietest block of
 * them, which says what the line takes while nobody else has the processor.
 */

const WARM_UPS = 2000;
const BLOCKS = 40;
const BLOCK = 250;

const line = virtualNetwork({ clock }).line("+15550101");
const modem = virtualModem({ clock, line });
const pty = await openPty();
void modem.attach(pty);
const session = new AtSession({
	transport: await openSerial({ path: pty.path }),
	clock,
	timeouts: usualTimeouts,
	onIndication() {},
	onStray() {},
});

const blocks = Array.from({ length: BLOCKS }, (): number[] => []);
for (let round = -WARM_UPS; round < BLOCKS * BLOCK; round++) {
	const start = performance.now();
	const { ok } = await session.command("AT");
	if (!ok) throw new Error("the modem did not answer OK");
	if (round < 0) continue;
	blocks[Math.floor(round / BLOCK)]?.push(performance.now() - start);
}
await session.close();
await modem.powerOff();

console.log(
	JSON.stringify({
		p50: percentile(blocks.flat(), 0.5),
		p99: percentile(blocks.flat(), 0.99),
		quiet: Math.min(...blocks.map((block) => percentile(block, 0.99))),
	}),
);

function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(values.length * share)] ?? Number.NaN;
}
