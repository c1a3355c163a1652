import { expect, test } from "vitest";
import { encodeOutgoingSms } from "../../../src/sms/outgoing-sms.ts";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

/** `hello` to +15550100 with the modem's own service centre. */
const pdu = "000100089151551000000005E8329BFD06";

test("a PDU goes out behind the prompt, and its reference counts up", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	const written = encodeOutgoingSms({
		to: "+15550100",
		text: "hello",
		reference: 0,
	});
	if (!written.ok) throw new Error(written.error.message);
	const [{ hex, tpduLength } = { hex: "", tpduLength: 0 }] = written.value;
	expect([hex, tpduLength]).toEqual([pdu, 16]);
	expect(
		await program.exchange(
			"AT+CMGS=16\r",
			`${pdu}\x1a`,
			"ATE0\r",
			"AT+CMGS=16\r\n",
			`${pdu.toLowerCase()}\r\n\x1a`,
		),
	).toEqual([
		["AT+CMGS=16\r", "AT+CMGS=16\r\r\n> "],
		[`${pdu}\x1a`, `${pdu}\x1a\r\n+CMGS: 1\r\n\r\nOK\r\n`],
		["ATE0\r", "ATE0\r\r\nOK\r\n"],
		["AT+CMGS=16\r\n", "\r\n> "],
		[`${pdu.toLowerCase()}\r\n\x1a`, "\r\n+CMGS: 2\r\n\r\nOK\r\n"],
	]);
	await booth.advance(0);
	expect(booth.texts()).toEqual(["+15550101: hello", "+15550101: hello"]);
});

test("ESC gives a message up", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CMGS=16\r",
			`${pdu}\x1b`,
			"AT+CMGF=1;+CMGS=1\r",
			"never mind\x1bAT\r",
		),
	).toEqual([
		["AT+CMGS=16\r", "\r\n> "],
		[`${pdu}\x1b`, "\r\nOK\r\n"],
		["AT+CMGF=1;+CMGS=1\r", "\r\n> "],
		["never mind\x1bAT\r", "\r\nOK\r\n\r\nOK\r\n"],
	]);
	await booth.advance(0);
	expect(booth.network.traffic.accepted).toBe(0);
});

test("a PDU that is none, and a length that is not its, are refused", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CMGS=15\r",
			`${pdu}\x1a`,
			"AT+CMGS=17\r",
			`${pdu}\x1a`,
			"AT+CMGS=16\r",
			`${pdu.slice(0, -1)}\x1a`,
			"AT+CMGS=16\r",
			"hello\x1a",
			"AT+CMGS=16\r",
			"\x1a",
			"AT+CMGS\r",
			"AT+CMGS=\r",
			"AT+CMGS=999\r",
		),
	).toEqual([
		["AT+CMGS=15\r", "\r\n> "],
		[`${pdu}\x1a`, "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGS=17\r", "\r\n> "],
		[`${pdu}\x1a`, "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGS=16\r", "\r\n> "],
		[`${pdu.slice(0, -1)}\x1a`, "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGS=16\r", "\r\n> "],
		["hello\x1a", "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGS=16\r", "\r\n> "],
		["\x1a", "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGS\r", "\r\nERROR\r\n"],
		["AT+CMGS=\r", "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGS=999\r", "\r\n+CMS ERROR: 304\r\n"],
	]);
});

test("text mode takes a number with and without quotes and plus, and without waiting for the prompt", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	expect(
		await program.say(
			'AT+CMGS="+15550100"\rone\x1aAT+CMGS=15550100\rtwo\x1aAT+CMGS="15550100",145\rthree\x1a',
		),
	).toBe(
		"\r\n> \r\n+CMGS: 1\r\n\r\nOK\r\n\r\n> \r\n+CMGS: 2\r\n\r\nOK\r\n\r\n> \r\n+CMGS: 3\r\n\r\nOK\r\n",
	);
	await booth.advance(0);
	expect(booth.texts()).toEqual([
		"+15550101: one",
		"+15550101: two",
		"+15550101: three",
	]);
});

test("the bytes of a text mean what +CSCS says, and Latin-1 where nobody said anything", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	await program.settle(
		"AT+CMGS=15550100\r",
		"@_$ à envoyer\r\nê\x1a",
		'AT+CSCS="GSM"\r',
		"AT+CMGS=15550100\r\n",
		"\x00\x11\x02 \x7f\x1a",
		'AT+CSCS="UCS2"\r',
		'AT+CMGS="00310035003500350030003100300030"\r',
		"041620AC\x1a",
		'AT+CMGS="00310035003500350030003100300030"\r',
		"0416\x1a",
		'AT+CSCS="HEX"\r',
		"AT+CMGS=15550100\r",
		"0048690D21\x1a",
		'AT+CSCS="UTF-8"\r',
		"AT+CMGS=15550100\r",
		"\xc3\xa0\xe2\x82\xac\x1a",
	);
	await booth.advance(0);
	expect(booth.texts()).toEqual([
		"+15550101: @_$ à envoyer\nê",
		"+15550101: @_$ à",
		"+15550101: Ж€",
		"+15550101: Ж",
		"+15550101: @Hi\n!",
		"+15550101: à€",
	]);
});

test("+CSMP chooses coding, class, validity and report of text mode", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1;+CNMI=2,1,0,1\r");
	expect(
		await program.exchange(
			"AT+CSMP?\r",
			"AT+CSMP=49,143,0,16\r",
			"AT+CMGS=15550100\r",
			"flash\x1a",
			"AT+CSMP=,,,4\r",
			"AT+CMGS=15550100\r",
			"0001FF\x1a",
			"AT+CMGS=15550100\r",
			"xyz\x1a",
			"AT+CSMP=300\r",
			"AT+CSMP?\r",
		),
	).toEqual([
		["AT+CSMP?\r", "\r\n+CSMP: 17,167,0,0\r\n\r\nOK\r\n"],
		["AT+CSMP=49,143,0,16\r", "\r\nOK\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		["flash\x1a", "\r\n+CMGS: 1\r\n\r\nOK\r\n"],
		["AT+CSMP=,,,4\r", "\r\nOK\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		["0001FF\x1a", "\r\n+CMGS: 2\r\n\r\nOK\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		["xyz\x1a", "\r\n+CMS ERROR: 305\r\n"],
		["AT+CSMP=300\r", "\r\n+CMS ERROR: 305\r\n"],
		["AT+CSMP?\r", "\r\n+CSMP: 49,143,0,4\r\n\r\nOK\r\n"],
	]);
	await booth.advance(0);
	expect(
		booth.received.map(
			(tpdu) => tpdu.type === "deliver" && [tpdu.dcs, tpdu.ud],
		),
	).toEqual([
		[16, { alphabet: "gsm-7", header: [], text: "flash" }],
		[4, { alphabet: "8-bit", header: [], octets: Uint8Array.of(0, 1, 255) }],
	]);
	expect(await program.say("")).toBe(
		[1, 2]
			.map(
				(mr) =>
					`\r\n+CDS: ${mr === 1 ? 2 : 6},${mr},"15550100",129,"26/11/20,20:31:54+00","26/11/20,20:31:54+00",0\r\n`,
			)
			.join(""),
	);
});

test("a text of 160 goes, one of 161 and one of no number do not", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0+CMGF=1\r");
	expect(
		await program.exchange(
			"AT+CMGS=15550100\r",
			`${"x".repeat(160)}\x1a`,
			"AT+CMGS=15550100\r",
			`${"x".repeat(161)}\x1a`,
			"AT+CMGS=15550100\r",
			`${"x".repeat(9000)}\x1a`,
			'AT+CMGS="Telfort"\r',
			'AT+CMGS=""\r',
		),
	).toEqual([
		["AT+CMGS=15550100\r", "\r\n> "],
		[`${"x".repeat(160)}\x1a`, "\r\n+CMGS: 1\r\n\r\nOK\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		[`${"x".repeat(161)}\x1a`, "\r\n+CMS ERROR: 305\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		[`${"x".repeat(9000)}\x1a`, "\r\n+CMS ERROR: 305\r\n"],
		['AT+CMGS="Telfort"\r', "\r\n+CMS ERROR: 305\r\n"],
		['AT+CMGS=""\r', "\r\n+CMS ERROR: 305\r\n"],
	]);
});

test("without a service centre nothing goes out, until one is set or in the PDU", async () => {
	const program = modemAtNetwork({ serviceCentre: "" }).program();
	await program.settle("ATE0\r");
	const withCentre = `059151550090${pdu.slice(2)}`;
	expect(
		await program.exchange(
			"AT+CSCA?\r",
			"AT+CMGS=16\r",
			`${pdu}\x1a`,
			"AT+CMGS=16\r",
			`${withCentre}\x1a`,
			'AT+CSCA="+15550009",145\r',
			"AT+CSCA?\r",
			"AT+CMGS=16\r",
			`${pdu}\x1a`,
		),
	).toEqual([
		["AT+CSCA?\r", '\r\n+CSCA: "",129\r\n\r\nOK\r\n'],
		["AT+CMGS=16\r", "\r\n> "],
		[`${pdu}\x1a`, "\r\n+CMS ERROR: 330\r\n"],
		["AT+CMGS=16\r", "\r\n> "],
		[`${withCentre}\x1a`, "\r\n+CMGS: 1\r\n\r\nOK\r\n"],
		['AT+CSCA="+15550009",145\r', "\r\nOK\r\n"],
		["AT+CSCA?\r", '\r\n+CSCA: "+15550009",145\r\n\r\nOK\r\n'],
		["AT+CMGS=16\r", "\r\n> "],
		[`${pdu}\x1a`, "\r\n+CMGS: 2\r\n\r\nOK\r\n"],
	]);
});

test("a message is kept with +CMGW and sent with +CMSS, also to somebody else", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	expect(
		await program.exchange(
			'AT+CMGW="+15550100"\r',
			"kept\x1a",
			"AT+CMGW\r",
			"no number\x1a",
			'AT+CMGL="STO UNSENT"\r',
			"AT+CMSS=1\r",
			'AT+CMSS=2,"+15550100"\r',
			"AT+CMSS=3\r",
			'AT+CMGL="STO SENT"\r',
			"AT+CMGF=0;+CMGW=16\r",
			`${pdu}\x1a`,
			"AT+CMGR=3\r",
		),
	).toEqual([
		['AT+CMGW="+15550100"\r', "\r\n> "],
		["kept\x1a", "\r\n+CMGW: 1\r\n\r\nOK\r\n"],
		["AT+CMGW\r", "\r\n> "],
		["no number\x1a", "\r\n+CMGW: 2\r\n\r\nOK\r\n"],
		[
			'AT+CMGL="STO UNSENT"\r',
			'\r\n+CMGL: 1,"STO UNSENT","+15550100",\r\nkept\r\n+CMGL: 2,"STO UNSENT","0",\r\nno number\r\n\r\nOK\r\n',
		],
		["AT+CMSS=1\r", "\r\n+CMSS: 1\r\n\r\nOK\r\n"],
		['AT+CMSS=2,"+15550100"\r', "\r\n+CMSS: 2\r\n\r\nOK\r\n"],
		["AT+CMSS=3\r", "\r\n+CMS ERROR: 321\r\n"],
		[
			'AT+CMGL="STO SENT"\r',
			'\r\n+CMGL: 1,"STO SENT","+15550100",\r\nkept\r\n+CMGL: 2,"STO SENT","0",\r\nno number\r\n\r\nOK\r\n',
		],
		["AT+CMGF=0;+CMGW=16\r", "\r\n> "],
		[`${pdu}\x1a`, "\r\n+CMGW: 3\r\n\r\nOK\r\n"],
		["AT+CMGR=3\r", `\r\n+CMGR: 2,,16\r\n${pdu}\r\n\r\nOK\r\n`],
	]);
	await booth.advance(0);
	expect(booth.texts()).toEqual(["+15550101: kept", "+15550101: no number"]);
});

test("while the network takes its time nothing else is answered", async () => {
	const booth = modemAtNetwork({ sendingTakes: 2500 });
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	await booth.text("meanwhile");
	expect(await program.say("AT+CMGS=15550100\r")).toBe(
		'\r\n+CMTI: "SM",1\r\n\r\n> ',
	);
	expect(await program.say("slow\x1aAT+CSQ\r")).toBe("");
	await booth.text("and now");
	await booth.advance(2499);
	expect(await program.say("")).toBe("");
	await booth.advance(1);
	expect(await program.say("")).toBe(
		'\r\n+CMGS: 1\r\n\r\nOK\r\n\r\n+CMTI: "SM",2\r\n\r\n+CSQ: 20,0\r\n\r\nOK\r\n',
	);
});

test("+CMMS and +CMGC are known, if to no effect", async () => {
	const program = modemAtNetwork().program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange(
			"AT+CMMS=2\r",
			"AT+CMMS?;+CMMS=?\r",
			"AT+CMGC=?\r",
			"AT+CMGC=5\r",
		),
	).toEqual([
		["AT+CMMS=2\r", "\r\nOK\r\n"],
		["AT+CMMS?;+CMMS=?\r", "\r\n+CMMS: 2\r\n\r\n+CMMS: (0-2)\r\n\r\nOK\r\n"],
		["AT+CMGC=?\r", "\r\nOK\r\n"],
		["AT+CMGC=5\r", "\r\n+CMS ERROR: 303\r\n"],
	]);
});
