import { describe, expect, test } from "vitest";
import {
	logOf,
	outboxOf,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const away = "0 keypad 1234 away";

describe("alarms of several zones", () => {
	const home = panelWithZones(["burglar", "burglar", "fire"]);
	const both = () =>
		stateAfter(
			home,
			away,
			"40 zone 1 open",
			"41 zone 2 open",
			"42 zone 3 open",
			"43 zone 1 close",
			"44 zone 1 open",
		);

	test("stand side by side, one of each kind in each zone, the latest last", () => {
		const alarms = [
			{ kind: "burglar", zone: 2, at: NOON + 41_000, restored: false },
			{ kind: "fire", zone: 3, at: NOON + 42_000, restored: false },
			{ kind: "burglar", zone: 1, at: NOON + 44_000, restored: false },
		];
		expect(both().runtime.alarms).toEqual(alarms);
		expect(both().runtime.memory).toEqual(alarms);
	});

	test("end zone by zone", () => {
		const { runtime } = stateAfter(both(), "50 zone 2 close");
		const alarms = [
			{ kind: "burglar", zone: 2, at: NOON + 41_000, restored: true },
			{ kind: "fire", zone: 3, at: NOON + 42_000, restored: false },
			{ kind: "burglar", zone: 1, at: NOON + 44_000, restored: false },
		];
		expect([runtime.alarms, runtime.memory]).toEqual([alarms, alarms]);
	});

	test("are told of with their places", () => {
		expect(outboxOf(both())).toEqual([
			"3407 1",
			"1130 1",
			"1130 2",
			"1110 3",
			"3130 1",
			"1130 1",
		]);
		expect(logOf(both())).toEqual([
			"0 arming away",
			"30 armed away",
			"40 alarm burglar zones.1",
			"41 alarm burglar zones.2",
			"42 alarm fire zones.3",
			"44 alarm burglar zones.1",
		]);
	});
});

test("a zone at rest is not yet one whose cover is closed", () => {
	const open = stateAfter(
		panelWithZones(["burglar"]),
		away,
		"40 zone 1 tamper",
		"41 zone 1 open",
		"42 zone 1 close",
	);
	expect(open.runtime.memory).toEqual([
		{ kind: "tamper", zone: 1, at: NOON + 40_000, restored: false },
		{ kind: "burglar", zone: 1, at: NOON + 41_000, restored: true },
	]);
	const closed = stateAfter(open, "43 zone 1 tamper restore");
	expect(outboxOf(closed)).toEqual([
		"3407 1",
		"1383 1",
		"1130 1",
		"3130 1",
		"3383 1",
	]);
	expect(closed.runtime.memory.map(({ restored }) => restored)).toEqual([
		true,
		true,
	]);
});

test("an alarm of the panel itself has no zone", () => {
	const state = stateAfter(
		panelWithZones([], { tamperAlarm: "always" }),
		"0 panel tamper",
		"9 panel tamper restore",
		"10 keypad 1234 disarm",
	);
	expect(logOf(state)).toEqual([
		"0 trouble panel-tamper",
		"0 alarm panel-tamper",
		"9 restored panel-tamper",
		"10 cancelled",
	]);
	expect(outboxOf(state)).toEqual(["1137 0", "3137 0", "1406 1"]);
});

test("who disarms takes along every countdown, and nothing else", () => {
	const plain = panelWithZones(
		["burglar", "burglar", "entry"],
		{},
		{ crossZoneTime: 255 },
	);
	const crossed = {
		...plain,
		zones: plain.zones.map((zone) => ({ ...zone, crossZone: zone.id === 1 })),
	};
	const busy = stateAfter(
		crossed,
		away,
		"35 mains fail",
		"40 zone 1 trip",
		"41 zone 3 open",
	);
	expect(busy.runtime.deadlines.map(({ kind }) => kind)).toEqual([
		"entry",
		"siren",
		"cross-zone",
		"trouble",
	]);
	const { runtime } = stateAfter(busy, "50 keypad 1234 disarm");
	expect(runtime.deadlines.map(({ kind }) => kind)).toEqual(["trouble"]);
	expect([runtime.leftOut, runtime.trips]).toEqual([[], []]);
});

describe("swinger shutdown and cross zones, in the log", () => {
	test("a zone that is shut down is logged only", () => {
		const state = stateAfter(
			panelWithZones(["burglar"], { swinger: 1 }),
			away,
			"40 zone 1 trip",
			"41 zone 1 trip",
		);
		expect(logOf(state).slice(2)).toEqual([
			"40 alarm burglar zones.1",
			"41 swinger zones.1",
		]);
	});

	const plain = panelWithZones(
		["burglar", "burglar"],
		{},
		{ crossZoneTime: 30 },
	);
	const crossed = {
		...plain,
		zones: plain.zones.map((zone) => ({ ...zone, crossZone: true })),
	};

	test("the time that ran out is logged, with the zone that waited", () => {
		const state = stateAfter(crossed, away, "40 zone 2 trip", "70 nothing");
		expect(logOf(state).slice(2)).toEqual([
			"40 alarm cross-zone zones.2",
			"70 cross-zone-timeout zones.2",
		]);
		expect(state.runtime.crossing).toBeNull();
	});

	test("a burglary that is confirmed waits for nothing any more", () => {
		const { runtime } = stateAfter(
			crossed,
			away,
			"40 zone 1 trip",
			"50 zone 2 trip",
		);
		expect(runtime.deadlines.map(({ kind }) => kind)).toEqual(["siren"]);
	});

	test("in an exit and in an entry countdown one zone is enough", () => {
		const instant = panelWithZones(
			["perimeter", "entry"],
			{},
			{ crossZoneTime: 30 },
		);
		const zones = instant.zones.map((zone) => ({ ...zone, crossZone: true }));
		const leaving = stateAfter({ ...instant, zones }, away, "10 zone 1 trip");
		expect(outboxOf(leaving)).toEqual(["1130 1"]);
		const coming = stateAfter(
			{ ...instant, zones },
			away,
			"40 zone 2 open",
			"41 zone 1 trip",
		);
		expect(outboxOf(coming)).toEqual(["3407 1", "1130 1"]);
	});
});
