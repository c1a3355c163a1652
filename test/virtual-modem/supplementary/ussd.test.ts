import { expect, test } from "vitest";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

test("the balance is OK first and then news, in the chosen character set", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			'AT+CUSD=1,"*100#",15\r',
			'AT+CSCS="UCS2"\r',
			'AT+CUSD=1,"002A0031003000300023",15\r',
			"AT+CUSD=1,*100#\r",
			"AT+CUSD=1,AA180C3602\r",
			"AT+CUSD=1,*999#\r",
			"AT+CUSD?\r",
			"AT+CUSD=0\r",
			"AT+CUSD?\r",
			"AT+CUSD=2\r",
		),
	).toEqual([
		[
			'AT+CUSD=1,"*100#",15\r',
			'\r\nOK\r\n\r\n+CUSD: 0,"Your balance is 12.34",15\r\n',
		],
		['AT+CSCS="UCS2"\r', "\r\nOK\r\n"],
		...['AT+CUSD=1,"002A0031003000300023",15\r', "AT+CUSD=1,*100#\r"].map(
			(typed) => [
				typed,
				'\r\nOK\r\n\r\n+CUSD: 0,"0059006F00750072002000620061006C0061006E00630065002000690073002000310032002E00330034",15\r\n',
			],
		),
		[
			"AT+CUSD=1,AA180C3602\r",
			'\r\nOK\r\n\r\n+CUSD: 0,"D9775D0E1287D961F7B80C4ACF4131996B4603",15\r\n',
		],
		["AT+CUSD=1,*999#\r", "\r\nOK\r\n\r\n+CUSD: 4\r\n"],
		["AT+CUSD?\r", "\r\n+CUSD: 1\r\n\r\nOK\r\n"],
		["AT+CUSD=0\r", "\r\nOK\r\n"],
		["AT+CUSD?\r", "\r\n+CUSD: 0\r\n\r\nOK\r\n"],
		["AT+CUSD=2\r", "\r\nOK\r\n"],
	]);
});

test("a modem may answer in packed 7-bit or UCS-2 whatever was chosen", async () => {
	const program = modemAtNetwork({
		ussd: (request) => ({
			text: request === "*1#" ? "konta atlikums" : "saldo 5 €",
			status: 1,
			shown: request === "*1#" ? "packed" : "ucs-2",
		}),
	}).program();
	await program.settle("ATE0\r");
	expect(await program.exchange("AT+CUSD=1,*1#\r", "AT+CUSD=1,*2#\r")).toEqual([
		[
			"AT+CUSD=1,*1#\r",
			'\r\nOK\r\n\r\n+CUSD: 1,"EBB79B1E0685E9ECF4BADE9E03",15\r\n',
		],
		[
			"AT+CUSD=1,*2#\r",
			'\r\nOK\r\n\r\n+CUSD: 1,"00730061006C0064006F00200035002020AC",72\r\n',
		],
	]);
});

test("without a network there is no USSD", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0+CMEE=1;+CFUN=4\r");
	expect(await program.say("AT+CUSD=1,*100#\r")).toBe("\r\n+CME ERROR: 30\r\n");
});

test("what is no USSD string in any form is an ERROR, so that a program tries another form", async () => {
	const program = modemAtNetwork().program();
	await program.settle('ATE0+CSCS="GSM"\r');
	const balance = '\r\nOK\r\n\r\n+CUSD: 0,"Your balance is 12.34",15\r\n';
	expect(
		await program.exchange(
			'AT+CUSD=1,"2A31303023",15\r',
			'AT+CUSD=1,"002A0031003000300023",15\r',
			'AT+CUSD=1,"balance",15\r',
			'AT+CUSD=1,"*100#",15\r',
			'AT+CUSD=1,"1",15\r',
		),
	).toEqual([
		['AT+CUSD=1,"2A31303023",15\r', "\r\nERROR\r\n"],
		['AT+CUSD=1,"002A0031003000300023",15\r', "\r\nERROR\r\n"],
		['AT+CUSD=1,"balance",15\r', "\r\nERROR\r\n"],
		['AT+CUSD=1,"*100#",15\r', balance],
		['AT+CUSD=1,"1",15\r', "\r\nOK\r\n\r\n+CUSD: 4\r\n"],
	]);
});
