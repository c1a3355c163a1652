import { expect, test } from "vitest";
import { channel } from "../../src/network/channel.ts";
import type { ChannelEffect } from "../../src/network/channel-rule.ts";
import type { PhoneLineFaultKind } from "../../src/network/phone-line-fault.ts";
import { modemAtNetwork } from "../support/modem-at-network.ts";

function befalls(
	kind: PhoneLineFaultKind,
	at: "sender" | "recipient",
): ChannelEffect {
	return { kind: "trouble", at, trouble: { kind, duration: 60_000 } };
}

function boothWhere(
	kind: PhoneLineFaultKind,
	at: "sender" | "recipient" = "recipient",
) {
	return modemAtNetwork({}, channel([{ effect: befalls(kind, at), times: 1 }]));
}

test("a store that the channel holds full looks full, and the message comes when it no longer is", async () => {
	const booth = boothWhere("storage-full");
	const program = booth.program();
	await program.settle("ATE0\r");
	await booth.text("hello");
	expect(await program.exchange("AT+CPMS?\r")).toEqual([
		["AT+CPMS?\r", '\r\n+CPMS: "SM",30,30,"SM",30,30,"SM",30,30\r\n\r\nOK\r\n'],
	]);
	await booth.advance(59_999);
	expect(await program.say("")).toBe("");
	await booth.advance(1);
	await booth.advance(0);
	expect(await program.exchange("", "AT+CPMS?\r")).toEqual([
		["", '\r\n+CMTI: "SM",1\r\n'],
		["AT+CPMS?\r", '\r\n+CPMS: "SM",1,30,"SM",1,30,"SM",1,30\r\n\r\nOK\r\n'],
	]);
});

test("a modem that lost its network says so, sends nothing, and gets its messages when it is back", async () => {
	const booth = boothWhere("no-registration");
	const program = booth.program();
	await program.settle("ATE0+CREG=1;+CMGF=1\r");
	await booth.text("hello");
	expect(await program.exchange("", "AT+CMGS=15550100\r", "x\x1a")).toEqual([
		["", "\r\n+CREG: 2\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		["x\x1a", "\r\n+CMS ERROR: 331\r\n"],
	]);
	await booth.advance(60_000);
	await booth.advance(0);
	expect(await program.say("")).toBe('\r\n+CREG: 1\r\n\r\n+CMTI: "SM",1\r\n');
});

test("a deaf modem says nothing at all, and still keeps what came", async () => {
	const booth = boothWhere("deaf");
	const program = booth.program();
	await program.settle("ATE0+CNMI=2,2\r");
	await booth.text("hello");
	expect(await program.say("AT\r")).toBe("");
	await booth.advance(60_000);
	expect(await program.exchange("AT\r", "AT+CMGF=1;+CMGL\r")).toEqual([
		["AT\r", "\r\nOK\r\n"],
		[
			"AT+CMGF=1;+CMGL\r",
			'\r\n+CMGL: 1,"REC UNREAD","+15550100",,"26/11/20,20:31:54+00"\r\nhello\r\n\r\nOK\r\n',
		],
	]);
});

test("a modem that goes deaf while it sends has sent, and never says so", async () => {
	const booth = boothWhere("deaf", "sender");
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	expect(await program.exchange("AT+CMGS=15550100\r", "unseen\x1a")).toEqual([
		["AT+CMGS=15550100\r", "\r\n> "],
		["unseen\x1a", ""],
	]);
	await booth.advance(60_000);
	expect(booth.texts()).toEqual(["+15550101: unseen"]);
	expect(await program.say("AT\r")).toBe("\r\nOK\r\n");
});

test("a port that is gone closes the line and every new one until it is back", async () => {
	const booth = boothWhere("port-gone");
	const program = booth.program();
	await booth.text("hello");
	expect(program.isOver()).toBe(true);
	const early = booth.program();
	await booth.advance(59_999);
	expect(early.isOver()).toBe(true);
	await booth.advance(1);
	const late = booth.program();
	await late.settle("ATE0\r");
	expect([late.isOver(), await late.say("AT+CPMS?\r")]).toEqual([
		false,
		'\r\n+CPMS: "SM",1,30,"SM",1,30,"SM",1,30\r\n\r\nOK\r\n',
	]);
});

test("a refusal of the channel is the result of the send", async () => {
	const booth = modemAtNetwork(
		{},
		channel([{ effect: { kind: "refusal", cms: 38 }, times: 1 }]),
	);
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	expect(
		await program.exchange(
			"AT+CMGS=15550100\r",
			"one\x1a",
			"AT+CMGS=15550100\r",
			"two\x1a",
		),
	).toEqual([
		["AT+CMGS=15550100\r", "\r\n> "],
		["one\x1a", "\r\n+CMS ERROR: 38\r\n"],
		["AT+CMGS=15550100\r", "\r\n> "],
		["two\x1a", "\r\n+CMGS: 2\r\n\r\nOK\r\n"],
	]);
});

test("a modem that is switched off closes its lines, and its messages wait", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await booth.modem.powerOff();
	await booth.text("hello");
	expect([program.isOver(), booth.network.waiting]).toEqual([true, 1]);
});
