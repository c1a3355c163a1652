/**
 * In whatever state a program before has left a modem, a driver gets into step
 * with it: it starts, each answer belongs to its command, and what it tells as
 * sent is sent once.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
import type { VirtualClock } from "../../src/time/virtual-clock.ts";
import { arrivals } from "../../src/transport/arrivals.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { driven, willing } from "../support/driven-modem.ts";
import { modemAtNetwork } from "../support/modem-at-network.ts";
import { pass, scriptedLine } from "../support/scripted-line.ts";

/** What a program typed before it died, cut anywhere. */
const typed = fc
	.array(
		fc.constantFrom(
			...["AT\r", "ATE1\r", "ATE0\r", "ATV1\r", "AT+CMGF=1\r", "AT+CMGF=0\r"],
			...['AT+CSCS="UCS2"\r', "AT+CMEE=2\r", "AT+CMEE?\r", "AT+CSQ\r"],
			...["AT+CMGS=18\r", 'AT+CMGS="+15550100"\r', "0011000B91", "hello"],
			...["AT+CPMS?\r", "AT+CMGL=4\r", "AT+CNMI=2,2,0,0,0\r", "AT+COPS?\r"],
			...['AT+CPMS="', "AT+CMGS=", "A", "\r", "\r\n"],
		),
		{ maxLength: 6 },
	)
	.chain((parts) => {
		const text = parts.join("");
		return fc.nat(text.length).map((length) => text.slice(0, length));
	});

/** Milliseconds of each answer. */
const delay = fc.constantFrom(0, 20, 200, 700, 1500);

const settings: Partial<ModemSettings> = { statusReport: false };

test("a virtual modem in any state that programs leave it in", {
	timeout: 60_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(typed, delay, async (typed, delay) => {
			const bench = modemAtNetwork();
			const [near, far] = inProcessLine();
			void bench.modem.attach(far);
			await near.write(Buffer.from(typed, "latin1"));
			const line = late(near, bench.clock, delay);
			const { modem } = driven(async () => line, settings, bench.clock);
			const sending = modem.send("+15550100", "USRS:OK");
			await pass(bench.clock, 120_000, 500);
			expect(await modem.started).toMatchObject({ ok: true });
			expect(await sending).toMatchObject({ sent: true });
			const sent = bench.texts().filter((text) => text.endsWith("USRS:OK"));
			expect(sent).toEqual(["+15550101: USRS:OK"]);
			const facts = await facing(bench.clock, modem.info());
			expect(facts).toMatchObject({ sim: { state: "READY" }, registration: 1 });
			await modem.close();
		}),
		{ numRuns: 60 },
	);
});

test("a scripted modem that still has to answer a program before", {
	timeout: 60_000,
}, async () => {
	const stale = fc.array(
		fc.constantFrom(
			...["OK", "ERROR", "+CMEE: 2\nOK", "+CSQ: 3,0\nOK", "+CMGS: 77\nOK"],
			...["+CME ERROR: 14", "+CPIN: SIM PIN\nOK", '+CMTI: "SM",1'],
			...["+CREG: 0,3\nOK", "AT+CSQ\n+CSQ: 3,0\nOK", "> "],
		),
		{ maxLength: 5 },
	);
	await fc.assert(
		fc.asyncProperty(stale, delay, fc.boolean(), async (stale, delay, echo) => {
			const bench = modemAtNetwork();
			const { clock } = bench;
			let references = 0;
			const line = scriptedLine({
				clock,
				...(delay === 0 ? {} : { delay }),
				echo,
				answers: {
					...willing,
					"AT+CNMI=2,1,0,0,0": ["OK"],
					"AT+CMGR=1": ["+CMS ERROR: 321"],
					"AT+CMGS=20": ["> "],
				},
				otherwise: () => {
					const [last = ""] = line.written.slice(-1);
					references += last.endsWith("\u001a") ? 1 : 0;
					return last.endsWith("\u001a") ? ["+CMGS: 41", "OK"] : ["ERROR"];
				},
			});
			line.say(...stale.flatMap((answer) => answer.split("\n")));
			const { modem } = driven(async () => line, settings, clock);
			const sending = modem.send("+31612345678", "USRS:OK");
			await pass(clock, 120_000, 500);
			expect(await modem.started).toMatchObject({
				ok: true,
				facts: { smsc: "+15550009", storage: "SM", registration: 1 },
			});
			expect(await sending).toEqual({ sent: true, references: [41] });
			expect(references).toBe(1);
			await modem.close();
		}),
		{ numRuns: 60 },
	);
});

// Helpers

/** The same line, what arrives on it so many milliseconds later. */
function late(line: Transport, clock: VirtualClock, delay: number): Transport {
	const bytes = arrivals<Uint8Array>();
	void (async () => {
		for await (const chunk of line.bytes) {
			clock.at(clock.now() + delay, () => bytes.push(chunk));
		}
		bytes.end();
	})();
	return { ...line, bytes };
}

async function facing<T>(clock: VirtualClock, asked: Promise<T>): Promise<T> {
	await pass(clock, 60_000, 500);
	return asked;
}
