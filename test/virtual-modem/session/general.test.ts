import { expect, test } from "vitest";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

test("a new session echoes; ATE0 ends that, ATZ and AT&F bring it back", async () => {
	const program = modemAtNetwork().program();
	expect(
		await program.exchange(
			"AT\r",
			"ate0\r",
			"AT\r",
			"ATZ\r",
			"AT\r",
			"ATE0;&F\r",
			"AT\r",
		),
	).toEqual([
		["AT\r", "AT\r\r\nOK\r\n"],
		["ate0\r", "ate0\r\r\nOK\r\n"],
		["AT\r", "\r\nOK\r\n"],
		["ATZ\r", "\r\nOK\r\n"],
		["AT\r", "AT\r\r\nOK\r\n"],
		["ATE0;&F\r", "ATE0;&F\r\r\nOK\r\n"],
		["AT\r", "AT\r\r\nOK\r\n"],
	]);
});

test("several commands share a line, with semicolons or, if they are short, without", async () => {
	const program = modemAtNetwork().program();
	expect(
		await program.exchange(
			"ATE0V1Q0&C1&D2X4S0=0+CMEE=1;+CREG=2\r",
			"AT+CMEE?;+CREG?\r",
			"AT+CSQ;+NONE;+CREG=0\r",
			"AT+CREG?\r",
		),
	).toEqual([
		[
			"ATE0V1Q0&C1&D2X4S0=0+CMEE=1;+CREG=2\r",
			"ATE0V1Q0&C1&D2X4S0=0+CMEE=1;+CREG=2\r\r\nOK\r\n",
		],
		[
			"AT+CMEE?;+CREG?\r",
			'\r\n+CMEE: 1\r\n\r\n+CREG: 2,1,"00C3","0000A1B2"\r\n\r\nOK\r\n',
		],
		["AT+CSQ;+NONE;+CREG=0\r", "\r\n+CSQ: 20,0\r\n\r\nERROR\r\n"],
		["AT+CREG?\r", '\r\n+CREG: 2,1,"00C3","0000A1B2"\r\n\r\nOK\r\n'],
	]);
});

test("what is no command line is answered by nothing", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"\r",
			"\n",
			"PROG 7982\r",
			"\x1b\r",
			"\x1a\x00\r",
			"\x1bAT\r",
		),
	).toEqual([
		["\r", ""],
		["\n", ""],
		["PROG 7982\r", ""],
		["\x1b\r", ""],
		["\x1a\x00\r", ""],
		["\x1bAT\r", "\r\nOK\r\n"],
	]);
});

test("an unknown command, a line that makes no sense and one that is too long are errors", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0+CMEE=2\r");
	const long = `AT+CMGF=${"0".repeat(3000)}\r`;
	expect(
		await program.exchange(
			"AT+SYNCML=?\r",
			"AT^SQWE?\r",
			"AT+CSQ 5\r",
			"AT!\r",
			"AT5\r",
			long,
			"AT\r",
		),
	).toEqual([
		["AT+SYNCML=?\r", "\r\nERROR\r\n"],
		["AT^SQWE?\r", "\r\nERROR\r\n"],
		["AT+CSQ 5\r", "\r\nERROR\r\n"],
		["AT!\r", "\r\nERROR\r\n"],
		["AT5\r", "\r\nERROR\r\n"],
		[long, "\r\nERROR\r\n"],
		["AT\r", "\r\nOK\r\n"],
	]);
});

test("backspace takes back a character, ESC the line, and A/ does it again", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange("AT+CSS\bQ\r", "AT+CPWROFF\x1bAT+CBC\r", "A/", "a/"),
	).toEqual([
		["AT+CSS\bQ\r", "\r\n+CSQ: 20,0\r\n\r\nOK\r\n"],
		["AT+CPWROFF\x1bAT+CBC\r", "\r\n+CBC: 0,100\r\n\r\nOK\r\n"],
		["A/", "\r\n+CBC: 0,100\r\n\r\nOK\r\n"],
		["a/", "\r\n+CBC: 0,100\r\n\r\nOK\r\n"],
	]);
});

test("results are numbers after ATV0, and not said after ATQ1", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"ATV0\r",
			"AT+CSQ\r",
			"AT+NONE\r",
			"ATQ1\r",
			"AT+CSQ\r",
			"ATQ0V1\r",
		),
	).toEqual([
		["ATV0\r", "0\r"],
		["AT+CSQ\r", "+CSQ: 20,0\r\n0\r"],
		["AT+NONE\r", "4\r"],
		["ATQ1\r", ""],
		["AT+CSQ\r", "+CSQ: 20,0\r\n"],
		["ATQ0V1\r", "\r\nOK\r\n"],
	]);
});

test("+CMEE says whether errors are plain, numbers or words", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CPIN=1\r",
			"AT+CMEE=1;+CPIN=1\r",
			"AT+CMEE=2;+CPIN=1\r",
			"AT+CMGR=9\r",
			"AT+CMEE=3\r",
			"AT+CMEE=?\r",
		),
	).toEqual([
		["AT+CPIN=1\r", "\r\nERROR\r\n"],
		["AT+CMEE=1;+CPIN=1\r", "\r\n+CME ERROR: 3\r\n"],
		["AT+CMEE=2;+CPIN=1\r", "\r\n+CME ERROR: operation not allowed\r\n"],
		["AT+CMGR=9\r", "\r\n+CMS ERROR: invalid memory index\r\n"],
		["AT+CMEE=3\r", "\r\n+CME ERROR: incorrect parameters\r\n"],
		["AT+CMEE=?\r", "\r\n+CMEE: (0-2)\r\n\r\nOK\r\n"],
	]);
});

test("it says who it is, what it can, what time it is and how it is", async () => {
	const program = modemAtNetwork({
		identity: { manufacturer: "ACME" },
	}).program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"ATI\r",
			"AT+CGMI;+GMM;+CGMR;+CGSN;+CIMI;+CCID\r",
			"AT+GCAP\r",
			"AT+CCLK?\r",
			"AT+CPAS;+CBC\r",
			"AT+CNUM\r",
			"ATS3?\r",
			"ATS7=60S7?\r",
		),
	).toEqual([
		["ATI\r", "\r\nACME\r\nVirtual Modem\r\nRevision: 1.0\r\n\r\nOK\r\n"],
		[
			"AT+CGMI;+GMM;+CGMR;+CGSN;+CIMI;+CCID\r",
			"\r\nACME\r\n\r\nVirtual Modem\r\n\r\n1.0\r\n\r\n001010000000013\r\n\r\n001010000000001\r\n\r\n+CCID: 8900100000000000019\r\n\r\nOK\r\n",
		],
		["AT+GCAP\r", "\r\n+GCAP: +CGSM\r\n\r\nOK\r\n"],
		["AT+CCLK?\r", '\r\n+CCLK: "26/11/20,20:31:54+00"\r\n\r\nOK\r\n'],
		["AT+CPAS;+CBC\r", "\r\n+CPAS: 0\r\n\r\n+CBC: 0,100\r\n\r\nOK\r\n"],
		["AT+CNUM\r", '\r\n+CNUM: "","+15550101",145\r\n\r\nOK\r\n'],
		["ATS3?\r", "\r\n013\r\n\r\nOK\r\n"],
		["ATS7=60S7?\r", "\r\n060\r\n\r\nOK\r\n"],
	]);
});

test("+CLAC lists every command there is, so that programs need not guess", async () => {
	const program = modemAtNetwork().program();
	const listed = (await program.say("ATE0+CLAC\r")).split("\r\n");
	const wanted =
		"+CGMI +CGMM +CGMR +CGSN +GMI +GMM +GMR +GSN +CIMI +CCID +GCAP +CLAC +CFUN +CMEE +CPIN +CSQ +CREG +CGREG +CEREG +CGATT +COPS +CSCS +CPAS +CBC +CCLK +CSMS +CSCA +CMGF +CSMP +CSDH +CPMS +CNMI +CMGL +CMGR +CMGS +CMGW +CMSS +CMGD +CNMA +CMMS +CMGC +CUSD +CLIP +CRC +CCWA +COLP +CLCC +CHUP +CPBS +CPBR +CNUM +IFC +CSCB +CSAS";
	expect(wanted.split(" ").filter((name) => !listed.includes(name))).toEqual(
		[],
	);
});

test("settings without an effect are kept for those who ask", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CLIP?;+CLIP=?\r",
			"AT+CLIP=1;+CLIP?\r",
			'AT+CPBS="ME";+CPBS?\r',
			"AT+CPBR=1,100\r",
			"ATD+15550100;\r",
		),
	).toEqual([
		["AT+CLIP?;+CLIP=?\r", "\r\n+CLIP: 0,1\r\n\r\n+CLIP: (0,1)\r\n\r\nOK\r\n"],
		["AT+CLIP=1;+CLIP?\r", "\r\n+CLIP: 1,1\r\n\r\nOK\r\n"],
		['AT+CPBS="ME";+CPBS?\r', '\r\n+CPBS: "ME",0,100\r\n\r\nOK\r\n'],
		["AT+CPBR=1,100\r", "\r\nOK\r\n"],
		["ATD+15550100;\r", "\r\nERROR\r\n"],
	]);
});

test("a test puts its own behaviour in a command's place", async () => {
	const program = modemAtNetwork({
		commands: { "+CSQ": () => ({ kind: "ok", lines: ["+CSQ: 99,99"] }) },
	}).program();
	expect(await program.say("AT+CSQ\r")).toBe(
		"AT+CSQ\r\r\n+CSQ: 99,99\r\n\r\nOK\r\n",
	);
});

test("a program that comes later begins afresh, and finds stores and registration as they were", async () => {
	const booth = modemAtNetwork();
	const first = booth.program();
	await first.settle("ATE0\r", "AT+CMGF=1\r", 'AT+CSCS="HEX"\r');
	await booth.text("hello");
	await first.hangUp();
	const second = booth.program();
	expect(
		await second.exchange("AT+CMGF?\r", "AT+CSCS?\r", "AT+CPMS?\r"),
	).toEqual([
		["AT+CMGF?\r", "AT+CMGF?\r\r\n+CMGF: 0\r\n\r\nOK\r\n"],
		["AT+CSCS?\r", 'AT+CSCS?\r\r\n+CSCS: "IRA"\r\n\r\nOK\r\n'],
		[
			"AT+CPMS?\r",
			'AT+CPMS?\r\r\n+CPMS: "SM",1,30,"SM",1,30,"SM",1,30\r\n\r\nOK\r\n',
		],
	]);
});

test("a command line is echoed without control characters, a text with its Ctrl-Z", async () => {
	const program = modemAtNetwork().program();
	expect(
		await program.exchange(
			"\x1aAT\r",
			"\0\x1b\x1aAT\x11\r\n",
			"AX\bT\r",
			'AT+CMGF=1;+CMGS="+15550100"\r',
			"hello\x1a",
			"AT\r",
		),
	).toEqual([
		["\x1aAT\r", "AT\r\r\nOK\r\n"],
		["\0\x1b\x1aAT\x11\r\n", "AT\r\r\nOK\r\n"],
		["AX\bT\r", "AX\bT\r\r\nOK\r\n"],
		['AT+CMGF=1;+CMGS="+15550100"\r', 'AT+CMGF=1;+CMGS="+15550100"\r\r\n> '],
		["hello\x1a", "hello\x1a\r\n+CMGS: 1\r\n\r\nOK\r\n"],
		["AT\r", "AT\r\r\nOK\r\n"],
	]);
});

test.each([
	["AT+CTZU=1", "AT+CTZU?", "+CTZU: 1"],
	["AT+CTZR=0", "AT+CTZR?", "+CTZR: 0"],
	["AT+CLTS=1", "AT+CLTS?", "+CLTS: 1"],
	["AT+QNITZ=1", "AT+QNITZ?", "+QNITZ: 1"],
	["AT+WIND=0", "AT+WIND?", "+WIND: 0"],
	["AT+CLIP=1", "AT+CLIP?", "+CLIP: 1,1"],
	["AT+COLP=1", "AT+COLP?", "+COLP: 1,0"],
	["AT+IFC=2", "AT+IFC?", "+IFC: 2,0"],
	["AT+IFC=,2", "AT+IFC?", "+IFC: 0,2"],
	["AT+IFC=2,2;+IFC=1", "AT+IFC?", "+IFC: 1,2"],
	["AT\\Q3", "AT+CCWA?", "+CCWA: 0"],
	["AT+CCWA=1,1", "AT+CCWA?", "+CCWA: 1"],
	["AT+CCWA=1,1", "AT+CCWA=1,2", "+CCWA: 1,1"],
	["AT+CCFC=0,0", "AT+CCFC=0,2", "+CCFC: 0,7"],
])("%s is taken, and %s answers %s", async (set, read, answer) => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(await program.exchange(`${set}\r`, `${read}\r`)).toEqual([
		[`${set}\r`, "\r\nOK\r\n"],
		[`${read}\r`, `\r\n${answer}\r\n\r\nOK\r\n`],
	]);
});

test("calls cannot be forwarded, and no such reason, mode or state of waiting is known", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0+CMEE=1\r");
	expect(
		await program.exchange(
			'AT+CCFC=0,3,"+15550102"\r',
			"AT+CCFC=9,2\r",
			"AT+CCWA=2\r",
		),
	).toEqual([
		['AT+CCFC=0,3,"+15550102"\r', "\r\n+CME ERROR: 3\r\n"],
		["AT+CCFC=9,2\r", "\r\n+CME ERROR: 50\r\n"],
		["AT+CCWA=2\r", "\r\n+CME ERROR: 50\r\n"],
	]);
});
