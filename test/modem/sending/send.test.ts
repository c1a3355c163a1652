import { expect, test } from "vitest";
import type { WrittenPdu } from "../../../src/sms/pdu.ts";
import { drivenBy } from "../../support/driven-modem.ts";
import { settle } from "../../support/scripted-line.ts";
import {
	accepting,
	nothing,
	ok,
	pduMode,
	pdusOf,
	to,
} from "../../support/sent-pdus.ts";

const long = "y".repeat(400);
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

test("what cannot be sent at all is not", async () => {
	const { modem } = drivenBy({});
	expect(await modem.send("", "hello")).toEqual({
		sent: false,
		reason: "to: there is no number",
		retry: false,
	});
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
