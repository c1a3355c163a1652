/** What is handed over again, and what may go later. */
import { expect, test } from "vitest";
import { drivenBy } from "../../support/driven-modem.ts";
import { pass, settle } from "../../support/scripted-line.ts";
import { accepting, ok, pduMode, to } from "../../support/sent-pdus.ts";

test("a network that is out of order (CMS 38) is tried again with growing pauses", async () => {
	let tries = 0;
	const { modem, clock, events, line } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () =>
			++tries < 3 ? ["+CMS ERROR: 38"] : ["+CMGS: 7", "OK"],
	});
	await modem.started;
	await settle();
	const before = line.trace.length;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 21_000);
	expect(await sending).toEqual({ sent: true, references: [7] });
	const handedOver = [
		...pduMode,
		`> AT+CMGS=${ok.tpduLength}\r`,
		"< \r\n> ",
		`> ${ok.hex}\u001a`,
	];
	expect(line.trace.slice(before)).toEqual([
		...handedOver,
		"< \r\n+CMS ERROR: 38\r\n",
		...handedOver,
		"< \r\n+CMS ERROR: 38\r\n",
		...handedOver,
		"< \r\n+CMGS: 7\r\n",
		"< \r\nOK\r\n",
	]);
	const sms = { message: 1, to, part: 1, total: 1 };
	const reason = `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 38 (network out of order)`;
	expect(events.filter(({ type }) => type.startsWith("sen"))).toEqual([
		{ type: "send-retry", ...sms, reason, again: 5000 },
		{ type: "send-retry", ...sms, reason, again: 15_000 },
		{ type: "sent", ...sms, reference: 7 },
	]);
	await modem.close();
});

test("after the last try the message may go later; one that is refused for good may not", async () => {
	const passing = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: ["+CMS ERROR: 38"],
	});
	await passing.modem.started;
	const sending = passing.modem.send(to, "USRS:OK");
	await pass(passing.clock, 21_000);
	expect(await sending).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 38 (network out of order)`,
		advice: "the network cannot take it now",
		retry: true,
	});
	await passing.modem.close();
	const lasting = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: ["+CMS ERROR: 1"],
	});
	await lasting.modem.started;
	expect(await lasting.modem.send(to, "USRS:OK")).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 1 (unassigned (unallocated) number)`,
		advice: "check the number; the country code belongs in front",
		retry: false,
	});
	await lasting.modem.close();
});

test("what somebody has to put right first is handed over once, and may go later", async () => {
	let tries = 0;
	const { modem, clock } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => {
			tries += 1;
			return ["+CMS ERROR: 311"];
		},
	});
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 60_000);
	expect(await sending).toEqual({
		sent: false,
		reason: `AT+CMGS=${ok.tpduLength}: the modem answered +CMS ERROR: 311 ((U)SIM PIN required)`,
		advice: "set the SIM's PIN in the modem's settings",
		retry: true,
	});
	expect(tries).toBe(1);
	await modem.close();
});

test("a message that may not go any more is not tried again, and may go later", async () => {
	let tries = 0;
	const { modem, clock } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: () => {
			tries += 1;
			return ["+CMS ERROR: 38"];
		},
	});
	await modem.started;
	await settle();
	let may = true;
	const mayGo = () => may;
	const sending = modem.send(to, "USRS:OK", { mayGo });
	await pass(clock, 1000);
	may = false;
	await pass(clock, 60_000);
	const reason = "it may not be sent now";
	expect(await sending).toEqual({ sent: false, reason, retry: true });
	expect(await modem.send(to, "USRS:OK", { mayGo })).toEqual({
		sent: false,
		reason,
		retry: true,
	});
	expect(tries).toBe(1);
	await modem.close();
});

test("nothing is sent without a network, and all of it as soon as there is one", async () => {
	let status = 2;
	const { modem, clock, line } = drivenBy({
		...accepting(ok),
		"AT+CREG?": () => [`+CREG: 1,${status}`, "OK"],
	});
	await modem.started;
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 20_000, 1000);
	expect(line.written.some((unit) => unit.startsWith("AT+CMGS"))).toBe(false);
	status = 5;
	line.say("+CREG: 5");
	await settle();
	expect(await sending).toEqual({ sent: true, references: [41] });
	await modem.close();
});

test("a message that finds no network in time may go later", async () => {
	const { modem, clock } = drivenBy(
		{ "AT+CREG?": ["+CREG: 1,3", "OK"] },
		{ sendPatience: 30_000, attempts: 1 },
	);
	const sending = modem.send(to, "USRS:OK");
	await pass(clock, 31_000, 1000);
	expect(await sending).toEqual({
		sent: false,
		reason: "no modem with a network",
		retry: true,
	});
	await modem.close();
});
