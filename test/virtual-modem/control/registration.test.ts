import { expect, test } from "vitest";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

test("the network is found some time after power on, and whoever asked is told", async () => {
	const booth = modemAtNetwork({ registersAfter: 5000 });
	const program = booth.program();
	await program.settle("ATE0+CREG=2\r");
	expect(await program.exchange("AT+CREG?\r", "AT+COPS?\r")).toEqual([
		["AT+CREG?\r", "\r\n+CREG: 2,2\r\n\r\nOK\r\n"],
		["AT+COPS?\r", "\r\n+COPS: 0\r\n\r\nOK\r\n"],
	]);
	await booth.advance(5000);
	expect(await program.say("")).toBe('\r\n+CREG: 1,"00C3","0000A1B2"\r\n');
});

test("the operator is named long, short or by number", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+COPS?\r",
			"AT+COPS=3,1;+COPS?\r",
			"AT+COPS=3,2;+COPS?\r",
			"AT+COPS=?\r",
			"AT+COPS=0\r",
		),
	).toEqual([
		["AT+COPS?\r", '\r\n+COPS: 0,0,"Alarmpanel",0\r\n\r\nOK\r\n'],
		["AT+COPS=3,1;+COPS?\r", '\r\n+COPS: 0,1,"Alarm",0\r\n\r\nOK\r\n'],
		["AT+COPS=3,2;+COPS?\r", '\r\n+COPS: 0,2,"00101",0\r\n\r\nOK\r\n'],
		[
			"AT+COPS=?\r",
			'\r\n+COPS: (2,"Alarmpanel","Alarm","00101",0),,(0-4),(0-2)\r\n\r\nOK\r\n',
		],
		["AT+COPS=0\r", "\r\nOK\r\n"],
	]);
});

test("without its radio nothing is sent, and what came meanwhile comes when it is back", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CREG=1\r", "AT+CMGF=1\r");
	expect(
		await program.exchange(
			"AT+CFUN=4\r",
			"AT+CREG?;+CGREG?;+CEREG?;+CGATT?\r",
			"AT+CMGS=15550100\r",
			"hello\x1a",
		),
	).toEqual([
		["AT+CFUN=4\r", "\r\nOK\r\n\r\n+CREG: 0\r\n"],
		[
			"AT+CREG?;+CGREG?;+CEREG?;+CGATT?\r",
			"\r\n+CREG: 1,0\r\n\r\n+CGREG: 0,0\r\n\r\n+CEREG: 0,0\r\n\r\n+CGATT: 0\r\n\r\nOK\r\n",
		],
		["AT+CMGS=15550100\r", "\r\n> "],
		["hello\x1a", "\r\n+CMS ERROR: 331\r\n"],
	]);
	await booth.text("waits");
	expect(booth.network.waiting).toBe(1);
	expect(await program.say("AT+CFUN=1\r")).toBe("\r\nOK\r\n\r\n+CREG: 1\r\n");
	await booth.advance(0);
	expect(await program.say("")).toBe('\r\n+CMTI: "SM",1\r\n');
});

test("signal and coverage are what the test sets", async () => {
	const booth = modemAtNetwork();
	booth.modem.equipment.signal = { rssi: 3, ber: 99 };
	booth.modem.equipment.coverage = 5;
	const program = booth.program();
	await program.settle("ATE0\r");
	expect(await program.say("AT+CSQ;+CREG?\r")).toBe(
		"\r\n+CSQ: 3,99\r\n\r\n+CREG: 0,5\r\n\r\nOK\r\n",
	);
});
