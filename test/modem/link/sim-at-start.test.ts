/** A SIM that is busy, asks for its PIN or is locked when the modem starts. */
import { expect, test } from "vitest";
import { drivenBy } from "../../support/driven-modem.ts";
import { pass, settle } from "../../support/scripted-line.ts";

test("a busy SIM is waited out (CME 14, 515)", async () => {
	const answers = [
		["+CME ERROR: 14"],
		["+CME ERROR: 515"],
		["+CPIN: NOT READY", "OK"],
		["+CPIN: READY", "OK"],
	];
	const { line, modem, clock } = drivenBy({
		"AT+CPIN?": () => answers.shift() ?? ["ERROR"],
	});
	await pass(clock, 10_000);
	expect(line.written.filter((command) => command === "AT+CPIN?")).toHaveLength(
		4,
	);
	expect((await modem.started).ok).toBe(true);
	await modem.close();
});

test("a SIM that stays busy is a fault after a minute, and tried again", async () => {
	const { modem, clock, events } = drivenBy({ "AT+CPIN?": ["+CME ERROR: 14"] });
	await pass(clock, 62_000);
	expect(await modem.started).toEqual({
		ok: false,
		fault: {
			reason: "AT+CPIN?: the modem answered +CME ERROR: 14 (SIM busy)",
			advice: "wait: the modem or the SIM is still starting",
			final: false,
		},
	});
	expect(events.map(({ type }) => type)).toContain("lost");
	await modem.close();
});

test("a PIN that is asked for is entered once, and no error or event holds it", async () => {
	const states = ["SIM PIN", "READY"];
	const { line, modem, events } = drivenBy(
		{
			"AT+CPIN?": () => [`+CPIN: ${states.shift() ?? "READY"}`, "OK"],
			'AT+CPINR="SIM PIN"': ["+CPINR: SIM PIN,3,3", "OK"],
			'AT+CPIN="4711"': ["OK"],
		},
		{ pin: "4711" },
	);
	await settle();
	expect((await modem.started).ok).toBe(true);
	expect(line.written.filter((command) => command.includes("PIN"))).toEqual([
		"AT+CPIN?",
		'AT+CPINR="SIM PIN"',
		'AT+CPIN="4711"',
		"AT+CPIN?",
	]);
	expect(JSON.stringify(events)).not.toContain("4711");
	await modem.close();
});

test("a wrong PIN is never tried again, whatever happens to the port", async () => {
	const { line, modem, clock, events } = drivenBy(
		{
			"AT+CPIN?": ["+CPIN: SIM PIN", "OK"],
			'AT+CPIN="4711"': ["+CME ERROR: 16"],
		},
		{ pin: "4711" },
	);
	await settle();
	expect(await modem.started).toEqual({
		ok: false,
		fault: {
			reason: "the SIM refused the PIN; it is not tried again",
			advice: "correct the PIN and start again: three wrong ones block the SIM",
			final: true,
		},
	});
	line.say("RDY");
	await pass(clock, 600_000, 5000);
	const tries = line.written.filter((command) => command === 'AT+CPIN="4711"');
	expect(tries).toHaveLength(1);
	expect(events.filter(({ type }) => type === "start-failed")).toHaveLength(2);
	await modem.close();
});

test("a SIM that somebody unlocks is used then", async () => {
	let state = "SIM PIN";
	const { modem, clock, events } = drivenBy({
		"AT+CPIN?": () => [`+CPIN: ${state}`, "OK"],
	});
	await settle();
	expect(await modem.started).toEqual({
		ok: false,
		fault: {
			reason: "the SIM asks for its PIN and none is set",
			advice:
				"set the PIN in the modem's settings, or switch it off in a phone",
			final: true,
		},
	});
	state = "READY";
	await pass(clock, 61_000, 1000);
	expect(events.map(({ type }) => type)).toContain("started");
	await modem.close();
});

test.each([
	["+CPIN: SIM PUK", "the SIM is blocked: it asks for its PUK"],
	[
		"+CPIN: PH-NET PIN",
		"the SIM or the modem is locked: it asks for PH-NET PIN",
	],
])("%s needs a person", async (state, reason) => {
	const { modem } = drivenBy({ "AT+CPIN?": [state, "OK"] }, { pin: "4711" });
	await settle();
	const started = await modem.started;
	expect(
		started.ok ? null : [started.fault.reason, started.fault.final],
	).toEqual([reason, true]);
	await modem.close();
});

test.each([
	["in quotes", ['+CPIN: "READY"', "OK"]],
	["without an OK", ["+CPIN: READY"]],
])("a SIM that is ready may say so %s", async (_, answer) => {
	const { modem, clock, line } = drivenBy(
		{ "AT+CPIN?": answer },
		{ pin: "4711" },
	);
	await pass(clock, 1500);
	expect((await modem.started).ok).toBe(true);
	expect(line.written).not.toContain('AT+CPIN="4711"');
	await modem.close();
});

test("the last try for a PIN is left to a person", async () => {
	const { modem, line } = drivenBy(
		{
			"AT+CPIN?": ["+CPIN: SIM PIN", "OK"],
			'AT+CPINR="SIM PIN"': ["+CPINR: SIM PIN,1,3", "OK"],
		},
		{ pin: "4711" },
	);
	await settle();
	const started = await modem.started;
	expect(started.ok ? null : started.fault.reason).toBe(
		"the SIM has one try left for its PIN; it is not used here",
	);
	expect(line.written).not.toContain('AT+CPIN="4711"');
	await modem.close();
});
