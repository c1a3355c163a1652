import { expect, test } from "vitest";
import { drivenBy } from "../../support/driven-modem.ts";
import { cmgl, cmgr, deleted, hello } from "../../support/received-messages.ts";
import { pass, settle } from "../../support/scripted-line.ts";

test("a message that is announced is read, and deleted once it is durable", async () => {
	const { line, messages, modem } = drivenBy({
		"AT+CMGR=3": [cmgr(hello), "OK"],
		"AT+CMGD=3": ["OK"],
	});
	await modem.started;
	await settle();
	const before = line.trace.length;
	line.say('+CMTI: "SM",3');
	await settle();
	expect(line.trace.slice(before)).toEqual([
		'< \r\n+CMTI: "SM",3\r\n',
		"> AT+CMGR=3\r",
		`< \r\n+CMGR: 0,,${hello.tpduLength}\r\n${hello.hex}\r\n`,
		"< \r\nOK\r\n",
	]);
	expect(messages).toEqual([
		{
			from: "+31612345678",
			named: false,
			text: "hello",
			sentAt: Date.UTC(2026, 10, 20, 11, 59),
			reference: null,
			forget: expect.any(Function),
		},
	]);
	await messages[0]?.forget();
	expect(line.trace.slice(before + 4)).toEqual([
		"> AT+CMGD=3\r",
		"< \r\nOK\r\n",
	]);
	await messages[0]?.forget();
	expect(
		line.written.filter((command) => command === "AT+CMGD=3"),
	).toHaveLength(1);
	await modem.close();
});

test("a modem that fell into text mode is set back, and its message read", async () => {
	let mode = 0;
	const { line, messages, modem, events } = drivenBy({
		"AT+CMGF=0": () => {
			mode = 0;
			return ["OK"];
		},
		"AT+CMGR=3": () =>
			mode === 0
				? [cmgr(hello), "OK"]
				: ['+CMGR: "REC UNREAD","+31612345678",,"26/11/20"\nhello', "OK"],
		"AT+CMGD=3": ["OK"],
	});
	await modem.started;
	await settle();
	mode = 1;
	line.say('+CMTI: "SM",3');
	await settle();
	expect(messages).toMatchObject([{ from: "+31612345678", text: "hello" }]);
	expect(events.map(({ type }) => type)).not.toContain("unreadable");
	await modem.close();
});

test("a listing that a modem in text mode refuses is asked for again in PDU mode", async () => {
	let mode = 1;
	let starts = 0;
	const { messages, modem } = drivenBy({
		"AT+CMGF=0": () => {
			starts += 1;
			if (starts > 1) mode = 0;
			return ["OK"];
		},
		"AT+CMGL=4": () =>
			mode === 0 ? [cmgl(1, hello), "OK"] : ["+CMS ERROR: 305"],
	});
	await modem.started;
	await settle();
	expect(messages).toMatchObject([{ text: "hello" }]);
	await modem.close();
});

test("a message that is handed over in text mode is read all the same", async () => {
	const { line, messages, modem } = drivenBy(
		{ "AT+CNMI=2,2,0,1,0": ["OK"] },
		{ receive: "direct" },
	);
	await modem.started;
	await settle();
	line.say('+CMT: "+31612345678",,"26/11/20,12:59:00+04"\nhello');
	await settle();
	expect(messages).toMatchObject([
		{
			from: "+31612345678",
			text: "hello",
			sentAt: Date.UTC(2026, 10, 20, 11, 59),
		},
	]);
	await modem.close();
});

test("a flood of announcements is one more look at the storage", async () => {
	let stored: string[] = [];
	const { line, messages, modem, clock } = drivenBy({
		"AT+CMGL=4": () => [...stored, "OK"],
	});
	await modem.started;
	await settle();
	const before = line.written.length;
	stored = [cmgl(3, hello)];
	const flood = Array.from({ length: 5000 }, (_, at) => `+CMTI: "SM",${at}`);
	line.say(...flood);
	await pass(clock, 5000);
	expect(messages).toMatchObject([{ text: "hello" }]);
	const since = line.written.slice(before);
	expect(since.filter((command) => command === "AT+CMGL=4")).toHaveLength(1);
	expect(since.length).toBeLessThan(30);
	await modem.close();
});

test("an MMS notification, which is addressed to a port, is no text of a person", async () => {
	const tpdu =
		"05915155100944089151551032000462110212003000290605040B8423F001066170706C69636174696F6E2F766E642E7761702E6D6D732D6D65737361676500";
	const { line, messages, modem, events } = drivenBy({
		"AT+CMGR=3": [`+CMGR: 0,,${tpdu.length / 2 - 6}\n${tpdu}`, "OK"],
		"AT+CMGD=3": ["OK"],
	});
	await modem.started;
	await settle();
	line.say('+CMTI: "SM",3');
	await settle();
	expect(messages).toEqual([]);
	expect(events.at(-1)).toEqual({
		type: "data",
		from: "+15550123",
		port: 2948,
	});
	expect(deleted(line.written)).toEqual([3]);
	await modem.close();
});

test("a message that is announced and listed comes once", async () => {
	const { line, messages, modem, clock } = drivenBy({
		"AT+CMGR=1": [cmgr(hello), "OK"],
		"AT+CMGL=4": [cmgl(1, hello), "OK"],
		"AT+CPMS?": ['+CPMS: "SM",2,20,"SM",2,20,"SM",2,20', "OK"],
	});
	await modem.started;
	line.say('+CMTI: "SM",1');
	await pass(clock, 95_000, 1000);
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	expect(
		line.written.filter((command) => command === "AT+CMGL=4").length,
	).toBeGreaterThan(3);
	await modem.close();
});

test("a modem without announcements is polled", async () => {
	let stored: string[] = [];
	const { messages, modem, clock, line } = drivenBy(
		{
			"AT+CNMI=2,0,0,1,0": ["OK"],
			"AT+CMGL=4": () => [...stored, "OK"],
			"AT+CMGD=1": ["OK"],
		},
		{ receive: "polling" },
	);
	await modem.started;
	stored = [cmgl(1, hello)];
	await pass(clock, 9_000);
	expect(messages).toEqual([]);
	const before = line.trace.length;
	await pass(clock, 1_500);
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	await messages[0]?.forget();
	expect(line.trace.slice(before)).toEqual([
		'> AT+CPMS="SM","SM","SM"\r',
		"< \r\n+CPMS: 0,20,0,20,0,20\r\n",
		"< \r\nOK\r\n",
		"> AT+CMGL=4\r",
		`< \r\n+CMGL: 1,1,,${hello.tpduLength}\r\n${hello.hex}\r\n`,
		"< \r\nOK\r\n",
		"> AT+CMGD=1\r",
		"< \r\nOK\r\n",
	]);
	await modem.close();
});

test("a message that cannot be read is told of and never deleted", async () => {
	const { line, events, modem, clock } = drivenBy({
		"AT+CMGL=4": ["+CMGL: 1,1,,24\n0791", "OK"],
	});
	await pass(clock, 65_000, 1000);
	expect(events.filter(({ type }) => type === "unreadable")).toEqual([
		{
			type: "unreadable",
			place: "SM 1",
			reason: expect.stringContaining("at octet"),
		},
	]);
	expect(deleted(line.written)).toEqual([]);
	await modem.close();
});

test("what somebody wrote on the modem is left alone", async () => {
	const { line, messages, modem } = drivenBy({
		"AT+CMGL=4": ["+CMGL: 1,2,,15\n0011000B911316325476F80000AA0168", "OK"],
	});
	await modem.started;
	expect(messages).toEqual([]);
	expect(deleted(line.written)).toEqual([]);
	await modem.close();
});

test("a modem that cannot list is read slot by slot", async () => {
	const { messages, modem } = drivenBy({
		"AT+CMGL=4": ["ERROR"],
		"AT+CPMS?": ['+CPMS: "SM",1,5', "OK"],
		"AT+CMGR=0": ["+CMS ERROR: 321"],
		"AT+CMGR=1": ["+CMGR: 0,,0", "OK"],
		"AT+CMGR=2": [cmgr(hello), "OK"],
	});
	await modem.started;
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	await modem.close();
});

test("text mode reads UCS-2, names and times with zones", async () => {
	const ucs2 = (text: string) =>
		[...text]
			.map((c) => c.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase())
			.join("");
	const { messages, modem } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			'AT+CSCS="UCS2"': ["OK"],
			'AT+CMGL="ALL"': [
				`+CMGL: 1,"REC UNREAD","${ucs2("+31612345678")}",,"26/11/20,13:59:00+08"\n${ucs2("OK €")}`,
				`+CMGL: 2,"REC READ","${ucs2("Telfort")}",,"26/11/20,12:00:00+04"\n${ucs2("hi")}`,
				`+CMGL: 3,"STO UNSENT","${ucs2("+316")}",,\n${ucs2("mine")}`,
				"OK",
			],
		},
		{ mode: "text" },
	);
	await modem.started;
	expect(
		messages.map(({ from, named, text, sentAt }) => [
			from,
			named,
			text,
			sentAt,
		]),
	).toEqual([
		["Telfort", true, "hi", Date.UTC(2026, 10, 20, 11)],
		["+31612345678", false, "OK €", Date.UTC(2026, 10, 20, 11, 59)],
	]);
	await modem.close();
});
