import { expect, test } from "vitest";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

test("SM and ME are two stores, and +CPMS chooses for what", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	await booth.text("on the card");
	await program.settle('AT+CPMS="SM","SM","ME"\r');
	await booth.text("in the modem");
	await program.settle("AT+CMGF=1\r");
	expect(
		await program.exchange(
			"AT+CPMS=?\r",
			"AT+CPMS?\r",
			'AT+CMGL="ALL"\r',
			'AT+CPMS="ME"\r',
			'AT+CMGL="ALL"\r',
			'AT+CPMS="XX"\r',
			"AT+CPMS=,,SM\r",
		),
	).toEqual([
		[
			"AT+CPMS=?\r",
			'\r\n+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")\r\n\r\nOK\r\n',
		],
		["AT+CPMS?\r", '\r\n+CPMS: "SM",1,30,"SM",1,30,"ME",1,100\r\n\r\nOK\r\n'],
		[
			'AT+CMGL="ALL"\r',
			'\r\n+CMGL: 1,"REC UNREAD","+15550100",,"26/11/20,20:31:54+00"\r\non the card\r\n\r\nOK\r\n',
		],
		['AT+CPMS="ME"\r', "\r\n+CPMS: 1,100,1,30,1,100\r\n\r\nOK\r\n"],
		[
			'AT+CMGL="ALL"\r',
			'\r\n+CMGL: 1,"REC UNREAD","+15550100",,"26/11/20,20:31:54+00"\r\nin the modem\r\n\r\nOK\r\n',
		],
		['AT+CPMS="XX"\r', "\r\n+CMS ERROR: 302\r\n"],
		["AT+CPMS=,,SM\r", "\r\n+CPMS: 1,100,1,30,1,30\r\n\r\nOK\r\n"],
	]);
});

test("a full store takes no more, and what waits comes as soon as there is room", async () => {
	const booth = modemAtNetwork({ capacity: { SM: 2 } });
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	for (const text of ["one", "two", "three"]) await booth.text(text);
	expect(await program.say("")).toBe(
		'\r\n+CMTI: "SM",1\r\n\r\n+CMTI: "SM",2\r\n',
	);
	expect(
		await program.exchange(
			"AT+CPMS?\r",
			'AT+CMGW="1"\r',
			"no room\x1a",
			"AT+CMGD=1\r",
		),
	).toEqual([
		["AT+CPMS?\r", '\r\n+CPMS: "SM",2,2,"SM",2,2,"SM",2,2\r\n\r\nOK\r\n'],
		['AT+CMGW="1"\r', "\r\n> "],
		["no room\x1a", "\r\n+CMS ERROR: 322\r\n"],
		["AT+CMGD=1\r", "\r\nOK\r\n"],
	]);
	expect(booth.network.waiting).toBe(1);
	await booth.advance(0);
	expect(await program.exchange("", "AT+CMGR=1\r")).toEqual([
		["", '\r\n+CMTI: "SM",1\r\n'],
		[
			"AT+CMGR=1\r",
			'\r\n+CMGR: "REC UNREAD","+15550100",,"26/11/20,20:31:54+00"\r\nthree\r\n\r\nOK\r\n',
		],
	]);
	expect(booth.network.waiting).toBe(0);
});

test("+CMGD deletes one place, or by flag what was read, sent, written, or all", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	for (const text of ["read", "unread"]) await booth.text(text);
	await program.settle(
		"AT+CMGR=1\r",
		'AT+CMGW="+15550100"\r',
		"sent\x1a",
		"AT+CMSS=3\r",
		'AT+CMGW="1"\r',
		"unsent\x1a",
	);
	const left = async (command: string) => {
		const answer = await program.say(command);
		const list = await program.say("AT+CMGD=?\r");
		return `${answer.trim()} ${/\((.*?)\)/.exec(list)?.[1]}`;
	};
	expect(await left("AT\r")).toBe("OK 1,2,3,4");
	expect(await left("AT+CMGD=9,1\r")).toBe("OK 2,3,4");
	expect(await left("AT+CMGD=1,2\r")).toBe("OK 2,4");
	expect(await left("AT+CMGD=1,3\r")).toBe("OK 2");
	expect(await left("AT+CMGD=5,0\r")).toBe("OK 2");
	expect(await left("AT+CMGD=31\r")).toBe("+CMS ERROR: 321 2");
	expect(await left("AT+CMGD=0\r")).toBe("+CMS ERROR: 321 2");
	expect(await left("AT+CMGD=1,5\r")).toBe("+CMS ERROR: 305 2");
	expect(await left("AT+CMGD=1,4\r")).toBe("OK ");
});

test("reading marks as read, unless asked not to; an empty place is an error", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0\r");
	await booth.text("hello");
	await booth.text("hello");
	const pdu = "0591515500900408915155100000006211020213450005E8329BFD06";
	const second = pdu.replace("0213450", "0213550");
	await program.settle("");
	expect(
		await program.exchange(
			"AT+CMGR=1,1\r",
			"AT+CMGR=1\r",
			"AT+CMGL\r",
			"AT+CMGL=0\r",
			"AT+CMGL=1\r",
			"AT+CMGR=3\r",
			"AT+CMGR=99\r",
			"AT+CMGR=\r",
			"AT+CMGL=5\r",
			"AT+CMGL=?\r",
		),
	).toEqual([
		["AT+CMGR=1,1\r", `\r\n+CMGR: 0,,22\r\n${pdu}\r\n\r\nOK\r\n`],
		["AT+CMGR=1\r", `\r\n+CMGR: 0,,22\r\n${pdu}\r\n\r\nOK\r\n`],
		["AT+CMGL\r", `\r\n+CMGL: 2,0,,22\r\n${second}\r\n\r\nOK\r\n`],
		["AT+CMGL=0\r", "\r\nOK\r\n"],
		[
			"AT+CMGL=1\r",
			`\r\n+CMGL: 1,1,,22\r\n${pdu}\r\n+CMGL: 2,1,,22\r\n${second}\r\n\r\nOK\r\n`,
		],
		["AT+CMGR=3\r", "\r\n+CMS ERROR: 321\r\n"],
		["AT+CMGR=99\r", "\r\n+CMS ERROR: 321\r\n"],
		["AT+CMGR=\r", "\r\n+CMS ERROR: 321\r\n"],
		["AT+CMGL=5\r", "\r\n+CMS ERROR: 304\r\n"],
		["AT+CMGL=?\r", "\r\n+CMGL: (0-4)\r\n\r\nOK\r\n"],
	]);
});

test.each([
	["DEL READ", "REC UNREAD"],
	["DEL UNREAD", "REC READ"],
	["1", "REC UNREAD"],
	["DEL INBOX", ""],
	["6", ""],
])("AT+CMGDA=%s deletes a group of messages", async (group, left) => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	await booth.text("one");
	await program.settle("AT+CMGL\r");
	await booth.text("two");
	await program.settle("");
	expect(await program.say(`AT+CMGDA="${group}"\r`)).toBe("\r\nOK\r\n");
	const listing = await program.say('AT+CMGL="ALL"\r');
	expect(/REC (UN)?READ/.exec(listing)?.[0] ?? "").toBe(left);
	expect(await program.say('AT+CMGDA="ALL"\r')).toBe("\r\n+CMS ERROR: 305\r\n");
});
