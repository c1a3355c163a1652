import { expect, test } from "vitest";
import { encodeOutgoingSms } from "../../../src/sms/outgoing-sms.ts";
import type { WrittenPdu } from "../../../src/sms/pdu.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { reportPdu } from "../../support/deliver-pdus.ts";
import { driven, drivenBy, noon, willing } from "../../support/driven-modem.ts";
import { pass, scriptedLine, settle } from "../../support/scripted-line.ts";

const to = "+31612345678";
// The driver counts its references from the second it was made in.
const reference = ((noon / 1000) % 256) + 1;
const [ok = nothing()] = pdusOf("USRS:OK");
const long = "y".repeat(400);
// Each SMS begins with its mode: a modem may have fallen into the other one.
const pduMode = ["> AT+CMGF=0\r", "< \r\nOK\r\n"];
const [first = nothing(), second = nothing(), third = nothing()] = pdusOf(long);

test("one SMS is sent, byte by byte", async () => {
	const { modem, line, events } = drivenBy(accepting(ok));
	await modem.started;
	await settle();
	const before = line.trace.length;
	expect(await modem.send(to, "USRS:OK")).toEqual({
		sent: true,
		references: [41],
	});
	expect(line.trace.slice(before)).toEqual([
		...pduMode,
		`> AT+CMGS=${ok.tpduLength}\r`,
		"< \r\n> ",
		`> ${ok.hex}\u001a`,
		"< \r\n+CMGS: 41\r\n",
		"< \r\nOK\r\n",
	]);
	expect(events.at(-1)).toEqual({
		type: "sent",
		message: 1,
		to,
		part: 1,
		total: 1,
		reference: 41,
	});
	await modem.close();
});

test("an SMS with a validity of 15 minutes: TP-VPF says relative, and TP-VP is 02", async () => {
	const validityPeriod = { format: "relative", minutes: 15 } as const;
	const [valid = nothing()] = pdusOf("USRS:OK", { validityPeriod });
	expect(valid.hex.replace(/.{14}$/, "")).toBe(
		"0031000B911316325476F800000207",
	);
	const { modem, line } = drivenBy(accepting(valid), { validity: 15 });
	await modem.started;
	await settle();
	expect(await modem.send(to, "USRS:OK")).toMatchObject({ sent: true });
	expect(line.trace).toContain(`> ${valid.hex}\u001a`);
	await modem.close();
});

test("in text mode the validity stands in AT+CSMP", async () => {
	const { modem, line } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			"AT+CSMP=49,2,0,0": ["OK"],
			[`AT+CMGS="${to}"`]: ["> "],
			"Hello\u001a": ["+CMGS: 7", "OK"],
		},
		{ mode: "text", validity: 15 },
	);
	await modem.started;
	await settle();
	await modem.send(to, "Hello");
	expect(line.trace).toContain("> AT+CSMP=49,2,0,0\r");
	await modem.close();
});

test("a flash message (class 0) that wants a report, byte by byte", async () => {
	// 21: SUBMIT with TP-SRR; 10: class 0 in TP-DCS; 00 in front: the modem's SMSC.
	const hex = "0021000B911316325476F8001004EEF73D04";
	const { modem, line } = drivenBy(
		{
			'AT+CSCA="+15550008",145': ["OK"],
			"AT+CMGS=17": ["> "],
			[`${hex}\u001a`]: ["+CMGS: 255", "OK"],
		},
		{ smsc: "+15550008" },
	);
	await modem.started;
	await settle();
	const before = line.trace.length;
	expect(await modem.send(to, "now!", { class: 0 })).toEqual({
		sent: true,
		references: [255],
	});
	expect(line.trace).toContain('> AT+CSCA="+15550008",145\r');
	expect(line.trace.slice(before)).toEqual([
		...pduMode,
		"> AT+CMGS=17\r",
		"< \r\n> ",
		`> ${hex}\u001a`,
		"< \r\n+CMGS: 255\r\n",
		"< \r\nOK\r\n",
	]);
	await modem.close();
});

test("three parts, byte by byte", async () => {
	const { modem, line } = drivenBy({
		...accepting(first, second, third),
		"AT+CMMS=1": ["OK"],
	});
	await modem.started;
	await settle();
	const before = line.trace.length;
	await modem.send(to, long);
	const sent = ({ hex, tpduLength }: WrittenPdu, mr: number) => [
		...pduMode,
		`> AT+CMGS=${tpduLength}\r`,
		"< \r\n> ",
		`> ${hex}\u001a`,
		`< \r\n+CMGS: ${mr}\r\n`,
		"< \r\nOK\r\n",
	];
	expect(line.trace.slice(before)).toEqual([
		"> AT+CMMS=1\r",
		"< \r\nOK\r\n",
		...sent(first, 41),
		...sent(second, 42),
		...sent(third, 43),
	]);
	await modem.close();
});

test("three parts go in order, with nothing of another message in between", async () => {
	const { modem, line } = drivenBy({
		...accepting(first, second, third, ok),
		"AT+CMMS=1": ["OK"],
		"AT+CMGR=1": ["+CMS ERROR: 321"],
	});
	await modem.started;
	await settle();
	const before = line.written.length;
	const sending = [modem.send(to, long), modem.send(to, "USRS:OK")];
	line.say('+CMTI: "SM",1');
	expect(await Promise.all(sending)).toEqual([
		{ sent: true, references: [41, 42, 43] },
		{ sent: true, references: [44] },
	]);
	const sent = line.written
		.slice(before)
		.filter((unit) => unit.endsWith("\u001a"));
	expect(sent).toEqual(
		[first, second, third, ok].map(({ hex }) => `${hex}\u001a`),
	);
	expect(line.written.slice(before)).toContain("AT+CMMS=1");
	await modem.close();
});

test("a network that is out of order (CMS 38) is tried again with growing pauses", async () => {
	let tries = 0;
	const { modem, clock, events, line } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () =>
			++tries < 3 ? ["+CMS ERROR: 38"] : ["+CMGS: 7", "OK"],
	});
	await modem.started;
	await settle();
	const before = line.trace.length;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 21_000);
	expect(await sending).toEqual({ sent: true, references: [7] });
	const handedOver = [
		...pduMode,
		`> AT+CMGS=${ok.tpduLength}\r`,
		"< \r\n> ",
		`> ${ok.hex}\u001a`,
	];
	expect(line.trace.slice(before)).toEqual([
		...handedOver,
		"< \r\n+CMS ERROR: 38\r\n",
		...handedOver,
		"< \r\n+CMS ERROR: 38\r\n",
		...handedOver,
		"< \r\n+CMGS: 7\r\n",
		"< \r\nOK\r\n",
	]);
	const sms = { message: 1, to, part: 1, total: 1 };
	const reason = `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 38 (network out of order)`;
	expect(events.filter(({ type }) => type.startsWith("sen"))).toEqual([
		{ type: "send-retry", ...sms, reason, again: 5000 },
		{ type: "send-retry", ...sms, reason, again: 15_000 },
		{ type: "sent", ...sms, reference: 7 },
	]);
	await modem.close();
});

test("after the last try the message may go later; one that is refused for good may not", async () => {
	const passing = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: ["+CMS ERROR: 38"],
	});
	await passing.modem.started;
	const sending = passing.modem.send(to, "USRS:OK");
	await pass(passing.clock, 21_000);
	expect(await sending).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 38 (network out of order)`,
		advice: "the network cannot take it now",
		retry: true,
	});
	await passing.modem.close();
	const lasting = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: ["+CMS ERROR: 1"],
	});
	await lasting.modem.started;
	expect(await lasting.modem.send(to, "USRS:OK")).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 1 (unassigned (unallocated) number)`,
		advice: "check the number; the country code belongs in front",
		retry: false,
	});
	await lasting.modem.close();
});

test("what somebody has to put right first is handed over once, and may go later", async () => {
	let tries = 0;
	const { modem, clock } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => {
			tries += 1;
			return ["+CMS ERROR: 311"];
		},
	});
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 60_000);
	expect(await sending).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 311 ((U)SIM PIN required)`,
		advice: "set the SIM's PIN in the modem's settings",
		retry: true,
	});
	expect(tries).toBe(1);
	await modem.close();
});

test("a message that may not go any more is not tried again, and may go later", async () => {
	let tries = 0;
	const { modem, clock } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => {
			tries += 1;
			return ["+CMS ERROR: 38"];
		},
	});
	await modem.started;
	await settle();
	let may = true;
	const mayGo = () => may;
	const sending = modem.send(to, "USRS:OK", { mayGo });
	await pass(clock, 1000);
	may = false;
	await pass(clock, 60_000);
	const reason = "it may not be sent now";
	expect(await sending).toEqual({ sent: false, reason, retry: true });
	expect(await modem.send(to, "USRS:OK", { mayGo })).toEqual({
		sent: false,
		reason,
		retry: true,
	});
	expect(tries).toBe(1);
	await modem.close();
});

test("a send whose result is not seen within 180 s is repeated, and both say so", async () => {
	let tries = 0;
	const { modem, clock, events, line } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => (++tries < 2 ? [] : ["+CMGS: 8", "OK"]),
	});
	await modem.started;
	await settle();
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 186_000);
	expect(await sending).toEqual({ sent: true, references: [8], unseen: true });
	const sms = { message: 1, to, part: 1, total: 1 };
	expect(events.filter(({ type }) => type.startsWith("sen"))).toEqual([
		{
			type: "send-unseen",
			...sms,
			reason: `AT+CMGS=${ok.tpduLength}: no answer within 180 s`,
			repeated: true,
		},
		{ type: "sent", ...sms, reference: 8 },
	]);
	const handedOver = [
		`> AT+CMGS=${ok.tpduLength}\r`,
		"< \r\n> ",
		`> ${ok.hex}\u001a`,
	];
	const sent = line.trace.indexOf(`> AT+CMGS=${ok.tpduLength}\r`);
	// Out of a prompt that may be open, and a question whose answer bears its name.
	expect(line.trace.slice(sent, sent + 6)).toEqual([
		...handedOver,
		"> \u001b\r",
		"> AT+CMEE?\r",
		"< \r\n+CMEE: 1\r\n",
	]);
	const again = line.trace.lastIndexOf(`> AT+CMGS=${ok.tpduLength}\r`);
	expect(line.trace.slice(again)).toEqual([
		...handedOver,
		"< \r\n+CMGS: 8\r\n",
		"< \r\nOK\r\n",
	]);
	await modem.close();
});

test("a send that goes once is not repeated when its result is not seen, and is when it is refused", async () => {
	let handed = 0;
	const { modem, clock, events } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => {
			handed += 1;
			return handed === 1 ? ["+CMS ERROR: 500"] : [];
		},
	});
	await modem.started;
	await settle();
	const sending = modem.send(to, "USRS:OK", { once: true });
	await pass(clock, 400_000, 1000);
	expect(await sending).toMatchObject({
		sent: false,
		retry: true,
		unseen: true,
	});
	expect(handed).toBe(2);
	expect(events.filter(({ type }) => type.startsWith("send"))).toMatchObject([
		{ type: "send-retry" },
		{ type: "send-unseen", repeated: false },
		{ type: "send-failed", unseen: true },
	]);
	await modem.close();
});

test("a result that comes after its time is the SMS's, which is not sent again", async () => {
	const { modem, clock, events, line } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: [],
	});
	await modem.started;
	await settle();
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 182_000);
	line.say("+CMGS: 7");
	await pass(clock, 10_000);
	expect(await sending).toEqual({ sent: true, references: [7] });
	expect(
		line.written.filter((written) => written === `${ok.hex}\u001a`),
	).toHaveLength(1);
	expect(events.filter(({ type }) => type === "sent")).toMatchObject([
		{ to, reference: 7 },
	]);
	await modem.close();
});

test("a line that goes while a message is handed over: sent again over the new one", async () => {
	const clock = virtualClock(noon);
	const answers = { ...willing, ...accepting(ok) };
	const lines = [
		scriptedLine({
			answers,
			clock,
			name: "serial:///dev/ttyUSB0",
			closeOn: `${ok.hex}\u001a`,
		}),
		scriptedLine({ answers, clock, name: "serial:///dev/ttyUSB3" }),
	];
	const { modem, events } = driven(
		async () => lines.shift() ?? Promise.reject(new Error("no such port")),
		{},
		clock,
	);
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 10_000);
	expect(await sending).toEqual({ sent: true, references: [41], unseen: true });
	expect(
		events.filter(({ type }) => !["signal", "operator"].includes(type)),
	).toEqual([
		{ type: "opened", name: "serial:///dev/ttyUSB0", before: null },
		{
			type: "coverage",
			state: "found",
			registration: "registered, home network",
			advice: null,
		},
		{ type: "started", name: "serial:///dev/ttyUSB0" },
		{
			type: "lost",
			name: "serial:///dev/ttyUSB0",
			reason: "the line was closed by the other side",
		},
		{
			type: "send-unseen",
			message: 1,
			to,
			part: 1,
			total: 1,
			reason: `AT+CMGS=${ok.tpduLength}: the line was closed by the other side`,
			repeated: true,
		},
		{
			type: "opened",
			name: "serial:///dev/ttyUSB3",
			before: "serial:///dev/ttyUSB0",
		},
		{ type: "started", name: "serial:///dev/ttyUSB3" },
		{ type: "sent", message: 1, to, part: 1, total: 1, reference: 41 },
	]);
	await modem.close();
});

test("nothing is sent without a network, and all of it as soon as there is one", async () => {
	let status = 2;
	const { modem, clock, line } = drivenBy({
		...accepting(ok),
		"AT+CREG?": () => [`+CREG: 1,${status}`, "OK"],
	});
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 20_000, 1000);
	expect(line.written.some((unit) => unit.startsWith("AT+CMGS"))).toBe(false);
	status = 5;
	line.say("+CREG: 5");
	await settle();
	expect(await sending).toEqual({ sent: true, references: [41] });
	await modem.close();
});

test("a message that finds no network in time may go later", async () => {
	const { modem, clock } = drivenBy(
		{ "AT+CREG?": ["+CREG: 1,3", "OK"] },
		{ sendPatience: 30_000, attempts: 1 },
	);
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 31_000, 1000);
	expect(await sending).toEqual({
		sent: false,
		reason: "no modem with a network",
		retry: true,
	});
	await modem.close();
});

test("what cannot be sent at all is not", async () => {
	const { modem } = drivenBy({});
	expect(await modem.send("", "hello")).toEqual({
		sent: false,
		reason: "to: there is no number",
		retry: false,
	});
	await modem.close();
});

test("closing fails what is being sent as something that may be retried", async () => {
	const { modem } = drivenBy({ ...accepting(ok), [`${ok.hex}\u001a`]: [] });
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	const waiting = modem.send(to, "USRS:OK");
	await settle();
	await modem.close();
	expect(await sending).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem was closed`,
		advice:
			"check cable, power and that the port is this modem's; a USB modem may need its mode switched",
		retry: true,
		unseen: true,
	});
	expect(await waiting).toEqual({
		sent: false,
		reason: "the modem was closed",
		retry: true,
	});
});

test("delivery reports find their SMS by reference, early, late, direct or stored", async () => {
	const early = reportPdu(41, to, 0x30);
	const direct = reportPdu(41, to, 0x00);
	const strange = reportPdu(99, to, 0x46);
	const { modem, line, events } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: [cds(early), "+CMGS: 41", "OK"],
		'AT+CPMS="SR","SM","SM"': ["OK"],
		"AT+CMGR=2": [`+CMGR: 1,,${direct.tpduLength}\n${direct.hex}`, "OK"],
		"AT+CMGD=2": ["OK"],
	});
	await modem.started;
	await modem.send(to, "USRS:OK");
	line.say(cds(direct), cds(strange), '+CDSI: "SR",2');
	await settle();
	const sms = { type: "delivery", message: 1, to, part: 1, total: 1 };
	expect(events.filter(({ type }) => type === "delivery")).toEqual([
		{
			...sms,
			reference: 41,
			outcome: "pending",
			meaning: "specific to the service centre",
		},
		{
			...sms,
			reference: 41,
			outcome: "completed",
			meaning: "received by the other end",
		},
		{
			type: "delivery",
			message: null,
			to,
			part: null,
			total: null,
			reference: 99,
			outcome: "failed",
			meaning: "validity period expired",
		},
		{
			...sms,
			reference: 41,
			outcome: "completed",
			meaning: "received by the other end",
		},
	]);
	expect(line.written).toContain("AT+CMGD=2");
	await modem.close();
});

test("class, report and cut of one message stand in for the settings", async () => {
	const flash = pdusOf("now!!", { class: 0, statusReport: false, cut: 4 });
	const { modem } = drivenBy(accepting(...flash));
	await modem.started;
	expect(flash).toHaveLength(2);
	expect(
		await modem.send(to, "now!!", { class: 0, statusReport: false, cut: 4 }),
	).toEqual({ sent: true, references: [41, 42] });
	await modem.close();
});

test("text mode sends what PDU mode would, each part alone", async () => {
	const number = "002B00330031003600310032003300340035003600370038";
	const { modem, line } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			'AT+CSCS="UCS2"': ["OK"],
			'AT+CMGL="ALL"': ["OK"],
			"AT+CSMP=49,167,0,0": ["OK"],
			[`AT+CMGS="${number}"`]: ["> "],
			"004F004B\u001a": ["+CMGS: 5", "OK"],
		},
		{ mode: "text" },
	);
	await modem.started;
	await settle();
	const before = line.written.length;
	expect(await modem.send(to, "OK")).toEqual({ sent: true, references: [5] });
	expect(line.written.slice(before)).toEqual([
		"AT+CMGF=1",
		"AT+CSMP=49,167,0,0",
		`AT+CMGS="${number}"`,
		"004F004B\u001a",
	]);
	await modem.close();
});

test("text mode without UCS-2 refuses what it cannot carry", async () => {
	const { modem } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			'AT+CSCS="8859-1"': ["OK"],
			'AT+CMGL="ALL"': ["OK"],
			"AT+CSMP=49,167,0,0": ["OK"],
			'AT+CMGS="+31612345678"': ["> "],
			"d\xe9j\xe0\u001a": ["+CMGS: 5", "OK"],
		},
		{ mode: "text" },
	);
	await modem.started;
	expect(await modem.send(to, "déjà")).toEqual({ sent: true, references: [5] });
	expect(await modem.send(to, "5 €")).toEqual({
		sent: false,
		reason: "text mode of this modem does not carry all characters",
		retry: false,
	});
	await modem.close();
});

// Helpers

function pdusOf(text: string, options = {}): WrittenPdu[] {
	const usual = { statusReport: true };
	const encoded = encodeOutgoingSms({
		to,
		text,
		reference,
		...usual,
		...options,
	});
	if (!encoded.ok) throw new Error(encoded.error.message);
	return encoded.value;
}

/** A modem that takes these, and counts references from 41. */
function accepting(...pdus: WrittenPdu[]) {
	let mr = 40;
	const answers: [string, string[] | (() => string[])][] = [];
	for (const { hex, tpduLength } of pdus) {
		answers.push([`AT+CMGS=${tpduLength}`, ["> "]]);
		answers.push([`${hex}\u001a`, () => [`+CMGS: ${++mr}`, "OK"]]);
	}
	return Object.fromEntries(answers);
}

function cds({ hex, tpduLength }: WrittenPdu): string {
	return `+CDS: ${tpduLength}\n${hex}`;
}

function nothing(): WrittenPdu {
	throw new Error("the text has fewer parts");
}
