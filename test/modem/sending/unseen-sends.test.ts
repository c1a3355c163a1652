/** Sends whose result is not seen in time. */
import { expect, test } from "vitest";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { driven, drivenBy, noon, willing } from "../../support/driven-modem.ts";
import { pass, scriptedLine, settle } from "../../support/scripted-line.ts";
import { accepting, ok, to } from "../../support/sent-pdus.ts";

test("a send whose result is not seen within 180 s is repeated, and both say so", async () => {
	let tries = 0;
	const { modem, clock, events, line } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => (++tries < 2 ? [] : ["+CMGS: 8", "OK"]),
	});
	await modem.started;
	await settle();
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 186_000);
	expect(await sending).toEqual({ sent: true, references: [8], unseen: true });
	const sms = { message: 1, to, part: 1, total: 1 };
	expect(events.filter(({ type }) => type.startsWith("sen"))).toEqual([
		{
			type: "send-unseen",
			...sms,
			reason: `AT+CMGS=${ok.tpduLength}: no answer within 180 s`,
			repeated: true,
		},
		{ type: "sent", ...sms, reference: 8 },
	]);
	const handedOver = [
		`> AT+CMGS=${ok.tpduLength}\r`,
		"< \r\n> ",
		`> ${ok.hex}\u001a`,
	];
	const sent = line.trace.indexOf(`> AT+CMGS=${ok.tpduLength}\r`);
	// Out of a prompt that may be open, and a question whose answer bears its name.
	expect(line.trace.slice(sent, sent + 6)).toEqual([
		...handedOver,
		"> \u001b\r",
		"> AT+CMEE?\r",
		"< \r\n+CMEE: 1\r\n",
	]);
	const again = line.trace.lastIndexOf(`> AT+CMGS=${ok.tpduLength}\r`);
	expect(line.trace.slice(again)).toEqual([
		...handedOver,
		"< \r\n+CMGS: 8\r\n",
		"< \r\nOK\r\n",
	]);
	await modem.close();
});

test("a send that goes once is not repeated when its result is not seen, and is when it is refused", async () => {
	let handed = 0;
	const { modem, clock, events } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => {
			handed += 1;
			return handed === 1 ? ["+CMS ERROR: 500"] : [];
		},
	});
	await modem.started;
	await settle();
	const sending = modem.send(to, "USRS:OK", { once: true });
	await pass(clock, 400_000, 1000);
	expect(await sending).toMatchObject({
		sent: false,
		retry: true,
		unseen: true,
	});
	expect(handed).toBe(2);
	expect(events.filter(({ type }) => type.startsWith("send"))).toMatchObject([
		{ type: "send-retry" },
		{ type: "send-unseen", repeated: false },
		{ type: "send-failed", unseen: true },
	]);
	await modem.close();
});

test("a result that comes after its time is the SMS's, which is not sent again", async () => {
	const { modem, clock, events, line } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: [],
	});
	await modem.started;
	await settle();
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 182_000);
	line.say("+CMGS: 7");
	await pass(clock, 10_000);
	expect(await sending).toEqual({ sent: true, references: [7] });
	expect(
		line.written.filter((written) => written === `${ok.hex}\u001a`),
	).toHaveLength(1);
	expect(events.filter(({ type }) => type === "sent")).toMatchObject([
		{ to, reference: 7 },
	]);
	await modem.close();
});

test("a line that goes while a message is handed over: sent again over the new one", async () => {
	const clock = virtualClock(noon);
	const answers = { ...willing, ...accepting(ok) };
	const lines = [
		scriptedLine({
			answers,
			clock,
			name: "serial:///dev/ttyUSB0",
			closeOn: `${ok.hex}\u001a`,
		}),
		scriptedLine({ answers, clock, name: "serial:///dev/ttyUSB3" }),
	];
	const { modem, events } = driven(
		async () => lines.shift() ?? Promise.reject(new Error("no such port")),
		{},
		clock,
	);
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 10_000);
	expect(await sending).toEqual({ sent: true, references: [41], unseen: true });
	expect(
		events.filter(({ type }) => !["signal", "operator"].includes(type)),
	).toEqual([
		{ type: "opened", name: "serial:///dev/ttyUSB0", before: null },
		{
			type: "coverage",
			state: "found",
			registration: "registered, home network",
			advice: null,
		},
		{ type: "started", name: "serial:///dev/ttyUSB0" },
		{
			type: "lost",
			name: "serial:///dev/ttyUSB0",
			reason: "the line was closed by the other side",
		},
		{
			type: "send-unseen",
			message: 1,
			to,
			part: 1,
			total: 1,
			reason: `AT+CMGS=${ok.tpduLength}: the line was closed by the other side`,
			repeated: true,
		},
		{
			type: "opened",
			name: "serial:///dev/ttyUSB3",
			before: "serial:///dev/ttyUSB0",
		},
		{ type: "started", name: "serial:///dev/ttyUSB3" },
		{ type: "sent", message: 1, to, part: 1, total: 1, reference: 41 },
	]);
	await modem.close();
});

test("closing fails what is being sent as something that may be retried", async () => {
	const { modem } = drivenBy({ ...accepting(ok), [`${ok.hex}\u001a`]: [] });
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	const waiting = modem.send(to, "USRS:OK");
	await settle();
	await modem.close();
	expect(await sending).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem was closed`,
		advice:
			"check cable, power and that the port is this modem's; a USB modem may need its mode switched",
		retry: true,
		unseen: true,
	});
	expect(await waiting).toEqual({
		sent: false,
		reason: "the modem was closed",
		retry: true,
	});
});
