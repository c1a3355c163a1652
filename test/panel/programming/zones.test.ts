import { describe, expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState, Zone } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { after, factory, having } from "../../support/panel-builder.ts";
import { panelWithZones, stateAfter } from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const door = {
	type: "add-device",
	zone: 3,
	lastZone: 3,
	rfId: "0123456789",
	name: "Door",
} as const;
const withDoor = () => having(factory, door);

describe("adding a device", () => {
	test("gives the zone its factory settings", () => {
		expect(withDoor().zones).toEqual([
			{
				id: 3,
				rfId: "0123456789",
				type: 1,
				attribute: "burglar",
				bypass: "none",
				flag: false,
				option: "00",
				entryDelay: 1,
				crossZone: false,
				name: "Door",
			},
		]);
	});

	test("once more is done already, and may rename it", () => {
		const again = after(withDoor(), { ...door, name: "Front Door" }, 9);
		expect(again.refusal).toBeNull();
		expect(again.state.zones[0]?.name).toBe("Front Door");
	});

	test.each([
		[
			"a zone that is taken keeps its device",
			{ ...door, rfId: "9999999999" },
			"zone/taken",
			"zone",
		],
		[
			"a device is in one zone only",
			{ ...door, zone: 4 },
			"zone/duplicate-device",
			"rfId",
		],
	] as const)("%s", (_, event, code, parameter) => {
		const { state, refusal } = after(withDoor(), event, 9);
		expect(refusal).toMatchObject({ code, parameter });
		expect(state.zones).toEqual(withDoor().zones);
	});

	test("without a zone takes the first free one, and none when all are taken", () => {
		const pendant = { type: "add-device", zone: null, lastZone: 2 } as const;
		const full = having(
			factory,
			{ ...pendant, rfId: "1" },
			{ ...pendant, rfId: "2" },
		);
		expect(full.zones.map(({ id, rfId }) => [id, rfId])).toEqual([
			[1, "1"],
			[2, "2"],
		]);
		expect(after(full, { ...pendant, rfId: "3" }, 9).refusal?.code).toBe(
			"zone/full",
		);
		expect(after(full, { ...pendant, rfId: "2" }, 9).refusal).toBeNull();
	});
});

test("a device is removed, and an empty zone is done already", () => {
	const removed = having(withDoor(), { type: "remove-device", zone: 3 });
	expect(removed.zones).toEqual([]);
	expect(
		after(removed, { type: "remove-device", zone: 3 }, 9).refusal,
	).toBeNull();
});

test("a zone's settings change one by one", () => {
	const state = having(
		withDoor(),
		{ type: "set-zone", zone: 3, attribute: "entry" },
		{ type: "set-zone", zone: 3, bypass: "always", option: "07", flag: true },
	);
	expect(state.zones[0]).toEqual({
		...withDoor().zones[0],
		attribute: "entry",
		bypass: "always",
		option: "07",
		flag: true,
	});
});

test("a zone without a device has no settings", () => {
	const { refusal } = after(factory, { type: "set-zone", zone: 9, name: "X" });
	expect(refusal?.code).toBe("zone/no-device");
});

describe("ending that a zone is left out", () => {
	const by = { via: "sms", from: "+15550101" } as const;
	const direct = panelWithZones(["burglar", "burglar", "home-omit"], {
		armFault: "direct",
	});
	const bypassed = (bypass: Zone["bypass"]): PanelState => ({
		...direct,
		zones: direct.zones.map((zone) =>
			zone.id === 1 ? { ...zone, bypass } : zone,
		),
	});
	const watch = [
		{ type: "set-zone", zone: 1, bypass: "none" },
		{ type: "bypass", zone: 1, leaveOut: false },
	] as const satisfies readonly Happening[];
	const asked = (state: PanelState, event: Happening) =>
		transition(state, { ...event, by }, NOON + 100_000);

	const hidden = ["zone 1 open", "zone 1 lost", "zone 1 tamper"];
	const seen = [
		"zone 1 battery low",
		"zone 2 open",
		"zone 2 lost",
		"zone 2 tamper",
		"mains fail",
	];
	const houses = [
		["bypassed for one arming", bypassed("once")],
		["bypassed for good", bypassed("always")],
	] as const;

	describe.each(houses)("and is %s", (_, house) => {
		test.each(hidden)("is refused while armed, after %s", (what) => {
			for (const key of ["away", "home 2"])
				for (const event of watch) {
					const armed = stateAfter(
						house,
						`0 ${what}`,
						`1 keypad 1234 ${key}`,
						"40 nothing",
					);
					const { state, refusal } = asked(armed, event);
					expect(refusal).toMatchObject({
						code: "zone/not-watched",
						parameter: "zone",
					});
					expect({ ...state.runtime, log: [] }).toEqual({
						...armed.runtime,
						log: [],
					});
					expect(state.zones).toEqual(armed.zones);
				}
		});

		test.each(seen)("is done while armed, after %s", (what) => {
			for (const key of ["away", "home 2"])
				for (const event of watch) {
					const armed = stateAfter(
						house,
						`0 ${what}`,
						`1 keypad 1234 ${key}`,
						"40 nothing",
					);
					const { state, refusal } = asked(armed, event);
					expect([refusal, state.zones[0]?.bypass]).toEqual([null, "none"]);
					const alarmed = stateAfter(state, "110 zone 1 open");
					expect(alarmed.runtime.alarms).toMatchObject([
						{ kind: "burglar", zone: 1 },
					]);
				}
		});

		test.each(hidden)("is done while not armed, after %s", (what) => {
			for (const event of watch) {
				const { state, refusal } = asked(stateAfter(house, `0 ${what}`), event);
				expect([refusal, state.zones[0]?.bypass]).toEqual([null, "none"]);
			}
		});
	});

	test("and was left out for its fault is refused while that lasts, and done after it", () => {
		for (const [begins, ends] of [
			["open", "close"],
			["lost", "found"],
			["tamper", "tamper restore"],
		])
			for (const event of watch) {
				const armed = stateAfter(
					direct,
					`0 zone 1 ${begins}`,
					"0 zone 2 open",
					"1 keypad 1234 away",
					"40 nothing",
				);
				expect(armed.runtime.leftOut).toEqual([1, 2]);
				const refused = asked(armed, event);
				expect([refused.refusal?.code, refused.state.runtime.leftOut]).toEqual([
					"zone/not-watched",
					[1, 2],
				]);
				const mended = asked(stateAfter(armed, `50 zone 1 ${ends}`), event);
				expect([mended.refusal, mended.state.runtime.leftOut]).toEqual([
					null,
					[2],
				]);
			}
	});

	test("has nothing to do for a zone that is watched, open or not", () => {
		const armed = stateAfter(direct, "0 keypad 1234 away", "40 zone 1 open");
		for (const event of watch) {
			const { state, refusal } = asked(armed, event);
			expect(refusal).toBeNull();
			expect({ ...state.runtime, log: [] }).toEqual({
				...armed.runtime,
				log: [],
			});
		}
	});

	test("is allowed for what the mode omits, which raises nothing there", () => {
		const zones = direct.zones.map((zone) =>
			zone.id === 3 ? { ...zone, bypass: "once" as const } : zone,
		);
		const armed = stateAfter(
			{ ...direct, zones },
			"0 zone 3 open",
			"1 keypad 1234 home",
			"40 nothing",
		);
		const event = { type: "bypass", zone: 3, leaveOut: false } as const;
		expect(asked(armed, event).refusal).toBeNull();
	});
});

describe("leaving a zone out", () => {
	const by = { via: "sms", from: "+15550101" } as const;
	const house = panelWithZones(["burglar", "burglar"]);
	const leaveOut = (state: PanelState, zone: number) =>
		transition(
			state,
			{ type: "bypass", zone, leaveOut: true, by },
			NOON + 50_000,
		);

	test("is for one arming, and done while armed too", () => {
		const armed = stateAfter(house, "0 keypad 1234 away", "40 nothing");
		const { state } = leaveOut(armed, 1);
		expect(state.zones.map(({ bypass }) => bypass)).toEqual(["once", "none"]);
		const later = stateAfter(state, "60 zone 1 open");
		expect(later.runtime.alarms).toEqual([]);
		const home = stateAfter(later, "70 keypad 1234 disarm");
		expect(home.zones.map(({ bypass }) => bypass)).toEqual(["none", "none"]);
	});

	test("lasts where the zone was left out for a fault that is over", () => {
		const direct = { ...house.options, armFault: "direct" as const };
		const armed = stateAfter(
			{ ...house, options: direct },
			"0 zone 1 open",
			"1 keypad 1234 away",
			"40 zone 1 close",
		);
		const { state, refusal } = leaveOut(armed, 1);
		expect([refusal, state.zones[0]?.bypass, state.runtime.leftOut]).toEqual([
			null,
			"once",
			[1],
		]);
	});

	test("of a zone without a device is refused", () => {
		const { state, refusal } = leaveOut(house, 9);
		expect([state, refusal?.code, refusal?.parameter]).toEqual([
			house,
			"zone/no-device",
			"zone",
		]);
	});
});
