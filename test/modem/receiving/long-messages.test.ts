import { expect, test } from "vitest";
import { deliverPdus } from "../../support/deliver-pdus.ts";
import { drivenBy } from "../../support/driven-modem.ts";
import {
	cmgl,
	cmgr,
	deletable,
	deleted,
	first,
	hello,
	long,
	nothing,
	second,
	third,
} from "../../support/received-messages.ts";
import { pass, settle } from "../../support/scripted-line.ts";

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
