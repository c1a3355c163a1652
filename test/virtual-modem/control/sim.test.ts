import { expect, test } from "vitest";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

const locked = { sim: { pin: "1234", puk: "87654321" } };

test("a card wants its PIN before anything that needs the card, and is then registered", async () => {
	const program = modemAtNetwork(locked).program();
	await program.settle("ATE0+CMEE=1\r");
	expect(
		await program.exchange(
			"AT+CPIN?\r",
			"AT+CREG?\r",
			"AT+CIMI\r",
			"AT+CMGL=4\r",
			"AT+CMGS=10\r",
			'AT+CPIN="1234"\r',
			"AT+CPIN?\r",
			"AT+CREG?\r",
			'AT+CPIN="1234"\r',
		),
	).toEqual([
		["AT+CPIN?\r", "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n"],
		["AT+CREG?\r", "\r\n+CREG: 0,0\r\n\r\nOK\r\n"],
		["AT+CIMI\r", "\r\n+CME ERROR: 11\r\n"],
		["AT+CMGL=4\r", "\r\n+CMS ERROR: 311\r\n"],
		["AT+CMGS=10\r", "\r\n+CMS ERROR: 311\r\n"],
		['AT+CPIN="1234"\r', "\r\nOK\r\n"],
		["AT+CPIN?\r", "\r\n+CPIN: READY\r\n\r\nOK\r\n"],
		["AT+CREG?\r", "\r\n+CREG: 0,1\r\n\r\nOK\r\n"],
		['AT+CPIN="1234"\r', "\r\n+CME ERROR: 3\r\n"],
	]);
});

test("the third wrong PIN blocks the card, and the PUK opens it with a new one", async () => {
	const program = modemAtNetwork(locked).program();
	await program.settle("ATE0+CMEE=1\r");
	expect(
		await program.exchange(
			"AT+CPIN=0000\r",
			"AT+CPIN=1111\r",
			"AT+CPINR\r",
			"AT+CPIN=2222\r",
			"AT+CPIN?\r",
			"AT+CIMI\r",
			"AT+CMGL=4\r",
			"AT+CPIN=1234\r",
			"AT+CPIN=11111111,5678\r",
			"AT+CPINR\r",
			"AT+CPIN=87654321,5678\r",
			"AT+CPINR\r",
			"AT+CPIN?\r",
		),
	).toEqual([
		["AT+CPIN=0000\r", "\r\n+CME ERROR: 16\r\n"],
		["AT+CPIN=1111\r", "\r\n+CME ERROR: 16\r\n"],
		[
			"AT+CPINR\r",
			"\r\n+CPINR: SIM PIN,1,3\r\n+CPINR: SIM PUK,10,10\r\n\r\nOK\r\n",
		],
		["AT+CPIN=2222\r", "\r\n+CME ERROR: 12\r\n"],
		["AT+CPIN?\r", "\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n"],
		["AT+CIMI\r", "\r\n+CME ERROR: 12\r\n"],
		["AT+CMGL=4\r", "\r\n+CMS ERROR: 316\r\n"],
		["AT+CPIN=1234\r", "\r\n+CME ERROR: 16\r\n"],
		["AT+CPIN=11111111,5678\r", "\r\n+CME ERROR: 16\r\n"],
		[
			"AT+CPINR\r",
			"\r\n+CPINR: SIM PIN,0,3\r\n+CPINR: SIM PUK,9,10\r\n\r\nOK\r\n",
		],
		["AT+CPIN=87654321,5678\r", "\r\nOK\r\n"],
		[
			"AT+CPINR\r",
			"\r\n+CPINR: SIM PIN,3,3\r\n+CPINR: SIM PUK,10,10\r\n\r\nOK\r\n",
		],
		["AT+CPIN?\r", "\r\n+CPIN: READY\r\n\r\nOK\r\n"],
	]);
});

test("ten wrong PUKs are the end of a card", async () => {
	const program = modemAtNetwork(locked).program();
	await program.settle("ATE0+CMEE=1\r");
	await program.settle(...Array<string>(3).fill("AT+CPIN=0000\r"));
	await program.settle(...Array<string>(10).fill("AT+CPIN=00000000,1234\r"));
	expect(
		await program.exchange("AT+CPIN=87654321,1234\r", "AT+CIMI\r"),
	).toEqual([
		["AT+CPIN=87654321,1234\r", "\r\n+CME ERROR: 13\r\n"],
		["AT+CIMI\r", "\r\n+CME ERROR: 13\r\n"],
	]);
});

test("the PIN outlives the program, and is asked for again after a restart", async () => {
	const booth = modemAtNetwork(locked);
	await booth.program().settle("AT+CPIN=1234\r");
	const program = booth.program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CPIN?\r",
			"AT+CFUN=1,1\r",
			"ATE0\r",
			"AT+CPIN?\r",
		),
	).toEqual([
		["AT+CPIN?\r", "\r\n+CPIN: READY\r\n\r\nOK\r\n"],
		["AT+CFUN=1,1\r", "\r\nOK\r\n"],
		["ATE0\r", "ATE0\r\r\nOK\r\n"],
		["AT+CPIN?\r", "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n"],
	]);
});

test("the lock is switched and its PIN changed with the PIN only", async () => {
	const program = modemAtNetwork(locked).program();
	await program.settle("ATE0+CMEE=1;+CPIN=1234\r");
	expect(
		await program.exchange(
			'AT+CLCK="SC",2\r',
			'AT+CLCK="SC",0,"0000"\r',
			'AT+CLCK="SC",0,"1234"\r',
			'AT+CLCK="SC",2\r',
			'AT+CPWD="SC","1234","4321"\r',
			'AT+CLCK="SC",1,"4321"\r',
		),
	).toEqual([
		['AT+CLCK="SC",2\r', "\r\n+CLCK: 1\r\n\r\nOK\r\n"],
		['AT+CLCK="SC",0,"0000"\r', "\r\n+CME ERROR: 16\r\n"],
		['AT+CLCK="SC",0,"1234"\r', "\r\nOK\r\n"],
		['AT+CLCK="SC",2\r', "\r\n+CLCK: 0\r\n\r\nOK\r\n"],
		['AT+CPWD="SC","1234","4321"\r', "\r\nOK\r\n"],
		['AT+CLCK="SC",1,"4321"\r', "\r\nOK\r\n"],
	]);
});

test("a card is busy for a while after power on, and an empty slot for good", async () => {
	const booth = modemAtNetwork({ simBusyFor: 3000 });
	const program = booth.program();
	await program.settle("ATE0+CMEE=1\r");
	expect(await program.exchange("AT+CPIN?\r", "AT+CMGL\r")).toEqual([
		["AT+CPIN?\r", "\r\n+CME ERROR: 14\r\n"],
		["AT+CMGL\r", "\r\n+CMS ERROR: 314\r\n"],
	]);
	await booth.advance(3000);
	expect(await program.say("AT+CPIN?\r")).toBe(
		"\r\n+CPIN: READY\r\n\r\nOK\r\n",
	);
	const without = modemAtNetwork({ sim: { inserted: false } }).program();
	await without.settle("ATE0+CMEE=1\r");
	expect(
		await without.exchange("AT+CPIN?\r", "AT+CMGL\r", "AT+CREG?\r"),
	).toEqual([
		["AT+CPIN?\r", "\r\n+CME ERROR: 10\r\n"],
		["AT+CMGL\r", "\r\n+CMS ERROR: 310\r\n"],
		["AT+CREG?\r", "\r\n+CREG: 0,0\r\n\r\nOK\r\n"],
	]);
});

test("a right PIN gives the tries back", async () => {
	const program = modemAtNetwork(locked).program();
	await program.settle("ATE0+CMEE=1\r");
	expect(
		await program.exchange(
			"AT+CPIN=0000\r",
			"AT+CPIN=0000\r",
			"AT+CPIN=1234\r",
			"AT+CPINR\r",
		),
	).toEqual([
		["AT+CPIN=0000\r", "\r\n+CME ERROR: 16\r\n"],
		["AT+CPIN=0000\r", "\r\n+CME ERROR: 16\r\n"],
		["AT+CPIN=1234\r", "\r\nOK\r\n"],
		[
			"AT+CPINR\r",
			"\r\n+CPINR: SIM PIN,3,3\r\n+CPINR: SIM PUK,10,10\r\n\r\nOK\r\n",
		],
	]);
});

test("the tries left are told for all codes, or for the one that is asked for", async () => {
	const program = modemAtNetwork({ sim: { pin: "1234" } }).program();
	await program.settle("ATE0+CMEE=1\r", "AT+CPIN=9999\r");
	const pin = "+CPINR: SIM PIN,2,3";
	const puk = "+CPINR: SIM PUK,10,10";
	expect(
		await program.exchange(
			"AT+CPINR\r",
			'AT+CPINR="SIM PIN"\r',
			'AT+CPINR="SIM PUK"\r',
			'AT+CPINR="SIM*"\r',
			'AT+CPINR="PH-SIM PIN"\r',
		),
	).toEqual([
		["AT+CPINR\r", `\r\n${pin}\r\n${puk}\r\n\r\nOK\r\n`],
		['AT+CPINR="SIM PIN"\r', `\r\n${pin}\r\n\r\nOK\r\n`],
		['AT+CPINR="SIM PUK"\r', `\r\n${puk}\r\n\r\nOK\r\n`],
		['AT+CPINR="SIM*"\r', `\r\n${pin}\r\n${puk}\r\n\r\nOK\r\n`],
		['AT+CPINR="PH-SIM PIN"\r', "\r\n+CME ERROR: 50\r\n"],
	]);
});

test("the ICCID can be read from the card's file, and no other file or command is there", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CRSM=176,12258,0,0,10\r",
			"AT+CRSM=176,12258,0,8,2\r",
			"AT+CRSM=176,12258,0,0,11\r",
			"AT+CRSM=176,28539,0,0,12\r",
			"AT+CRSM=192,12258\r",
		),
	).toEqual([
		[
			"AT+CRSM=176,12258,0,0,10\r",
			'\r\n+CRSM: 144,0,"980001000000000010F9"\r\n\r\nOK\r\n',
		],
		["AT+CRSM=176,12258,0,8,2\r", '\r\n+CRSM: 144,0,"10F9"\r\n\r\nOK\r\n'],
		["AT+CRSM=176,12258,0,0,11\r", "\r\n+CRSM: 103,0\r\n\r\nOK\r\n"],
		["AT+CRSM=176,28539,0,0,12\r", "\r\n+CRSM: 106,130\r\n\r\nOK\r\n"],
		["AT+CRSM=192,12258\r", "\r\n+CRSM: 109,0\r\n\r\nOK\r\n"],
	]);
});
