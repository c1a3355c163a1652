import { describe, expect, test } from "vitest";
import { after, factory, having } from "../../support/panel-builder.ts";

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
