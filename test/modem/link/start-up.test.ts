import { expect, test } from "vitest";
import { driven, drivenBy, willing } from "../../support/driven-modem.ts";
import { pass, settle } from "../../support/scripted-line.ts";

const asSetUp = [
	...exchange("AT+CNMI?", "+CNMI: 2,1,0,1,0", "OK"),
	...exchange("AT+CMGF?", "+CMGF: 0", "OK"),
	...exchange("AT+CMEE?", "+CMEE: 1", "OK"),
];

test("a start, byte by byte", async () => {
	const { line, modem, events } = drivenBy(
		{
			"AT^CURC=0": ["OK"],
		},
		{ init: ["AT^CURC=0"] },
	);
	await settle();
	expect(line.trace).toEqual([
		"> \u001b\r",
		...exchange("AT+CMEE?", "+CMEE: 1", "OK"),
		...exchange("AT+CSQ", "+CSQ: 17,0", "OK"),
		...exchange("ATE0", "OK"),
		...exchange("AT+CMEE=1", "OK"),
		...exchange("AT^CURC=0", "OK"),
		...exchange("AT+CFUN?", "+CFUN: 1", "OK"),
		...exchange("AT+CPIN?", "+CPIN: READY", "OK"),
		...exchange("AT+CMGF=0", "OK"),
		...exchange('AT+CSCS="IRA"', "OK"),
		...exchange("AT+CSCA?", '+CSCA: "+15550009",145', "OK"),
		...exchange("AT+CPMS=?", '+CPMS: ("SM"),("SM"),("SM")', "OK"),
		...exchange('AT+CPMS="SM","SM","SM"', "+CPMS: 0,20,0,20,0,20", "OK"),
		...exchange("AT+CNMI=2,1,0,1,0", "OK"),
		...exchange("AT+CREG=1", "OK"),
		...exchange("AT+CREG?", "+CREG: 1,1", "OK"),
		...exchange("AT+CMGL=4", "OK"),
		...asSetUp,
		...exchange("AT", "OK"),
		...asSetUp,
		...exchange("AT+CREG?", "+CREG: 1,1", "OK"),
		...exchange("AT+CSQ", "+CSQ: 17,0", "OK"),
		...exchange("AT+COPS?", '+COPS: 0,0,"Lonestar",2', "OK"),
		...exchange("AT+CPMS?", '+CPMS: "SM",0,20,"SM",0,20,"SM",0,20', "OK"),
	]);
	expect(await modem.started).toEqual({
		ok: true,
		facts: {
			smsc: "+15550009",
			storage: "SM",
			storages: ["SM"],
			otherStorages: [["SM"], ["SM"]],
			receive: "indication",
			acknowledge: false,
			indications: "AT+CNMI=2,1,0,1,0",
			charset: null,
			registration: 1,
		},
	});
	expect(events).toEqual([
		{ type: "opened", name: "scripted:", before: null },
		{
			type: "coverage",
			state: "found",
			registration: "registered, home network",
			advice: null,
		},
		{ type: "started", name: "scripted:" },
		{ type: "signal", dbm: -79 },
		{ type: "operator", name: "Lonestar" },
	]);
	await modem.close();
});

test("a silent line fails after 2 s, and is opened again", async () => {
	const { modem, clock, events, line } = drivenBy(
		Object.fromEntries(Object.keys(willing).map((command) => [command, []])),
	);
	await pass(clock, 1999);
	expect(events.map(({ type }) => type)).toEqual(["opened"]);
	await pass(clock, 1);
	expect(events.slice(1)).toEqual([
		{
			type: "start-failed",
			name: "scripted:",
			reason: "AT: no answer within 2 s",
			advice:
				"check cable, power and that the port is this modem's; a USB modem may need its mode switched",
			final: false,
		},
		{ type: "lost", name: "scripted:", reason: "AT: no answer within 2 s" },
	]);
	expect(line.trace).toEqual([
		"> \u001b\r",
		"> AT+CMEE?\r",
		// The line is closed: a prompt would stay open for the next program.
		"> \u001b",
	]);
	await modem.close();
});

test("PDU mode that a modem refuses while it boots is set when it takes it", async () => {
	const answers = [["ERROR"], ["+CME ERROR: 3517"], ["OK"]];
	const { modem, clock } = drivenBy({
		"AT+CMGF=0": () => answers.shift() ?? ["OK"],
	});
	await pass(clock, 5000);
	expect((await modem.started).ok).toBe(true);
	await modem.close();
});

test("a modem without PDU mode is told after 20 s", async () => {
	const { modem, clock } = drivenBy({ "AT+CMGF=0": ["ERROR"] });
	await pass(clock, 20_000);
	expect(await modem.started).toEqual({
		ok: false,
		fault: {
			reason: "the modem has no pdu mode",
			advice: "use the other mode",
			final: false,
		},
	});
	await modem.close();
});

test.each([
	[
		"with one more pair of brackets, and two lists",
		'(("SM","BM","SR"),("SM"))',
		'AT+CPMS="SM","SM"',
		{ storage: "SM", storages: ["SM"] },
	],
	[
		"received into another than the best for reading",
		'("ME","SM"),("ME","SM"),("SM")',
		'AT+CPMS="ME","SM","SM"',
		{ storage: "SM", storages: ["SM", "ME"] },
	],
])("storages that are offered %s", async (_, offer, command, facts) => {
	const taken = ["+CPMS: 0,20,0,20,0,20", "OK"];
	const { modem, line } = drivenBy({
		"AT+CPMS=?": [`+CPMS: ${offer}`, "OK"],
		'AT+CPMS="SM","SM","SM"': taken,
		[command]: taken,
	});
	await settle();
	expect(await modem.started).toMatchObject({ ok: true, facts });
	expect(line.written).toContain(command);
	await modem.close();
});

test("the service centre is set where one is given", async () => {
	const { modem, line } = drivenBy(
		{ 'AT+CSCA="+15550008",145': ["OK"] },
		{ smsc: "+15550008" },
	);
	const started = await modem.started;
	expect(started.ok && started.facts.smsc).toBe("+15550008");
	expect(line.written).toContain('AT+CSCA="+15550008",145');
	await modem.close();
});

test("ME is preferred to SM, and both are read for what came before", async () => {
	const use = ["+CPMS: 0,99,0,99,0,99", "OK"];
	const { modem, line } = drivenBy({
		"AT+CPMS=?": ['+CPMS: ("SM","ME","MT"),("SM","ME"),("SM","ME")', "OK"],
		'AT+CPMS="ME","ME","ME"': use,
		'AT+CPMS="SM","ME","ME"': use,
	});
	await modem.started;
	await settle();
	const after = line.written.indexOf("AT+CREG?");
	expect(line.written.slice(after + 1, after + 5)).toEqual([
		"AT+CMGL=4",
		'AT+CPMS="SM","ME","ME"',
		"AT+CMGL=4",
		'AT+CPMS="ME","ME","ME"',
	]);
	await modem.close();
});

test("a modem that announces nothing is polled, and says so", async () => {
	const { modem, events, clock, line } = drivenBy(
		{ "AT+CNMI=2,1,0,1,0": ["ERROR"] },
		{ pollInterval: 500 },
	);
	const started = await modem.started;
	expect(started.ok && started.facts.receive).toBe("polling");
	expect(events.filter(({ type }) => type === "warning")).toEqual([
		{
			type: "warning",
			reason: "polling every 500 ms is too often: it is every 2000 ms",
		},
		{
			type: "warning",
			reason: "the modem does not announce messages: it is polled",
		},
	]);
	await pass(clock, 20_000);
	const lists = line.written.filter((command) => command === "AT+CMGL=4");
	expect(lists).toHaveLength(11);
	await modem.close();
});

test("a modem that answers OK to everything and no more is used all the same", async () => {
	const { modem, events, clock, line } = drivenBy(
		Object.fromEntries(
			Object.keys(willing).map((command) => [command, ["OK"]]),
		),
		{},
		{ otherwise: ["OK"] },
	);
	await pass(clock, 67_000, 1000);
	expect(await modem.started).toMatchObject({
		ok: true,
		facts: { smsc: null, storage: null, storages: [], registration: null },
	});
	expect(events.map(({ type }) => type)).toEqual([
		"opened",
		"coverage",
		"started",
	]);
	const lists = line.written.filter((command) => command === "AT+CMGL=4");
	expect(lists).toHaveLength(4);
	await modem.close();
});

test("a port that never opens holds up no closing", async () => {
	const { modem } = driven(() => new Promise(() => {}));
	await modem.close();
	expect(await modem.started).toMatchObject({ ok: false });
});

test("flight mode is left", async () => {
	const { modem, line } = drivenBy({
		"AT+CFUN?": ["+CFUN: 4", "OK"],
		"AT+CFUN=1": ["OK"],
	});
	await modem.started;
	expect(line.written).toContain("AT+CFUN=1");
	await modem.close();
});

// Helpers

function exchange(command: string, ...answers: string[]): string[] {
	return [`> ${command}\r`, ...answers.map((line) => `< \r\n${line}\r\n`)];
}
