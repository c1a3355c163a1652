import { expect, test } from "vitest";
import { isAnswer } from "../../../src/modem/supplementary/ussd.ts";
import { readUssdText } from "../../../src/modem/supplementary/ussd-text.ts";
import { drivenBy } from "../../support/driven-modem.ts";
import { pass, settle } from "../../support/scripted-line.ts";

test.each([
	["packed 7-bit", "EBB79B1E0685E9ECF4BADE9E03", 0, "konta atlikums"],
	[
		"packed 7-bit that says 15",
		"EBB79B1E0685E9ECF4BADE9E03",
		15,
		"konta atlikums",
	],
	[
		"packed 7-bit that says UCS-2",
		"EBB79B1E0685E9ECF4BADE9E03",
		72,
		"konta atlikums",
	],
	["packed, seven bits to spare", "31D98C56B3DD1A", 15, "1234567"],
	["UCS-2", "00420061006C0061006E00730020003500200042", 72, "Balans 5 B"],
	[
		"UCS-2 that says 15",
		"0411043004300431043000200035002004400443",
		15,
		"Бааба 5 ру",
	],
	["UCS-2 in Chinese, as told", "4F59989D003A003500200035", 72, "余额:5 5"],
	["octets", "596F75722062616C616E63653A2035", 68, "Your balance: 5"],
	["plain", "Your balance is 5.00 EUR", 15, "Your balance is 5.00 EUR"],
	["plain with line ends", "1 Balance\n2 Top up", 15, "1 Balance\n2 Top up"],
	["a code that looks like digits", "123456", 15, "123456"],
	["nothing", "", null, ""],
] as const)("%s", (_, raw, dcs, text) => {
	expect(readUssdText(raw, dcs)).toBe(text);
});

test("the question of the sample, byte by byte, its answer before the OK", async () => {
	const { modem, line, clock, events } = drivenBy({
		'AT+CUSD=1,"*245#",15': ['+CUSD: 0,"EBB79B1E0685E9ECF4BADE9E03",0', "OK"],
	});
	await modem.started;
	await settle();
	const before = line.trace.length;
	const message = { state: "done", text: "konta atlikums", at: clock.now() };
	expect(await modem.ussd("*245#")).toEqual({ ok: true, message });
	expect(line.trace.slice(before)).toEqual([
		'> AT+CUSD=1,"*245#",15\r',
		'< \r\n+CUSD: 0,"EBB79B1E0685E9ECF4BADE9E03",0\r\n',
		"< \r\nOK\r\n",
	]);
	expect(modem.lastUssd).toEqual(message);
	expect(events.at(-1)).toEqual({
		type: "ussd",
		state: "done",
		text: "konta atlikums",
	});
	await modem.close();
});

test("an answer may come long after the OK, and be a question", async () => {
	const { modem, line, clock } = drivenBy({
		'AT+CUSD=1,"*100#",15': ["OK"],
		'AT+CUSD=1,"2",15': ["OK"],
	});
	await modem.started;
	const first = modem.ussd("*100#");
	await pass(clock, 20_000, 1000);
	line.say('+CUSD: 1,"1 Balance\n2 Top up",15');
	await settle();
	expect(await first).toMatchObject({
		message: { state: "answer-expected", text: "1 Balance\n2 Top up" },
	});
	const second = modem.ussd("2");
	await settle();
	line.say("+CUSD: 2");
	await settle();
	expect(await second).toMatchObject({
		message: { state: "ended", text: null },
	});
	await modem.close();
});

test("a dialogue that nobody answers is ended, and the next code is a new one", async () => {
	const { modem, line } = drivenBy({
		'AT+CUSD=1,"*111#",15': ['+CUSD: 1,"1. Balance",15', "OK"],
		'AT+CUSD=1,"*100#",15': ['+CUSD: 2,"Balance 50.04",15', "OK"],
		"AT+CUSD=2": ["OK"],
	});
	await modem.started;
	expect(await modem.ask("*111#")).toBe("1. Balance");
	expect(await modem.ask("*100#")).toBe("Balance 50.04");
	expect(line.written.filter((command) => command.includes("CUSD"))).toEqual([
		'AT+CUSD=1,"*111#",15',
		"AT+CUSD=2",
		'AT+CUSD=1,"*100#",15',
	]);
	await modem.close();
});

test("the network is waited for as long as is asked", async () => {
	const { modem, clock } = drivenBy({ 'AT+CUSD=1,"*100#",15': ["OK"] });
	await modem.started;
	const asked = modem.ussd("*100#", 5000);
	await pass(clock, 5000);
	expect(await asked).toMatchObject({
		reason: "the network did not answer *100# within 5 s",
	});
	await modem.close();
});

test("a modem that refuses a plain code gets it packed", async () => {
	const { modem, line } = drivenBy({
		'AT+CUSD=1,"AA180C3602",15': ["OK", '+CUSD: 0,"five",15'],
	});
	await modem.started;
	expect(await modem.ussd("*100#")).toMatchObject({
		message: { text: "five" },
	});
	expect(line.written.filter((command) => command.includes("CUSD"))).toEqual([
		'AT+CUSD=1,"*100#",15',
		'AT+CUSD=1,"AA180C3602",15',
	]);
	await modem.close();
});

test("a network that says nothing, a modem that refuses and a code that is none are told", async () => {
	const { modem, clock } = drivenBy({
		'AT+CUSD=1,"*100#",15': ["OK"],
		'AT+CUSD=1,"*1#",15': ["+CME ERROR: 30"],
		'AT+CUSD=1,"AA580C",15': ["+CME ERROR: 30"],
	});
	await modem.started;
	const silent = modem.ussd("*100#");
	await pass(clock, 60_000, 1000);
	expect(await silent).toEqual({
		ok: false,
		reason: "the network did not answer *100# within 60 s",
		advice: "try again; modem info shows the registration",
	});
	expect(await modem.ussd("*1#")).toMatchObject({ ok: false });
	expect(await modem.ussd('"')).toEqual({
		ok: false,
		reason: '" is no USSD code',
		advice: "write it like *100#",
	});
	await modem.close();
});

test.each([
	["done", null, true],
	["answer-expected", "1. Balance", true],
	["ended", "Balance 50.04", true],
	["ended", null, false],
	["answered-elsewhere", null, false],
	["not-supported", null, false],
	["timeout", null, false],
] as const)("%s with the text %j: an answer is %s", (state, text, is) => {
	expect(isAnswer({ state, text })).toBe(is);
});
