import { describe, expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import { resting } from "../../../src/panel/state/runtime.ts";
import { factoryState } from "../../../src/panel/state/state.ts";
import { after, factory, having } from "../../support/panel-builder.ts";

const door = {
	type: "add-device",
	zone: 3,
	lastZone: 3,
	rfId: "0123456789",
} as const;

/** What was programmed, as the log names it. */
test.each<[Happening, string]>([
	[{ type: "set-user", user: 2, pin: "0002" }, "programmed users.2"],
	[{ type: "delete-user", user: 2 }, "programmed users.2"],
	[{ type: "delete-user", user: 1 }, "refused users.1 user/not-deletable"],
	[{ type: "set-credentials", keyword: "HOUSE" }, "programmed credentials"],
	[
		{ type: "set-access-code", index: 2, code: "2222" },
		"programmed credentials.accessCodes.2",
	],
	[door, "programmed zones"],
	[{ type: "set-zone", zone: 3 }, "refused zones.3 zone/no-device"],
	[{ type: "remove-device", zone: 3 }, "programmed zones.3"],
	[{ type: "set-timers", siren: 5 }, "programmed timers"],
	[
		{ type: "set-destination", destination: 2, url: "sms://+1555" },
		"programmed reporting.destinations.2",
	],
	[
		{ type: "delete-destination", destination: 2 },
		"programmed reporting.destinations.2",
	],
	[
		{ type: "store", section: "network", values: { apn: "x" } },
		"programmed stored.network",
	],
	[{ type: "set-options", options: { chime: true } }, "programmed options"],
	[
		{
			type: "set-schedule",
			schedule: { id: 4, hour: 1, minute: 2, mode: "away" },
		},
		"programmed schedules.4",
	],
	[{ type: "delete-schedule", schedule: 4 }, "programmed schedules.4"],
	[{ type: "set-reporting", checkIn: 6 }, "programmed reporting"],
	[
		{ type: "set-person", person: null, name: "Anna", numbers: ["+336"] },
		"programmed remote.people",
	],
	[
		{ type: "set-person", person: 3, name: "Anna", numbers: ["+336"] },
		"programmed remote.people.3",
	],
	[{ type: "remove-person", person: 3 }, "programmed remote.people.3"],
	[{ type: "set-remote", remote: { creditCode: "*1#" } }, "programmed remote"],
])("%j is logged as %s", (happening, line) => {
	const { log } = after(factory, happening).state.runtime;
	expect(log.map(({ event, about }) => `${event} ${about}`)).toEqual([line]);
});

describe("a refusal names the parameter that is at fault", () => {
	test.each<[Happening, string, string | null]>([
		[{ type: "set-user", user: 3, pin: "1234" }, "user/duplicate-pin", "pin"],
		[{ type: "set-user", user: 3, name: "BOB" }, "user/no-pin", "pin"],
		[{ type: "set-user", user: 3 }, "user/no-pin", "pin"],
		[{ type: "set-user", user: 1 }, "user/nothing", null],
		[{ type: "set-user", user: 99 }, "user/nothing", null],
		[
			{ type: "set-user", user: 99, pin: "4711", name: "X" },
			"user/installer",
			"name",
		],
		[
			{ type: "set-user", user: 99, pin: "4711", latch: false },
			"user/installer",
			"latch",
		],
		[{ type: "delete-user", user: 1 }, "user/not-deletable", "user"],
		[{ type: "delete-user", user: 95 }, "user/not-deletable", "user"],
		[{ type: "set-zone", zone: 3 }, "zone/no-device", "zone"],
		[
			{ type: "store", section: "network", values: { apn: undefined } },
			"stored/nothing",
			null,
		],
	])("%j", (happening, code, parameter) => {
		const { state, refusal } = after(factory, happening);
		expect([refusal?.code, refusal?.parameter]).toEqual([code, parameter]);
		expect({ ...state, runtime: factory.runtime }).toEqual(factory);
	});
});

test("who has a PIN already is named", () => {
	const pins = [
		having(factory, { type: "set-user", user: 4, pin: "0004" }),
		factory,
	].map((state, at) =>
		after(state, {
			type: "set-user",
			user: 3,
			pin: at === 0 ? "0004" : "7982",
		}),
	);
	expect(pins.map(({ refusal }) => refusal?.message)).toEqual([
		"user PIN: user 4 has this PIN already",
		"user PIN: the installer has this PIN already",
	]);
	const own = after(factory, { type: "set-user", user: 1, pin: "1234" });
	expect(own.refusal).toBeNull();
	const installers = after(factory, {
		type: "set-user",
		user: 99,
		pin: "7982",
	});
	expect(installers.refusal).toBeNull();
});

test("the guard code may be the PIN of users 1 to 10, and of nobody else", () => {
	const guarded = having(
		factory,
		{ type: "set-user", user: 95, pin: "0095" },
		{ type: "set-user", user: 96, pin: "0096" },
		{ type: "set-user", user: 10, pin: "0010" },
	);
	const codes = (
		[
			[10, "0095"],
			[96, "0095"],
			[95, "0010"],
			[95, "0096"],
		] as const
	).map(
		([user, pin]) =>
			after(guarded, { type: "set-user", user, pin }).refusal?.code,
	);
	expect(codes).toEqual([
		undefined,
		"user/duplicate-pin",
		undefined,
		"user/duplicate-pin",
	]);
});

test("a new temporary code may arm and disarm again, another name may not", () => {
	const used = {
		...having(factory, { type: "set-user", user: 97, pin: "0097" }),
		runtime: { ...factory.runtime, temporary: "armed" as const },
	};
	const temporaryAfter = (happening: Happening) =>
		after(used, happening).state.runtime.temporary;
	expect([
		temporaryAfter({ type: "set-user", user: 97, pin: "1097" }),
		temporaryAfter({ type: "delete-user", user: 97 }),
		temporaryAfter({ type: "set-user", user: 97, name: "X" }),
		temporaryAfter({ type: "set-user", user: 97, latch: false }),
		temporaryAfter({ type: "set-user", user: 2, pin: "0002" }),
		temporaryAfter({ type: "delete-user", user: 2 }),
	]).toEqual(["unused", "unused", "armed", "armed", "armed", "armed"]);
});

test("a latch report alone is something to say", () => {
	const state = having(factory, { type: "set-user", user: 1, latch: false });
	expect(state.users).toEqual([{ id: 1, name: "", pin: "1234", latch: false }]);
});

test("an access code may be given again to its own number, and to no other", () => {
	const two = having(factory, {
		type: "set-access-code",
		index: 2,
		code: "2222",
	});
	const give = (index: number, code: string) =>
		after(two, { type: "set-access-code", index, code });
	expect(give(2, "1111").refusal?.code).toBe("credentials/duplicate");
	expect(give(2, "2222").refusal).toBeNull();
	expect(give(1, "3333").state.credentials.accessCodes).toEqual([
		{ id: 1, code: "3333" },
		{ id: 2, code: "2222" },
	]);
});

test("an entry delay that is given counts for home too, unless home has its own", () => {
	const one = having(factory, { type: "set-timers", entry1: 11, entry2: 12 });
	expect(one.timers).toMatchObject({
		entry1: 11,
		entry2: 12,
		entryHome1: 11,
		entryHome2: 12,
	});
	const own = having(factory, {
		type: "set-timers",
		entry1: 11,
		entry2: 12,
		entryHome1: 21,
		entryHome2: 22,
	});
	expect(own.timers).toMatchObject({
		entry1: 11,
		entry2: 12,
		entryHome1: 21,
		entryHome2: 22,
	});
	const homely = having(one, {
		type: "set-timers",
		entryHome1: 31,
		entryHome2: 32,
	});
	expect(homely.timers).toMatchObject({
		entry1: 11,
		entry2: 12,
		entryHome1: 31,
		entryHome2: 32,
	});
});

test("how the Mobile family carries reports is kept with the destination", () => {
	const set = having(
		factory,
		{
			type: "set-destination",
			destination: 1,
			url: "sms://+1555",
			carrier: "SMS_TEXT",
		},
		{ type: "set-destination", destination: 1, group: 2 },
	);
	expect(set.reporting.destinations).toEqual([
		{
			id: 1,
			url: "sms://+1555",
			group: 2,
			level: "all",
			carrier: "SMS_TEXT",
		},
	]);
	const other = having(set, {
		type: "set-destination",
		destination: 1,
		carrier: "SMS_CID",
	});
	expect(other.reporting.destinations[0]?.carrier).toBe("SMS_CID");
});

test("a panel fresh from the factory rests, and has its sections", () => {
	for (const state of [factory, factoryState("cr200", [])])
		expect(state.runtime).toEqual(resting);
	const lists = Object.entries(resting).filter(([, value]) =>
		Array.isArray(value),
	);
	expect(lists.map(([, list]) => list)).toEqual(lists.map(() => []));
	const { guard } = resting;
	expect([guard.wrongCodes, guard.seen, guard.heard]).toEqual([[], [], []]);
	expect(factoryState("mz-8", ["network"]).stored).toEqual({
		network: { apn: "Internet", apnUser: "", apnPassword: "" },
	});
});
