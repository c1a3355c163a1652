import { AtSession, usualTimeouts } from "../../src/modem/at-session.ts";
import { virtualModem } from "../../src/modem/virtual-modem/virtual-modem.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import { systemClock as clock } from "../../src/time/system-clock.ts";
import { openPty } from "../../src/transport/pty.ts";
import { openSerial } from "../../src/transport/serial.ts";

/*
 * AT and its OK over a pseudo-terminal: the driver's session on the serial port
 * at one end, the virtual modem at the other, both in this process. Prints the
 * milliseconds of the 50th and the 99th percentile.
 */

const WARM_UPS = 500;
const ROUNDS = 3000;

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

const taken: number[] = [];
for (let round = -WARM_UPS; round < ROUNDS; round++) {
	const start = performance.now();
	const { ok } = await session.command("AT");
	if (!ok) throw new Error("the modem did not answer OK");
	if (round >= 0) taken.push(performance.now() - start);
}
await session.close();
await modem.powerOff();

taken.sort((a, b) => a - b);
const percentile = (share: number) => taken[Math.floor(ROUNDS * share)];
console.log(JSON.stringify({ p50: percentile(0.5), p99: percentile(0.99) }));
