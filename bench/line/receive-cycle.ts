import { GsmModem } from "../../src/modem/gsm-modem.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";
import { systemClock as clock } from "../../src/time/system-clock.ts";
import { openPty } from "../../src/transport/pty.ts";
import { openSerial } from "../../src/transport/serial.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";

/*
 * One SMS of 24 characters comes: +CMTI, +CMGR, +CMGD over a pseudo-terminal,
 * from the indication's first byte until the message is deleted. Prints the time
 * that driver and virtual modem take together, elapsed and on the processor, in
 * per cent of the time that the bytes take on a wire of 115200 baud (8N1).
 */

const WARM_UPS = 1500;
const ROUNDS = 1500;
const bytesPerMillisecond = 11.52;

let bytes = 0;
let begun = 0;
/** The modem's end, which every byte passes. */
const counted = (line: Transport): Transport => ({
	...line,
	bytes: (async function* () {
		for await (const chunk of line.bytes) {
			bytes += chunk.length;
			yield chunk;
		}
	})(),
	write(chunk) {
		if (Buffer.from(chunk).includes("+CMTI")) begun = performance.now();
		bytes += chunk.length;
		return line.write(chunk);
	},
});

const network = virtualNetwork({ clock });
const phone = network.line("+15550101");
const panelLine = network.line("+15550100");
const virtual = virtualModem({ clock, line: panelLine });
const pty = await openPty();
void virtual.attach(counted(pty));
const driver = new GsmModem({
	open: () => openSerial({ path: pty.path }),
	clock,
	onEvent() {},
});
await driver.started;
// What the driver looks at by itself after the start is no part of it.
await new Promise((resolve) =>
	clock.at(clock.now() + 500, () => resolve(null)),
);

const submits = submitsOf({
	to: "+15550100",
	text: "PROG 7982 USRS:1,1234,,1",
	reference: 1,
});
if (!submits.ok) throw new Error(submits.error.message);
const text = () => {
	bytes = 0;
	for (const submit of submits.value) phone.submit(submit);
};

const elapsed: number[] = [];
let round = -WARM_UPS;
let wire = 0;
let before = process.cpuUsage();
text();
for await (const message of driver.incoming) {
	await message.forget();
	if (round >= 0) {
		const onWire = bytes / bytesPerMillisecond;
		elapsed.push((performance.now() - begun) / onWire);
		wire += onWire;
	}
	round += 1;
	if (round === 0) before = process.cpuUsage();
	if (round === ROUNDS) break;
	text();
}
const { user, system } = process.cpuUsage(before);
await driver.close();
await virtual.powerOff();

elapsed.sort((a, b) => a - b);
console.log(
	JSON.stringify({
		elapsed: 100 * (elapsed[Math.floor(ROUNDS / 2)] ?? Number.NaN),
		processor: (100 * (user + system)) / 1000 / wire,
		bytes: Math.round((wire / ROUNDS) * bytesPerMillisecond),
	}),
);
