import fc from "fast-check";
import { expect, test } from "vitest";
import { usualTimeouts } from "../../src/modem/at/at-session.ts";
import { arrivals } from "../../src/transport/arrivals.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { deliverPdus, reportPdu } from "../support/deliver-pdus.ts";
import { driven, drivenBy } from "../support/driven-modem.ts";
import { pass } from "../support/scripted-line.ts";

const [pdu] = deliverPdus("hello");
const report = reportPdu(1, "+31612345678", 0);

const bytes = fc.uint8Array({ maxLength: 40 });

/** What a modem might say, true or not, whole or cut. */
const words = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...["OK", "ERROR", "> ", "RDY", "RING", "NO CARRIER", "+CPIN: READY"],
				...["+CPIN: SIM PIN", '+CMTI: "SM",1', '+CMTI: "",', "+CMT: ,24"],
				...['+CMT: "a",,"b"', "+CDS: 25", "+CDS: 6,1,,,,,0", '+CDSI: "SR",1'],
				...['+CUSD: 0,"', '+CUSD: 1,"00",72', "+CREG: 3", "+CREG: 1,1"],
				...[
					"+CMGL: 1,1,,24",
					"+CMGR: 0,,24",
					'+CMGR: "REC READ","x"',
					"+CMGS: 9",
				],
				...['+CPMS: "SM",1,1', '+CPMS: ("SM"),("SM"),("SM")', '+CSCA: "",129'],
				...["+CMS ERROR: 322", "+CME ERROR: 14", "+CNMI: 2,1,0,1,0", '"', ""],
				...[pdu?.hex ?? "", report.hex],
			),
			fc.string({ maxLength: 12 }),
		),
		{ maxLength: 8 },
	)
	.map((lines) => Buffer.from(`\r\n${lines.join("\r\n")}\r\n`, "latin1"));

const answers = fc.array(fc.oneof(bytes, words), { maxLength: 60 });

test("a driver survives whatever a line says, and can be closed", {
	timeout: 30_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(answers, fc.boolean(), async (answers, direct) => {
			const rest = [...answers];
			const { modem, clock, messages } = driven(
				async () => babblingLine(rest),
				{ pin: "4711", receive: direct ? "direct" : "indication" },
			);
			const sending = modem.send("+31612345678", "hello");
			const asking = modem.ussd("*100#");
			await pass(clock, 30_000, 2000);
			for (const message of messages) void message.forget();
			await pass(clock, 30_000, 2000);
			await modem.close();
			expect(typeof (await sending).sent).toBe("boolean");
			expect(typeof (await asking).ok).toBe("boolean");
			expect(typeof (await modem.started).ok).toBe("boolean");
		}),
		{ numRuns: 200 },
	);
});

test("noise between the answers keeps no message away for ever", {
	timeout: 30_000,
}, async () => {
	const noise = fc.array(bytes.filter(isHarmless), { maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(noise, async (noise) => {
			const rest = [...noise];
			const { modem, clock, line, messages } = drivenBy({
				"AT+CMGL=4": [`+CMGL: 1,0,,${pdu?.tpduLength}\n${pdu?.hex}`, "OK"],
				"AT+CPMS?": ['+CPMS: "SM",1,20', "OK"],
				"AT+CMGD=1": ["OK"],
			});
			// Between the answers: a byte inside one may spoil it for good.
			for (let turn = 0; turn < 20; turn++) {
				line.sayBytes(Uint8Array.of(...(rest.shift() ?? []), 0x0d, 0x0a));
				await pass(clock, usualTimeouts.command, 1000);
			}
			expect(messages.map(({ text }) => text)).toEqual(["hello"]);
			await modem.close();
		}),
		{ numRuns: 30 },
	);
});

// Helpers

/** Says the next thing whenever it is spoken to. */
function babblingLine(things: Uint8Array[]): Transport {
	const bytes = arrivals<Uint8Array>();
	return {
		name: "babble:",
		bytes,
		async write() {
			const next = things.shift();
			if (next !== undefined) bytes.push(next);
		},
		async close() {
			bytes.end();
		},
	};
}

/** Noise that is not by chance a result or a message of its own. */
function isHarmless(noise: Uint8Array): boolean {
	const text = Buffer.from(noise).toString("latin1");
	return !/OK|ERROR|RDY|\+|>/.test(text);
}
