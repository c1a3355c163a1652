import { describe, expect, test } from "vitest";
import type { PanelState } from "../../src/panel/state/state.ts";
import { cp01 } from "../../src/profiles/cp-01.ts";
import { enGrade2 } from "../../src/profiles/en-g2.ts";
import { enGrade3 } from "../../src/profiles/en-g3.ts";
import type { Profile } from "../../src/profiles/profile.ts";
import { factory } from "../support/panel-builder.ts";
import { aZone, panelWithZones } from "../support/panel-with-zones.ts";

const { timers, options, reporting } = factory;

describe("cp-01", () => {
	test("does not like the factory's delays and its restart", () => {
		expect(breaches(cp01, factory)).toEqual([
			"timers.exitAway: 30 s",
			"timers.exitHome: 30 s",
			"timers.entry1: 20 s",
			"timers.entry2: 20 s",
			"timers.entryHome1: 20 s",
			"timers.entryHome2: 20 s",
			"options.restart: climax",
		]);
	});

	test("allows the ends of its ranges, and nothing beyond them", () => {
		const least = cp01Panel(45, 30, 1);
		const most = cp01Panel(255, 240, 6);
		expect(breaches(cp01, least)).toEqual([]);
		expect(breaches(cp01, most)).toEqual([]);
		expect(breaches(cp01, cp01Panel(44, 29, 0))).toEqual([
			"timers.exitAway: 44 s",
			"timers.exitHome: 44 s",
			"timers.entry1: 29 s",
			"timers.entry2: 29 s",
			"timers.entryHome1: 29 s",
			"timers.entryHome2: 29 s",
			"options.swinger: 0 times",
		]);
		expect(breaches(cp01, cp01Panel(256, 241, 7))).toEqual([
			"timers.exitAway: 256 s",
			"timers.exitHome: 256 s",
			"timers.entry1: 241 s",
			"timers.entry2: 241 s",
			"timers.entryHome1: 241 s",
			"timers.entryHome2: 241 s",
			"options.swinger: 7 times",
		]);
	});

	test("wants a time for cross zones, where there are any", () => {
		const crossed = {
			...cp01Panel(60, 30, 2),
			zones: [{ ...aZone(1, "burglar"), crossZone: true }],
		};
		const timed = {
			...crossed,
			timers: { ...crossed.timers, crossZoneTime: 1 },
		};
		expect(breaches(cp01, crossed)).toEqual(["timers.crossZoneTime: 0 s"]);
		expect(breaches(cp01, timed)).toEqual([]);
	});

	test.each([
		["0999", ["users.98.pin: ****"]],
		["1001", ["users.98.pin: ****"]],
		["1002", []],
		["0998", []],
	])("with user 1's PIN 1000 and the duress code %s finds %j", (pin, found) => {
		const user = { name: "", latch: true };
		const state = {
			...cp01Panel(60, 30, 2),
			users: [
				{ ...user, id: 1, pin: "1000" },
				{ ...user, id: 98, pin },
			],
		};
		expect(breaches(cp01, state)).toEqual(found);
	});
});

describe("en-g2", () => {
	test("does not like that the factory looks away from jamming and tampering", () => {
		expect(breaches(enGrade2, factory)).toEqual([
			"options.smsGuard: 0 times",
			"options.tamperAlarm: away",
			"options.jamDetection: off",
			"reporting.checkIn: 0 h",
		]);
	});

	test("allows the ends of its ranges, and nothing beyond them", () => {
		expect(breaches(enGrade2, gradedPanel(0, 2, 0, 3, 1, 6))).toEqual([]);
		expect(breaches(enGrade2, gradedPanel(45, 15, 60, 10, 10, 24))).toEqual([]);
		expect(breaches(enGrade2, gradedPanel(46, 1, 61, 2, 0, 48))).toEqual([
			"timers.entry1: 46 s",
			"timers.entry2: 46 s",
			"timers.entryHome1: 46 s",
			"timers.entryHome2: 46 s",
			"timers.siren: 1 min",
			"timers.mainsReport: 61 min",
			"options.swinger: 2 times",
			"options.keypadGuard: 0 times",
			"options.smsGuard: 0 times",
			"reporting.checkIn: 48 h",
		]);
	});

	test("does not let arming go on in spite of faults without somebody's word", () => {
		const graded = gradedPanel(20, 3, 5, 3, 3, 24);
		const direct = { ...graded.options, armFault: "direct" as const };
		expect(breaches(enGrade2, { ...graded, options: direct })).toEqual([
			"options.armFault: direct",
		]);
		const schedules = [{ id: 2, hour: 22, minute: 5, mode: "away" as const }];
		expect(breaches(enGrade2, { ...graded, schedules })).toEqual([
			"schedules.2: away at 22:05",
		]);
	});

	test("wants every user's comings told, and no call for help left out", () => {
		const graded = gradedPanel(20, 3, 5, 3, 3, 24);
		const [user] = graded.users;
		const bypassed = panelWithZones([
			"burglar",
			"24-hour",
			"silent-panic",
			"personal-attack",
			"fire",
		]).zones.map((zone) => ({ ...zone, bypass: "always" as const }));
		const state: PanelState = {
			...graded,
			users: user === undefined ? [] : [{ ...user, latch: false }],
			zones: [...bypassed, aZone(6, "24-hour")],
		};
		expect(breaches(enGrade2, state)).toEqual([
			"users.1.latch: off",
			"zones.2.bypass: always",
			"zones.3.bypass: always",
			"zones.4.bypass: always",
		]);
	});
});

test("grade 3 asks of settings what grade 2 does, and more of the panel", () => {
	expect(enGrade3.limits).toEqual(enGrade2.limits);
	expect(
		enGrade3.beyond.map(({ has, asked }) => `${has}, not ${asked}`),
	).toEqual([
		"PINs have 4 digits, not 6",
		"the log keeps 250 entries, not 500",
	]);
});

// Helpers

/** What a profile finds at a panel, as `path: value`. */
function breaches({ limits }: Profile, state: PanelState): readonly string[] {
	return limits
		.flatMap((limit) => limit.breaches(state))
		.map(({ path, value }) => `${path}: ${value}`);
}

function cp01Panel(exit: number, entry: number, swinger: number): PanelState {
	return {
		...factory,
		timers: {
			...timers,
			exitAway: exit,
			exitHome: exit,
			entry1: entry,
			entry2: entry,
			entryHome1: entry,
			entryHome2: entry,
		},
		options: { ...options, swinger, restart: "resume" },
	};
}

function gradedPanel(
	entry: number,
	siren: number,
	mainsReport: number,
	swinger: number,
	guard: number,
	checkIn: number,
): PanelState {
	return {
		...factory,
		timers: {
			...timers,
			entry1: entry,
			entry2: entry,
			entryHome1: entry,
			entryHome2: entry,
			siren,
			mainsReport,
		},
		options: {
			...options,
			swinger,
			keypadGuard: guard,
			smsGuard: guard,
			tamperAlarm: "always",
			jamDetection: true,
		},
		reporting: { ...reporting, checkIn },
	};
}
