import { expect, test } from "vitest";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

/** `hello` from +15550100 at the time when these tests begin, by +15550009. */
const pdu = "0591515500900408915155100000006211020213450005E8329BFD06";
/** The same, sent as so many seconds later. */
const later = (seconds: number) =>
	pdu.replace("0213450", `0213${4 + seconds}50`);

test("a message is stored and told of, and news never stands inside an answer or a line", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	await booth.text("hello");
	expect(await program.say("")).toBe('\r\n+CMTI: "SM",1\r\n');
	await program.say("AT+CS");
	await booth.text("hello");
	expect(await program.exchange("", "Q\r")).toEqual([
		["", ""],
		["Q\r", '\r\n+CSQ: 20,0\r\n\r\nOK\r\n\r\n+CMTI: "SM",2\r\n'],
	]);
	await program.say("AT+CMGS=16\r");
	await booth.text("hello");
	expect(await program.exchange("", "\x1b")).toEqual([
		["", ""],
		["\x1b", '\r\nOK\r\n\r\n+CMTI: "SM",3\r\n'],
	]);
});

test("a line that was begun and left alone holds news back for a second only", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	await program.say("AT+C");
	await booth.text("hello");
	await booth.advance(999);
	expect(await program.say("")).toBe("");
	await booth.advance(1);
	expect(await program.say("")).toBe('\r\n+CMTI: "SM",1\r\n');
	expect(await program.say("SQ\r")).toBe("\r\n+CSQ: 20,0\r\n\r\nOK\r\n");
});

test("a prompt that is open holds news back for as long as it is open", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	await program.say("AT+CMGS=15550100\r");
	await program.say("half a te");
	await booth.text("hello");
	await booth.advance(60_000);
	expect(await program.exchange("", "xt\x1a")).toEqual([
		["", ""],
		["xt\x1a", '\r\n+CMGS: 1\r\n\r\nOK\r\n\r\n+CMTI: "SM",1\r\n'],
	]);
});

test("+CNMI says whether news is stored silently, told, brought, or held back", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	const after = async (setting: string) => {
		await program.settle(setting);
		await booth.text("hello");
		return program.say("");
	};
	expect(await after("AT+CNMI=2,0\r")).toBe("");
	expect(await after("AT+CNMI=2,1\r")).toBe('\r\n+CMTI: "SM",2\r\n');
	expect(await after("AT+CNMI=2,2\r")).toBe(`\r\n+CMT: ,22\r\n${later(2)}\r\n`);
	expect(await after("AT+CNMI=2,3\r")).toBe('\r\n+CMTI: "SM",3\r\n');
	expect(await after("AT+CNMI=0,1\r")).toBe("");
	expect(await program.say("AT+CNMI=2,1,0,0,0\r")).toBe(
		'\r\nOK\r\n\r\n+CMTI: "SM",4\r\n',
	);
	expect(await after("AT+CNMI=0,1\r")).toBe("");
	expect(await program.say("AT+CNMI=2,1,0,0,1\r")).toBe("\r\nOK\r\n");
	expect(
		await program.exchange("AT+CNMI?\r", "AT+CNMI=?\r", "AT+CNMI=4\r"),
	).toEqual([
		["AT+CNMI?\r", "\r\n+CNMI: 2,1,0,0,1\r\n\r\nOK\r\n"],
		["AT+CNMI=?\r", "\r\n+CNMI: (0-3),(0-3),(0-3),(0-2),(0,1)\r\n\r\nOK\r\n"],
		["AT+CNMI=4\r", "\r\n+CMS ERROR: 303\r\n"],
	]);
});

test("class 2 goes to the card even where messages are brought, class 3 is brought even where they are not", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CNMI=2,2\r");
	await booth.text("hello", { class: 2 });
	expect(await program.say("")).toBe('\r\n+CMTI: "SM",1\r\n');
	await program.settle("AT+CNMI=2,3\r");
	await booth.text("hello", { class: 3 });
	expect(await program.say("")).toBe(
		`\r\n+CMT: ,22\r\n${later(1).replace("0000621102", "0013621102")}\r\n`,
	);
});

test("text mode brings the text, in full detail after +CSDH=1", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1;+CNMI=2,2\r");
	await booth.text("hello");
	await program.settle();
	expect(await program.say("AT+CSDH=1\r")).toBe(
		'\r\n+CMT: "+15550100",,"26/11/20,20:31:54+00"\r\nhello\r\n\r\nOK\r\n',
	);
	await booth.text("hello");
	expect(await program.say("")).toBe(
		'\r\n+CMT: "+15550100",,"26/11/20,20:31:55+00",145,4,0,0,"+15550009",145,5\r\nhello\r\n',
	);
});

test("after +CSMS=1 the next message comes only when this one was acknowledged", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	expect(
		await program.exchange("AT+CSMS=1\r", "AT+CNMA\r", "AT+CNMI=1,2\r"),
	).toEqual([
		["AT+CSMS=1\r", "\r\n+CSMS: 1,1,1\r\n\r\nOK\r\n"],
		["AT+CNMA\r", "\r\n+CMS ERROR: 340\r\n"],
		["AT+CNMI=1,2\r", "\r\nOK\r\n"],
	]);
	await booth.text("hello");
	await booth.text("hello");
	expect(await program.say("")).toBe(`\r\n+CMT: ,22\r\n${pdu}\r\n`);
	expect(booth.network.traffic.delivered).toBe(0);
	expect(await program.say("AT+CNMA\r")).toBe("\r\nOK\r\n");
	await booth.advance(0);
	expect(await program.say("AT+CNMA=1\r")).toBe(
		`\r\n+CMT: ,22\r\n${later(1)}\r\n\r\nOK\r\n`,
	);
	await booth.advance(0);
	expect([booth.network.traffic.delivered, booth.network.waiting]).toEqual([
		2, 0,
	]);
});

test("a message that nobody acknowledges is not lost, and no more are brought", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CSMS=1;+CNMI=2,2\r");
	await booth.text("hello");
	await program.settle("");
	await booth.advance(15_000);
	expect(await program.say("AT+CNMI?\r")).toBe(
		"\r\n+CNMI: 2,0,0,0,0\r\n\r\nOK\r\n",
	);
	expect(booth.network.waiting).toBe(1);
	await booth.advance(60_000);
	expect(await program.say("AT+CMGL\r")).toBe(
		`\r\n+CMGL: 1,0,,22\r\n${pdu}\r\n\r\nOK\r\n`,
	);
	expect(booth.network.traffic.delivered).toBe(1);
});

test("a delivery report is brought, stored or not asked for", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1;+CSMP=49\r", "AT+CMGF=0\r");
	const send = async () => {
		await program.settle(
			"AT+CMGF=1\r",
			"AT+CMGS=+15550100\r",
			"x\x1a",
			"AT+CMGF=0\r",
		);
		await booth.advance(0);
		return program.say("");
	};
	expect(await send()).toBe("");
	await program.settle("AT+CNMI=2,1,0,1\r");
	const report = "0591515500900602089151551000621102021345006211020213450000";
	expect(await send()).toBe(`\r\n+CDS: 23\r\n${report}\r\n`);
	await program.settle("AT+CNMI=2,1,0,2\r");
	expect(await send()).toBe('\r\n+CDSI: "SM",1\r\n');
	expect(
		await program.exchange(
			"AT+CMGR=1\r",
			"AT+CMGF=1\r",
			"AT+CMGR=1\r",
			'AT+CMGL="ALL"\r',
		),
	).toEqual([
		[
			"AT+CMGR=1\r",
			`\r\n+CMGR: 0,,23\r\n${report.replace("900602", "900603")}\r\n\r\nOK\r\n`,
		],
		["AT+CMGF=1\r", "\r\nOK\r\n"],
		[
			"AT+CMGR=1\r",
			'\r\n+CMGR: "REC READ",6,3,"+15550100",145,"26/11/20,20:31:54+00","26/11/20,20:31:54+00",0\r\n\r\nOK\r\n',
		],
		[
			'AT+CMGL="ALL"\r',
			'\r\n+CMGL: 1,"REC READ",6,3,"+15550100",145,"26/11/20,20:31:54+00","26/11/20,20:31:54+00",0\r\n\r\nOK\r\n',
		],
	]);
});

test("without any program at the line messages are kept for the next one", async () => {
	const booth = modemAtNetwork();
	const first = booth.program();
	await first.settle("AT+CNMI=2,2\r");
	await first.hangUp();
	await booth.text("hello");
	const second = booth.program();
	await second.settle("ATE0\r");
	expect(await second.say("AT+CMGL\r")).toBe(
		`\r\n+CMGL: 1,0,,22\r\n${pdu}\r\n\r\nOK\r\n`,
	);
});

test("two programs at one modem are both told", async () => {
	const booth = modemAtNetwork();
	const [one, two] = [booth.program(), booth.program()];
	await booth.text("hello");
	expect([await one.say(""), await two.say("")]).toEqual([
		'\r\n+CMTI: "SM",1\r\n',
		'\r\n+CMTI: "SM",1\r\n',
	]);
});

test("an acknowledgement may come as a PDU behind a prompt, or refuse the message", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CSMS=1;+CNMI=2,2\r");
	await booth.text("hello");
	await program.settle("");
	expect(
		await program.exchange("AT+CNMA=1,2\r", "0000\x1a", "AT+CNMA=1,2\r"),
	).toEqual([
		["AT+CNMA=1,2\r", "\r\n> "],
		["0000\x1a", "\r\nOK\r\n"],
		["AT+CNMA=1,2\r", "\r\n+CMS ERROR: 340\r\n"],
	]);
	await booth.text("hello");
	await program.settle("");
	expect(await program.say("AT+CNMA=2\r")).toBe("\r\nOK\r\n");
	expect([booth.network.traffic.delivered, booth.network.waiting]).toEqual([
		1, 1,
	]);
});

test("a program that goes without acknowledging leaves its message to the next one", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	const other = booth.program();
	await program.settle("ATE0+CSMS=1;+CNMI=2,2\r");
	await booth.text("hello");
	await other.hangUp();
	await booth.advance(0);
	expect(await program.say("AT+CNMI?\r")).toContain("+CNMI: 2,2,0,0,0");
	await program.hangUp();
	await booth.advance(0);
	await booth.advance(60_000);
	const next = booth.program();
	await next.settle("ATE0\r");
	expect(await next.say("AT+CMGL\r")).toBe(
		`\r\n+CMGL: 1,0,,22\r\n${pdu}\r\n\r\nOK\r\n`,
	);
});

test("every program that wants delivery reports gets each of them", async () => {
	const booth = modemAtNetwork();
	const one = booth.program();
	const two = booth.program();
	for (const program of [one, two])
		await program.settle("ATE0+CMGF=1;+CSMP=49;+CNMI=2,1,0,1\r");
	await one.settle('AT+CMGS="+15550100"\r', "first\x1a");
	await two.settle('AT+CMGS="+15550100"\r', "second\x1a");
	await booth.advance(0);
	const fields =
		'"+15550100",145,"26/11/20,20:31:54+00","26/11/20,20:31:54+00",0';
	const both = `\r\n+CDS: 2,1,${fields}\r\n\r\n+CDS: 6,2,${fields}\r\n`;
	expect([await one.say(""), await two.say("")]).toEqual([both, both]);
});
