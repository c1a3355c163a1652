import { expect, test } from "vitest";
import { AtSession, usualTimeouts } from "../../../src/modem/at/at-session.ts";
import { listStored } from "../../../src/modem/receiving/stored-listing.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { deliverPdus } from "../../support/deliver-pdus.ts";
import { noon } from "../../support/driven-modem.ts";
import { type Answer, scriptedLine } from "../../support/scripted-line.ts";

const [hello] = deliverPdus("hello");
const both = '+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")';
const chosen = '+CPMS: "ME",0,9,"SM",1,9,"SM",1,9';

test("a storage is selected for all three purposes, and all three are restored", async () => {
	const { listing, written } = await listed({
		"AT+CPMS=?": ['+CPMS: ("SM"),("SM"),("SM")', "OK"],
		'AT+CPMS="SM","SM","SM"': ["OK"],
		'AT+CPMS="ME","SM","SM"': ["OK"],
	});
	expect(listing).toMatchObject({
		ok: true,
		storages: ["SM"],
		messages: [{ storage: "SM", index: 1, status: "read" }],
	});
	expect(written.filter((line) => line.startsWith("AT+CPMS="))).toEqual([
		"AT+CPMS=?",
		'AT+CPMS="SM","SM","SM"',
		'AT+CPMS="ME","SM","SM"',
	]);
});

test("a storage that is offered and refused does not end the listing", async () => {
	const { listing } = await listed({
		"AT+CPMS=?": [both, "OK"],
		'AT+CPMS="ME","ME","ME"': ["+CMS ERROR: 302"],
		'AT+CPMS="SM","SM","SM"': ["OK"],
	});
	expect(listing).toMatchObject({
		ok: true,
		storages: ["SM"],
		messages: [{ storage: "SM", index: 1 }],
	});
});

test("the one storage that is asked for and refused is told", async () => {
	const { listing } = await listed(
		{
			"AT+CPMS=?": [both, "OK"],
			'AT+CPMS="ME","ME","ME"': ["+CMS ERROR: 302"],
		},
		"ME",
	);
	expect(listing).toEqual({
		ok: false,
		reason:
			'no storage ME: AT+CPMS="ME","ME","ME": the modem answered +CMS ERROR: 302 (operation not allowed)',
	});
});

// Helpers

async function listed(
	answers: Readonly<Record<string, Answer>>,
	wanted: string | null = null,
) {
	const clock = virtualClock(noon);
	const line = scriptedLine({
		clock,
		answers: {
			"AT+CMGF=0": ["OK"],
			"AT+CPMS?": [chosen, "OK"],
			"AT+CMGL=4,1": [`+CMGL: 1,1,,${hello?.tpduLength}\n${hello?.hex}`, "OK"],
			...answers,
		},
	});
	const session = new AtSession({
		transport: line,
		clock,
		timeouts: usualTimeouts,
		onIndication() {},
		onStray() {},
	});
	const listing = await listStored(session, clock, wanted);
	return { listing, written: line.written };
}
