import { expect, test } from "vitest";
import { GsmModem } from "../../../src/modem/gsm-modem.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { deliverPdus } from "../../support/deliver-pdus.ts";
import { drivenBy, noon, willing } from "../../support/driven-modem.ts";
import {
	first,
	hello,
	long,
	nothing,
	second,
	third,
} from "../../support/received-messages.ts";
import { pass, scriptedLine, settle } from "../../support/scripted-line.ts";

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
		clock,
		answers: { ...willing, "AT+CNMI=2,2,0,1,0": ["OK"] },
	});
	const modem = new GsmModem({
		clock,
		open: async () => line,
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
