import { expect, test } from "vitest";
import { GsmModem } from "../../src/modem/gsm-modem.ts";
import { DeliveryWatch } from "../../src/ports/delivery-watch.ts";
import { sendTexts } from "../../src/ports/send-texts.ts";
import { encodeOutgoingSms } from "../../src/sms/outgoing-sms.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { noon, willing } from "../support/driven-modem.ts";
import { type Answer, scriptedLine } from "../support/scripted-line.ts";

const phone = "+31612345678";
const accepted = { to: phone, accepted: true, doubtful: false };

/** What becomes of "USRS:OK" at a modem with these answers, over the willing ones. */
async function sentBy(
	answers: Readonly<Record<string, Answer>>,
	...later: readonly string[]
) {
	const clock = virtualClock(noon);
	const line = scriptedLine({ clock, answers: { ...willing, ...answers } });
	const deliveries = new DeliveryWatch();
	const over = new AbortController();
	const modem = new GsmModem({
		open: async () => line,
		clock,
		onEvent: (event) => deliveries.note(event),
	});
	const started = await modem.started;
	if (!started.ok) throw new Error(started.fault.reason);
	const sending = sendTexts({
		modem,
		deliveries,
		facts: started.facts,
		to: [phone],
		text: "USRS:OK",
		signal: over.signal,
		patience: "60 s",
		trouble: () => null,
	});
	await settle();
	line.say(...later);
	await settle();
	over.abort();
	const results = await sending;
	await modem.close();
	return { results, written: line.written };
}

test("a modem that keeps delivery reports to itself is not asked to send", async () => {
	const refused: Record<string, Answer> = {
		"AT+CNMI=2,1,0,1,0": ["ERROR"],
		"AT+CNMI=2,1,0,1": ["ERROR"],
		"AT+CNMI=2,1,0,2,0": ["ERROR"],
		"AT+CNMI=2,1,0,2": ["ERROR"],
		"AT+CNMI=2,1,0,0,0": ["OK"],
	};
	const { results, written } = await sentBy(refused);
	expect(results).toEqual([
		{
			to: phone,
			accepted: false,
			delivered: null,
			references: [],
			doubtful: false,
			reason: "this modem does not hand over delivery reports",
			advice: "--no-report sends without; nothing was sent",
		},
	]);
	expect(written.filter((line) => line.startsWith("AT+CMGS"))).toEqual([]);
});

test("an OK without a reference is not accepted: the text may be out, or another command's OK", async () => {
	const { results } = await sentBy(taking("OK"));
	expect(results).toMatchObject([
		{ accepted: false, delivered: null, references: [] },
	]);
});

test.each([
	["nothing", [], "no delivery report within 60 s"],
	["still trying", [report(0x20)], "not delivered within 60 s: congestion"],
	["it will not arrive", [report(0x43)], "not delivered: not obtainable"],
	["given up", [report(0x62)], "not delivered: no response from the other end"],
])("a report that says %s is no delivery", async (_, later, why) => {
	const { results } = await sentBy(taking("+CMGS: 7", "OK"), ...later);
	expect(results).toMatchObject([
		{
			...accepted,
			delivered: false,
			references: [7],
			reason: `sent, but ${why}`,
		},
	]);
});

test("the last report counts", async () => {
	const later = [report(0x20), report(0x00)];
	const { results } = await sentBy(taking("+CMGS: 7", "OK"), ...later);
	expect(results).toEqual([
		{
			...accepted,
			delivered: true,
			references: [7],
			reason: null,
			advice: null,
		},
	]);
});

// Helpers

/** The answers of a modem that is given "USRS:OK". */
function taking(...answer: readonly string[]): Record<string, Answer> {
	const options = { to: phone, text: "USRS:OK", reference: 0 };
	const encoded = encodeOutgoingSms({ ...options, statusReport: true });
	const sms = encoded.ok ? encoded.value[0] : undefined;
	if (sms === undefined) throw new Error("no SMS");
	return {
		[`AT+CMGS=${sms.tpduLength}`]: ["> "],
		[`${sms.hex}\u001a`]: answer,
	};
}

/** `+CDS` of the SMS with reference 7. @param status TP-ST */
function report(status: number): string {
	const when = "62110221000000";
	const st = status.toString(16).padStart(2, "0");
	return `+CDS: 25\n0006070B911316325476F8${when}${when}${st}`;
}

async function settle(): Promise<void> {
	for (let round = 0; round < 50; round++) await new Promise(setImmediate);
}
