import { expect, test } from "vitest";
import { after, factory, having } from "../../support/panel-builder.ts";

test("options change one by one", () => {
	const state = having(factory, {
		type: "set-options",
		options: { chime: true, swinger: 5 },
	});
	expect(state.options).toEqual({
		...factory.options,
		chime: true,
		swinger: 5,
	});
});

test("a time zone that there is not is refused", () => {
	const { refusal } = after(factory, {
		type: "set-options",
		options: { timeZone: "Mars" },
	});
	expect([refusal?.code, refusal?.parameter]).toEqual([
		"options/time-zone",
		"timeZone",
	]);
});

test("times of day are put in their place, changed and taken away", () => {
	const ten = { id: 2, hour: 22, minute: 0, mode: "away" } as const;
	const noon = { id: 1, hour: 12, minute: 30, mode: "home-1" } as const;
	const set = having(
		factory,
		{ type: "set-schedule", schedule: ten },
		{ type: "set-schedule", schedule: noon },
		{ type: "set-schedule", schedule: { ...ten, hour: 23 } },
	);
	expect(set.schedules).toEqual([noon, { ...ten, hour: 23 }]);
	const gone = having(set, { type: "delete-schedule", schedule: 1 });
	expect(gone.schedules).toEqual([{ ...ten, hour: 23 }]);
});

test("how reports are made changes one by one", () => {
	const optional = { id: 2, kind: "optional", retries: 5 } as const;
	const essential = { id: 1, kind: "essential", retries: 1 } as const;
	const state = having(
		factory,
		{ type: "set-reporting", group: optional },
		{ type: "set-reporting", checkIn: 24 },
		{ type: "set-reporting", checkInOffset: 4 },
		{ type: "set-reporting", codes: "general" },
		{ type: "set-reporting", group: essential },
	);
	expect(state.reporting).toEqual({
		destinations: [],
		groups: [essential, optional],
		checkIn: 24,
		checkInOffset: 4,
		codes: "general",
	});
	const back = having(state, { type: "set-reporting", codes: "climax" });
	expect(back.reporting).toEqual({ ...state.reporting, codes: "climax" });
});
