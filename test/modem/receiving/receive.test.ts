import { expect, test } from "vitest";
import { GsmModem } from "../../../src/modem/gsm-modem.ts";
import type { WrittenPdu } from "../../../src/sms/pdu.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { deliverPdus } from "../../support/deliver-pdus.ts";
import { driven, drivenBy, noon, willing } from "../../support/driven-modem.ts";
import { pass, scriptedLine, settle } from "../../support/scripted-line.ts";

const [first = nothing(), second = nothing(), third = nothing()] = deliverPdus(
	"x".repeat(400),
);
const [hello = nothing()] = deliverPdus("hello");
const [goodbye = nothing()] = deliverPdus("goodbye");
const long = "x".repeat(400);

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

test("parts that never get whole are removed when the storage fills up, and not before", async () => {
	let stored = [first, second];
	let used = 2;
	const { modem, clock, line, events } = drivenBy({
		"AT+CMGL=4": () => [
			...stored.map((part, index) => cmgl(index + 1, part)),
			"OK",
		],
		"AT+CPMS?": () => [
			`+CPMS: "SM",${used},20,"SM",${used},20,"SM",${used},20`,
			"OK",
		],
		"AT+CMGD=1": () => {
			stored = [];
			return ["OK"];
		},
		"AT+CMGD=2": ["OK"],
	});
	await modem.started;
	await pass(clock, 15 * 60_000, 5000);
	expect(events.map(({ type }) => type)).toContain("incomplete");
	expect(deleted(line.written)).toEqual([]);
	used = 16;
	await pass(clock, 60_000, 5000);
	expect(deleted(line.written)).toEqual([1, 2]);
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

test("a message in another storage is read there", async () => {
	const { line, messages, modem } = drivenBy({
		'AT+CPMS="ME","SM","SM"': ["+CPMS: 1,99,0,20,0,20", "OK"],
		"AT+CMGR=0": [cmgr(hello), "OK"],
		"AT+CMGD=0": ["OK"],
	});
	await modem.started;
	await settle();
	const before = line.written.length;
	line.say('+CMTI: "ME",0');
	await settle();
	await messages[0]?.forget();
	expect(line.written.slice(before)).toEqual([
		'AT+CPMS="ME","SM","SM"',
		"AT+CMGR=0",
		"AT+CMGD=0",
	]);
	await modem.close();
});

test("before a message is deleted long after, its storage is named again", async () => {
	const { line, messages, modem, clock } = drivenBy({
		"AT+CMGR=3": [cmgr(hello), "OK"],
		"AT+CMGD=3": ["OK"],
	});
	await modem.started;
	line.say('+CMTI: "SM",3');
	await pass(clock, 6000);
	const before = line.written.length;
	await messages[0]?.forget();
	expect(line.written.slice(before)).toEqual([
		'AT+CPMS="SM","SM","SM"',
		"AT+CMGD=3",
	]);
	await modem.close();
});

test("what came while nobody was here is read at the start, parts joined in any order", async () => {
	const { messages, modem, line } = drivenBy({
		"AT+CMGL=4": [
			cmgl(1, third),
			cmgl(2, hello),
			cmgl(4, first),
			cmgl(5, first),
			cmgl(9, second),
			"OK",
		],
		...deletable(1, 2, 4, 5, 9),
	});
	await modem.started;
	expect(messages.map(({ text, reference }) => [text, reference])).toEqual([
		["hello", null],
		[long, 7],
	]);
	expect(deleted(line.written)).toEqual([]);
	await messages[1]?.forget();
	expect(deleted(line.written)).toEqual([1, 4, 5, 9]);
	await messages[0]?.forget();
	expect(deleted(line.written)).toEqual([1, 4, 5, 9, 2]);
	await modem.close();
});

test("what came while nobody was here is taken in the order in which it was sent, not that of the slots", async () => {
	const sent = (text: string, minute: number) => {
		const sentAt = Date.UTC(2026, 10, 20, 11, minute);
		return deliverPdus(text, { sentAt })[0] ?? nothing();
	};
	const { messages, modem } = drivenBy({
		"AT+CMGL=4": [
			cmgl(1, sent("DISARM 1234", 30)),
			cmgl(2, sent("the same minute, a later slot", 30)),
			cmgl(7, sent("ARM 1234", 20)),
			cmgl(9, sent("STATUS", 40)),
			"OK",
		],
	});
	await modem.started;
	await settle();
	expect(messages.map(({ text }) => text)).toEqual([
		"ARM 1234",
		"DISARM 1234",
		"the same minute, a later slot",
		"STATUS",
	]);
	await modem.close();
});

test("every part is read with the tables that its own header names", async () => {
	// Parts 1 to 3: in Turkish, with an Urdu single shift, in the default alphabet.
	const { messages, modem } = drivenBy({
		"AT+CMGL=4": [
			...[
				"00400B911316325476F80000621102119500000E080003070301250101E0C00001",
				"00400B911316325476F80000621102119500000F08000307030224010D60A3928000",
				"00400B911316325476F80000621102119500000A050003070303249B32",
			].map((hex, index) =>
				cmgl(index + 1, { hex, tpduLength: hex.length / 2 - 1 }),
			),
			"OK",
		],
		...deletable(1, 2, 3),
	});
	await modem.started;
	expect(messages.map(({ text }) => text)).toEqual(["ığ \u060eΦ Φ€"]);
	await modem.close();
});

test("no part is deleted before its message is complete", async () => {
	let stored: string[] = [];
	const { line, messages, modem, clock, events } = drivenBy({
		"AT+CMGR=1": [cmgr(first), "OK"],
		"AT+CMGR=2": [cmgr(second), "OK"],
		"AT+CMGR=3": [cmgr(third), "OK"],
		"AT+CMGL=4": () => [...stored, "OK"],
		"AT+CPMS?": () => [`+CPMS: "SM",${stored.length},20`, "OK"],
		...deletable(1, 2, 3),
	});
	await modem.started;
	stored = [cmgl(1, first), cmgl(2, second)];
	line.say('+CMTI: "SM",1', '+CMTI: "SM",2');
	await pass(clock, 11 * 60_000, 5000);
	expect(messages).toEqual([]);
	expect(deleted(line.written)).toEqual([]);
	expect(events.filter(({ type }) => type === "incomplete")).toEqual([
		{ type: "incomplete", from: "+31612345678", arrived: [1, 2], missing: [3] },
	]);
	// The last part was only late.
	line.say('+CMTI: "SM",3');
	await settle();
	expect(messages.map(({ text }) => text)).toEqual([long]);
	await messages[0]?.forget();
	expect(deleted(line.written)).toEqual([1, 2, 3]);
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

test("a message that was never announced is found when the storage is looked at", async () => {
	let used = 0;
	const { messages, modem, clock } = drivenBy({
		"AT+CPMS?": () => [`+CPMS: "SM",${used},20`, "OK"],
		"AT+CMGL=4": () => (used === 0 ? ["OK"] : [cmgl(6, hello), "OK"]),
	});
	await modem.started;
	used = 1;
	await pass(clock, 31_000, 1000);
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	await modem.close();
});

test("a slot that somebody else emptied is not counted any more", async () => {
	const [other = nothing()] = deliverPdus("other");
	let stored = [cmgl(1, hello)];
	const { messages, modem, clock } = drivenBy(
		{
			"AT+CPMS?": () => [`+CPMS: "SM",${stored.length},20`, "OK"],
			"AT+CMGL=4": () => [...stored, "OK"],
		},
		{ afterRead: "keep" },
	);
	await modem.started;
	await settle();
	stored = [];
	await pass(clock, 31_000, 1000);
	stored = [cmgl(2, other)];
	await pass(clock, 31_000, 1000);
	expect(messages.map(({ text }) => text)).toEqual(["other"]);
	await modem.close();
});

test("a listing that breaks off is read again, and half a message is none", async () => {
	const clock = virtualClock(noon);
	const [other = nothing()] = deliverPdus("other");
	const answers = { ...willing, ...deletable(1, 2) };
	const breaking = scriptedLine({
		answers: {
			...answers,
			"AT+CMGL=4": () => {
				queueMicrotask(() => breaking.hangUp());
				return [cmgl(1, hello), cmgl(2, { ...other, hex: "0791" })];
			},
		},
	});
	const whole = scriptedLine({
		answers: {
			...answers,
			"AT+CMGL=4": [cmgl(1, hello), cmgl(2, other), "OK"],
		},
	});
	const lines = [breaking, whole];
	const { modem, messages, events } = driven(
		async () => lines.shift() ?? Promise.reject(new Error("no port")),
		{},
		clock,
	);
	await pass(clock, 3000);
	expect(messages.map(({ text }) => text)).toEqual(["hello", "other"]);
	expect(events.filter(({ type }) => type === "unreadable")).toEqual([]);
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

test("a message that comes directly is acknowledged once it is durable", async () => {
	const { line, messages, modem } = drivenBy(
		{
			"AT+CSMS=1": ["+CSMS: 1,1,1", "OK"],
			"AT+CNMI=2,2,0,1,0": ["OK"],
			"AT+CNMA": ["OK"],
		},
		{ receive: "direct" },
	);
	await modem.started;
	await settle();
	const before = line.trace.length;
	line.say(`+CMT: ,${hello.tpduLength}\n${hello.hex}`);
	await settle();
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	expect(line.trace.slice(before + 1)).toEqual([]);
	await messages[0]?.forget();
	expect(line.trace.slice(before + 1)).toEqual(["> AT+CNMA\r", "< \r\nOK\r\n"]);
	await modem.close();
});

test("parts that come directly are acknowledged, or the next would not come", async () => {
	const { line, messages, modem } = drivenBy(
		{
			"AT+CSMS=1": ["+CSMS: 1,1,1", "OK"],
			"AT+CNMI=2,2,0,1,0": ["OK"],
			"AT+CNMA": ["OK"],
		},
		{ receive: "direct" },
	);
	await modem.started;
	const acknowledged = () =>
		line.written.filter((command) => command === "AT+CNMA").length;
	for (const part of [first, second]) {
		line.say(`+CMT: ,${part.tpduLength}\n${part.hex}`);
		await settle();
	}
	expect(acknowledged()).toBe(2);
	line.say(`+CMT: ,${third.tpduLength}\n${third.hex}`);
	await settle();
	expect(messages.map(({ text }) => text)).toEqual([long]);
	expect(acknowledged()).toBe(2);
	await messages[0]?.forget();
	expect(acknowledged()).toBe(3);
	await modem.close();
});

test("a direct message that is not durable in time is left to the network", async () => {
	const { line, messages, modem, clock, events } = drivenBy(
		{
			"AT+CSMS=1": ["OK"],
			"AT+CNMI=2,2,0,1,0": ["OK"],
			"AT+CNMA": ["OK"],
		},
		{ receive: "direct" },
	);
	await modem.started;
	line.say(`+CMT: ,${hello.tpduLength}\n${hello.hex}`);
	await pass(clock, 21_000);
	await messages[0]?.forget();
	expect(line.written).not.toContain("AT+CNMA");
	expect(
		line.written.filter((command) => command === "AT+CNMI=2,2,0,1,0"),
	).toHaveLength(2);
	expect(events).toContainEqual({
		type: "warning",
		reason:
			"a message was not durable in time and not acknowledged: the network sends it again",
	});
	await modem.close();
});

test("an acknowledgement that comes too late has the modem asked again", async () => {
	const { line, messages, modem, events } = drivenBy(
		{
			"AT+CSMS=1": ["OK"],
			"AT+CNMI=2,2,0,1,0": ["OK"],
			"AT+CNMA": ["+CMS ERROR: 340"],
		},
		{ receive: "direct" },
	);
	await modem.started;
	line.say(`+CMT: ,${hello.tpduLength}\n${hello.hex}`);
	await settle();
	await messages[0]?.forget();
	expect(line.written.slice(-2)).toEqual(["AT+CNMA", "AT+CNMI=2,2,0,1,0"]);
	expect(events.at(-1)).toMatchObject({ type: "warning" });
	await modem.close();
});

test("what comes directly while the modem is still being set up is not lost", async () => {
	const { messages, modem } = drivenBy(
		{
			"AT+CNMI=2,2,0,1,0": ["OK", `+CMT: ,${hello.tpduLength}\n${hello.hex}`],
		},
		{ receive: "direct" },
	);
	await modem.started;
	await settle();
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	await modem.close();
});

test("of a flood while the modem is being set up, as much is kept as an honest modem sends", async () => {
	const flood = Array(1000).fill(`+CMT: ,${hello.tpduLength}\n${hello.hex}`);
	const { messages, modem } = drivenBy(
		{ "AT+CNMI=2,2,0,1,0": ["OK", ...flood] },
		{ receive: "direct" },
	);
	await modem.started;
	await settle();
	expect(messages).toHaveLength(200);
	await modem.close();
});

test("a thousand messages wait for a reader, and no more are taken", async () => {
	const clock = virtualClock(noon);
	const line = scriptedLine({
		...{ clock },
		answers: { ...willing, "AT+CNMI=2,2,0,1,0": ["OK"] },
	});
	const modem = new GsmModem({
		...{ clock, open: async () => line },
		settings: { receive: "direct" },
	});
	await modem.started;
	await settle();
	line.say(...Array(1500).fill(`+CMT: ,${hello.tpduLength}\n${hello.hex}`));
	await settle();
	await modem.close();
	let waiting = 0;
	for await (const _ of modem.incoming) waiting += 1;
	expect(waiting).toBe(1000);
});

test("a class 0 message comes directly although others are announced", async () => {
	const [flash = nothing()] = deliverPdus("now!", { class: 0 });
	const { line, messages, modem } = drivenBy({});
	await modem.started;
	line.say(`+CMT: ,${flash.tpduLength}\n${flash.hex}`);
	await settle();
	expect(messages.map(({ text }) => text)).toEqual(["now!"]);
	await modem.close();
});

test("nothing is read while receiving is off", async () => {
	const { line, messages, modem, clock } = drivenBy(
		{
			"AT+CNMI=2,0,0,1,0": ["OK"],
			"AT+CMGL=4": [cmgl(1, hello), "OK"],
			"AT+CMGR=1": [cmgr(hello), "OK"],
		},
		{ receiveEnabled: false },
	);
	const started = await modem.started;
	expect(started.ok && started.facts.receive).toBe("off");
	line.say('+CMTI: "SM",1', `+CMT: ,${hello.tpduLength}\n${hello.hex}`);
	await pass(clock, 60_000, 1000);
	expect(messages).toEqual([]);
	expect(
		line.written.filter((command) => /CMGL|CMGR|CMGD/.test(command)),
	).toEqual([]);
	await modem.close();
});

test("with keep, what is done stays, and what is marked read counts as done at a start", async () => {
	const { line, messages, modem } = drivenBy(
		{ "AT+CMGL=4": [cmgl(1, hello, 1), cmgl(2, hello, 0), "OK"] },
		{ afterRead: "keep" },
	);
	await modem.started;
	expect(messages).toHaveLength(1);
	await messages[0]?.forget();
	expect(deleted(line.written)).toEqual([]);
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

test("a filling storage is warned of at 80 %, and a full one", async () => {
	let used = 15;
	const { events, modem, clock } = drivenBy(
		{ "AT+CPMS?": () => [`+CPMS: "SM",${used},20`, "OK"] },
		{ limit: 50 },
	);
	await pass(clock, 1000);
	used = 16;
	await pass(clock, 30_000, 1000);
	used = 20;
	await pass(clock, 30_000, 1000);
	used = 0;
	await pass(clock, 30_000, 1000);
	expect(
		events.filter(({ type }) => type === "storage" || type === "warning"),
	).toEqual([
		{
			type: "warning",
			reason:
				"the limit of 50 messages is above what SM holds (20): nothing new is received once that is full",
		},
		{ type: "storage", storage: "SM", state: "filling", used: 16, total: 20 },
		{ type: "storage", storage: "SM", state: "full", used: 20, total: 20 },
		{ type: "storage", storage: "SM", state: "room", used: 0, total: 20 },
	]);
	await modem.close();
});

test("auto-erase makes room with the oldest messages that are done, and no others", async () => {
	const at = (minute: number) => Date.UTC(2026, 10, 19, 12, minute);
	const stored = [30, 10, 20].map((minute) => {
		const [pdu = nothing()] = deliverPdus(`m${minute}`, { sentAt: at(minute) });
		return pdu;
	});
	const lines = stored.map((pdu, index) => cmgl(index + 1, pdu, 1));
	const { line, events, modem, messages } = drivenBy(
		{
			"AT+CMGL=4": [...lines, cmgl(4, hello, 0), "OK"],
			"AT+CPMS?": ['+CPMS: "SM",4,20', "OK"],
			...deletable(1, 2, 3, 4),
		},
		{ afterRead: "keep", autoErase: true, limit: 3 },
	);
	await modem.started;
	await settle();
	expect(messages.map(({ text }) => text)).toEqual(["hello"]);
	expect(deleted(line.written)).toEqual([2, 3]);
	expect(events.filter(({ type }) => type === "erased")).toEqual([
		{ type: "erased", storage: "SM", index: 2 },
		{ type: "erased", storage: "SM", index: 3 },
	]);
	await modem.close();
});

test("a message forgotten while the line is away is deleted when it is back, and comes no second time", async () => {
	let stored = [cmgl(1, hello)];
	const { line, messages, modem, events } = drivenBy({
		"AT+CMGL=4": () => [...stored, "OK"],
		"AT+CMGD=1": () => {
			stored = [];
			return ["OK"];
		},
	});
	await modem.started;
	await settle();
	line.say("RDY");
	const forgetting = messages[0]?.forget();
	await settle();
	await forgetting;
	expect(events.filter(({ type }) => type === "started")).toHaveLength(2);
	expect(messages).toHaveLength(1);
	expect(deleted(line.written)).toEqual([1]);
	await modem.close();
});

test("a modem that starts anew while messages are deleted is read before any more are", async () => {
	const { line, messages, modem, clock } = drivenBy({
		"AT+CMGL=4": [
			cmgl(1, hello),
			cmgl(2, first),
			cmgl(3, second),
			cmgl(4, third),
			"OK",
		],
		...deletable(2, 3, 4),
		"AT+CMGD=1": () =>
			line.written.lastIndexOf("AT+CMEE?") > line.written.indexOf("AT+CMGD=1")
				? ["OK"]
				: [],
	});
	await modem.started;
	await settle();
	void messages[0]?.forget();
	void messages[1]?.forget();
	await settle();
	line.say("RDY");
	await pass(clock, 12_000);
	const lastList = line.written.lastIndexOf("AT+CMGL=4");
	expect(line.written.indexOf("AT+CMGD=2")).toBeGreaterThan(lastList);
	await modem.close();
});

test("what came into the place of a message whose deletion was not seen is read before it is deleted", async () => {
	const storages: Record<string, Map<number, WrittenPdu>> = {
		ME: new Map(),
		SM: new Map([[3, hello]]),
	};
	let selected = "SM";
	const read: string[] = [];
	const lost: number[] = [];
	const stored = () => storages[selected] ?? new Map<number, WrittenPdu>();
	const choose = (storage: string) => () => {
		selected = storage;
		return ["+CPMS: 0,20,0,20,0,20", "OK"];
	};
	let isSilent = true;
	const { line, messages, modem, clock } = drivenBy({
		"AT+CPMS=?": ['+CPMS: ("ME","SM"),("ME","SM"),("ME","SM")', "OK"],
		'AT+CPMS="ME","ME","ME"': choose("ME"),
		'AT+CPMS="SM","ME","ME"': choose("SM"),
		"AT+CPMS?": ["ERROR"],
		"AT+CMGL=4": () => [
			...[...stored()].map(([index, pdu]) => {
				read.push(pdu.hex);
				return cmgl(index, pdu);
			}),
			"OK",
		],
		"AT+CMGR=3": () => {
			const pdu = stored().get(3);
			if (pdu === undefined) return ["+CMS ERROR: 321"];
			read.push(pdu.hex);
			return [cmgr(pdu), "OK"];
		},
		"AT+CMGD=3": () => {
			const pdu = stored().get(3);
			if (pdu !== undefined && !read.includes(pdu.hex)) lost.push(3);
			stored().delete(3);
			return isSilent ? [] : ["OK"];
		},
	});
	await modem.started;
	await settle();
	void messages[0]?.forget();
	await settle();
	storages.SM?.set(3, goodbye);
	line.say("RDY");
	isSilent = false;
	await pass(clock, 30_000);
	expect(lost).toEqual([]);
	expect(messages.map(({ text }) => text)).toEqual(["hello", "goodbye"]);
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

// Helpers

function cmgr({ hex, tpduLength }: WrittenPdu): string {
	return `+CMGR: 0,,${tpduLength}\n${hex}`;
}

function cmgl(index: number, { hex, tpduLength }: WrittenPdu, status = 1) {
	return `+CMGL: ${index},${status},,${tpduLength}\n${hex}`;
}

function deletable(...indices: number[]) {
	return Object.fromEntries(
		indices.map((index) => [`AT+CMGD=${index}`, ["OK"]]),
	);
}

function deleted(written: readonly string[]): number[] {
	return written.flatMap((command) => {
		const index = /^AT\+CMGD=(\d+)$/.exec(command)?.[1];
		return index === undefined ? [] : [Number(index)];
	});
}

function nothing(): WrittenPdu {
	throw new Error("the text has fewer parts");
}
