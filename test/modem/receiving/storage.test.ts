import { expect, test } from "vitest";
import type { WrittenPdu } from "../../../src/sms/pdu.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { deliverPdus } from "../../support/deliver-pdus.ts";
import { driven, drivenBy, noon, willing } from "../../support/driven-modem.ts";
import {
	cmgl,
	cmgr,
	deletable,
	deleted,
	first,
	goodbye,
	hello,
	nothing,
	second,
	third,
} from "../../support/received-messages.ts";
import { pass, scriptedLine, settle } from "../../support/scripted-line.ts";

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
