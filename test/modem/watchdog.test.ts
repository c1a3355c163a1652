import { expect, test } from "vitest";
import type { ModemEvent } from "../../src/modem/link/modem-event.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { driven, drivenBy, noon, willing } from "../support/driven-modem.ts";
import { pass, scriptedLine } from "../support/scripted-line.ts";

test("a modem that goes deaf is found out, its port opened again under another name", async () => {
	const clock = virtualClock(noon);
	let deaf = false;
	const first = scriptedLine({
		name: "serial:///dev/ttyUSB0",
		answers: Object.fromEntries(
			Object.entries(willing).map(([command, answer]) => [
				command,
				() => (deaf || typeof answer === "function" ? [] : answer),
			]),
		),
	});
	const second = scriptedLine({
		name: "serial:///dev/ttyUSB2",
		answers: willing,
	});
	const lines = [first, second];
	const { modem, events } = driven(
		async () => lines.shift() ?? Promise.reject(new Error("no port")),
		{},
		clock,
	);
	await pass(clock, 1000);
	deaf = true;
	await pass(clock, 80_000, 500);
	expect(told(events)).toEqual([
		["opened", "serial:///dev/ttyUSB0"],
		["coverage", "found"],
		["started", "serial:///dev/ttyUSB0"],
		["lost", "the modem does not answer: 3 times AT without OK"],
		["opened", "serial:///dev/ttyUSB2"],
		["started", "serial:///dev/ttyUSB2"],
	]);
	await modem.close();
});

test.each([
	["+CNMI", "+CNMI: 2,1,0,1,0", "+CNMI: 2,1,0,0,0"],
	["+CMGF", "+CMGF: 0", "+CMGF: 1"],
	["+CMEE", "+CMEE: 1", "+CMEE: 0"],
])(
	"a modem that was reset and shows it by %s alone is set up again",
	async (name, before, after) => {
		let isReset = false;
		const { modem, clock, events } = drivenBy({
			[`AT${name}?`]: () => [isReset ? after : before, "OK"],
			"AT+CFUN?": () => {
				isReset = false;
				return ["+CFUN: 1", "OK"];
			},
		});
		await modem.started;
		await pass(clock, 1000);
		isReset = true;
		await pass(clock, 35_000, 500);
		expect(told(events).slice(-2)).toEqual([
			["lost", "the modem has forgotten its settings: it was reset"],
			["started", "scripted:"],
		]);
		await modem.close();
	},
);

test("a port that is away is asked for with growing pauses, and its coverage is lost", async () => {
	const clock = virtualClock(noon);
	const line = scriptedLine({ answers: willing });
	const again: number[] = [];
	const { modem, events } = driven(
		async () => {
			again.push(clock.now() - noon);
			if (clock.now() - noon < 70_000) throw new Error("ENOENT: no such file");
			return line;
		},
		{},
		clock,
	);
	await pass(clock, 80_000, 500);
	expect(again).toEqual([0, 1000, 3000, 8000, 18_000, 48_000, 78_000]);
	expect(told(events).slice(-4)).toEqual([
		["open-failed", "ENOENT: no such file"],
		["opened", "scripted:"],
		["coverage", "found"],
		["started", "scripted:"],
	]);
	expect(events).toContainEqual({
		type: "coverage",
		state: "lost",
		registration: "no modem",
		advice: null,
	});
	await modem.close();
});

test("a modem that was reset is set up anew on the open line", async () => {
	let indications = "2,1,0,1,0";
	const { modem, events, clock, line } = drivenBy({
		"AT+CNMI?": () => [`+CNMI: ${indications}`, "OK"],
		"AT+CNMI=2,1,0,1,0": () => {
			indications = "2,1,0,1,0";
			return ["OK"];
		},
	});
	await pass(clock, 1000);
	indications = "0,0,0,0,0";
	await pass(clock, 31_000, 1000);
	line.say("RDY");
	await pass(clock, 1000);
	expect(told(events)).toEqual([
		["opened", "scripted:"],
		["coverage", "found"],
		["started", "scripted:"],
		["lost", "the modem has forgotten its settings: it was reset"],
		["started", "scripted:"],
		["lost", "the modem started anew (RDY)"],
		["started", "scripted:"],
	]);
	await modem.close();
});

test("coverage is lost after a minute without it, and found at once", async () => {
	let status = 1;
	const { modem, events, clock, line } = drivenBy({
		"AT+CREG?": () => [`+CREG: 1,${status}`, "OK"],
	});
	await pass(clock, 1000);
	const move = async (to: number, seconds: number) => {
		status = to;
		line.say(`+CREG: ${to}`);
		await pass(clock, seconds * 1000, 1000);
	};
	await move(2, 59);
	await move(1, 10);
	await move(3, 61);
	await move(5, 1);
	expect(events.filter(({ type }) => type === "coverage")).toEqual([
		{
			type: "coverage",
			state: "found",
			registration: "registered, home network",
			advice: null,
		},
		{
			type: "coverage",
			state: "lost",
			registration: "registration denied",
			advice:
				"the network refuses the SIM: ask whether it is active, and whether 2G is still there",
		},
		{
			type: "coverage",
			state: "found",
			registration: "registered, roaming",
			advice: null,
		},
	]);
	await modem.close();
});

test("signal and operator are told when they change", async () => {
	let rssi = 17;
	const { modem, events, clock } = drivenBy({
		"AT+CSQ": () => [`+CSQ: ${rssi},99`, "OK"],
	});
	await pass(clock, 31_000, 1000);
	rssi = 99;
	await pass(clock, 61_000, 1000);
	expect(
		events.filter(({ type }) => type === "signal" || type === "operator"),
	).toEqual([
		{ type: "signal", dbm: -79 },
		{ type: "operator", name: "Lonestar" },
		{ type: "signal", dbm: null },
	]);
	await modem.close();
});

test("closing while the port is away, or while the modem starts, ends at once", async () => {
	const away = driven(() => Promise.reject(new Error("no port")));
	await away.modem.close();
	expect(await away.modem.started).toMatchObject({ ok: false });
	const starting = drivenBy({ AT: [] });
	await starting.modem.close();
	expect(await starting.modem.started).toMatchObject({ ok: false });
});

// Helpers

function told(events: readonly ModemEvent[]): [string, string][] {
	return events.flatMap((event): [string, string][] => {
		switch (event.type) {
			case "opened":
			case "started":
				return [[event.type, event.name]];
			case "lost":
			case "open-failed":
				return [[event.type, event.reason]];
			case "coverage":
				return event.state === "found" ? [[event.type, event.state]] : [];
			default:
				return [];
		}
	});
}
