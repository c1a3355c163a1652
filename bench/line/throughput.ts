import { setImmediate } from "node:timers/promises";
import { openPhoneNetwork } from "../../src/device/open-phone-network.ts";
import { startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";
import { partOf } from "../../src/sms/received-part.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { networkMailbox } from "./network-mailbox.ts";

/*
 * Eight phones text a panel on the in-process network, each as soon as it has
 * read the confirmation of its text before; the store is memory and the time
 * virtual. Prints the messages per second from the submit to the confirmation
 * read, of all and of the quietest block of them, and the microseconds of
 * processor time for each.
 *
 * throughput.ts modem | mailbox
 * modem:   phone line, SMSC, virtual modem, AT bytes, driver, panel, and back
 * mailbox: phone line, SMSC, panel, and back
 */

const WARM_UPS = 3000;
const BLOCKS = 20;
const BLOCK = 1000;
const PHONES = 8;

const number = "+15550100";
const clock = virtualClock(Date.UTC(2026, 10, 20, 12));
const { network, connect } = await openPhoneNetwork({ clock, lines: [] });
const panel = await startPanel({
	model: vst2752,
	number,
	clock,
	store: memoryStore(factoryState(vst2752.name, vst2752.sections)),
	hourly: Number.POSITIVE_INFINITY,
	onTrouble(error) {
		throw error;
	},
});
if (process.argv[2] === "mailbox")
	panel.serve(networkMailbox(network.line(number)), () => {});
else {
	const { modem } = connectModem(panel, {
		open: async () => connect(number),
		clock,
		// No delivery reports: each would be one more message.
		settings: { statusReport: false },
		onModem: () => {},
		onMail: () => {},
	});
	let started = false;
	void modem.started.then(() => {
		started = true;
	});
	while (!started) await pass();
}

let sent = 0;
let confirmed = 0;
for (let at = 0; at < PHONES; at++) {
	const line = network.line(`+1555020${at}`);
	const text = () => {
		sent += 1;
		const order = `PROG 7982 USRS:2,2222,name ${sent}`;
		const submits = submitsOf({ to: number, text: order, reference: 1 });
		if (!submits.ok) throw new Error(submits.error.message);
		for (const submit of submits.value) line.submit(submit);
	};
	line.connect({
		deliver(tpdu, answer) {
			answer("taken");
			if (tpdu.type !== "deliver") return;
			if (partOf(tpdu).text !== "USRS:OK") throw new Error("not confirmed");
			confirmed += 1;
			text();
		},
		startFault() {},
	});
	text();
}

while (confirmed < WARM_UPS) await pass();
const first = confirmed;
const start = performance.now();
const before = process.cpuUsage();
let quiet = 0;
for (let block = 0; block < BLOCKS; block++) {
	const from = confirmed;
	const begin = performance.now();
	while (confirmed < from + BLOCK) await pass();
	const rate = (1000 * (confirmed - from)) / (performance.now() - begin);
	quiet = Math.max(quiet, rate);
}
const { user, system } = process.cpuUsage(before);
const done = confirmed - first;
console.log(
	JSON.stringify({
		perSecond: (1000 * done) / (performance.now() - start),
		quiet,
		processor: (user + system) / done,
	}),
);

/** Whoever is due is woken, and everything that follows from it is done. */
async function pass(): Promise<void> {
	await clock.advanceTo(clock.now() + 1);
	await setImmediate();
}
