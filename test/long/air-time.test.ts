import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { usualAirTime, virtualNetwork } from "../../src/network/network.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { connectTcp } from "../../src/transport/tcp.ts";
import { attachAt } from "../../src/virtual-modem/attachment.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { bytesOf } from "../support/line-reader.ts";

const runs = 50;
const clock = systemClock;

/** A number that answers each text at once, as a panel does. */
function answering(airTime: number) {
	const network = virtualNetwork({ clock, airTime });
	const panel = network.line("+15550100");
	panel.connect({
		deliver(tpdu, answer) {
			answer("taken");
			if (tpdu.type !== "deliver") return;
			const made = submitsOf({ to: "+15550101", text: "OK", reference: 1 });
			if (made.ok) for (const submit of made.value) panel.submit(submit);
		},
		startFault() {},
	});
	return network;
}

/**
 * A program that takes all that comes before OK for the answer of its command and
 * drops what it does not know: one text with a delivery report, and then the
 * commands with which it looks after its modem.
 * @returns the indications that it noticed
 */
async function indicationsSeen(airTime: number): Promise<readonly string[]> {
	const network = answering(airTime);
	const modem = virtualModem({ clock, line: network.line("+15550101") });
	const attachment = await attachAt(
		modem,
		{ kind: "tcp", host: "127.0.0.1", port: 0 },
		{ clock },
	);
	if (attachment.place.kind !== "tcp") throw new Error("not on TCP");
	const line = await connectTcp(attachment.place);
	let said = "";
	void (async () => {
		for await (const bytes of line.bytes)
			said += Buffer.from(bytes).toString("latin1");
	})();
	const command = async (text: string, end: string) => {
		const before = said;
		said = "";
		await line.write(bytesOf(text));
		while (!said.includes(end)) await pause(1);
		said = "";
		return before;
	};
	await command("ATE0\r", "OK\r\n");
	await command("AT+CMGF=1;+CSMP=49;+CNMI=2,1,0,2\r", "OK\r\n");
	await command('AT+CMGS="+15550100"\r', "> ");
	await command("STATUS\x1a", "OK\r\n");
	let seen = "";
	for (const housekeeping of ["AT+CSQ\r", "AT+CREG?\r", "AT+CPMS?\r"])
		seen += await command(housekeeping, "OK\r\n");
	await pause(airTime * 4 + 1000);
	seen += said;
	await line.close();
	await attachment.close();
	await modem.powerOff();
	return (seen.match(/\+C(MTI|DSI): "SM",\d/g) ?? []).map((each) =>
		each.slice(0, 5),
	);
}

test(`a program that reads one answer after another loses no indication in ${runs} runs`, async () => {
	const seen = await Promise.all(
		Array.from({ length: runs }, () => indicationsSeen(usualAirTime)),
	);
	const sorted = seen.map((each) => [...each].sort().join(" "));
	expect(sorted).toEqual(Array(runs).fill("+CDSI +CMTI"));
});

test("without air time it loses some: the test can fail", async () => {
	const seen = await Promise.all(
		Array.from({ length: runs }, () => indicationsSeen(0)),
	);
	expect(seen.some((each) => each.length < 2)).toBe(true);
});
