import { describe, expect, test } from "vitest";
import { after, factory, having } from "../../support/panel-builder.ts";

const anna = {
	type: "set-user",
	user: 2,
	pin: "5678",
	name: "ANNA",
	latch: false,
} as const;

describe("setting a user", () => {
	test("a new user has what was given, and a list sorted by number", () => {
		const state = having(
			factory,
			{ type: "set-user", user: 4, pin: "0004" },
			anna,
		);
		expect(state.users).toEqual([
			{ id: 1, name: "", pin: "1234", latch: true },
			{ id: 2, name: "ANNA", pin: "5678", latch: false },
			{ id: 4, name: "", pin: "0004", latch: true },
		]);
	});

	test("what is not given is kept", () => {
		const state = having(factory, anna, {
			type: "set-user",
			user: 2,
			pin: "9999",
		});
		expect(state.users[1]).toEqual({
			id: 2,
			name: "ANNA",
			pin: "9999",
			latch: false,
		});
	});

	test.each([
		[
			"a new user needs a PIN",
			{ type: "set-user", user: 3, name: "BOB" },
			"user/no-pin",
		],
		[
			"a number alone says nothing",
			{ type: "set-user", user: 1 },
			"user/nothing",
		],
		[
			"no two users share a PIN",
			{ type: "set-user", user: 3, pin: "5678" },
			"user/duplicate-pin",
		],
		[
			"nor does the installer",
			{ type: "set-user", user: 3, pin: "7982" },
			"user/duplicate-pin",
		],
		[
			"the installer takes no user's PIN",
			{ type: "set-user", user: 99, pin: "5678" },
			"user/duplicate-pin",
		],
		[
			"the installer has no name",
			{ type: "set-user", user: 99, name: "X" },
			"user/installer",
		],
		[
			"user 1 is not deleted",
			{ type: "delete-user", user: 1 },
			"user/not-deletable",
		],
		[
			"nor is the guard code",
			{ type: "delete-user", user: 95 },
			"user/not-deletable",
		],
		[
			"nor is the master code",
			{ type: "delete-user", user: 96 },
			"user/not-deletable",
		],
		[
			"nor is the installer",
			{ type: "delete-user", user: 99 },
			"user/not-deletable",
		],
	] as const)("%s", (_, event, code) => {
		const before = having(factory, anna);
		const { state, refusal } = after(before, event, 60);
		expect(refusal?.code).toBe(code);
		expect({ ...state, runtime: before.runtime }).toEqual(before);
	});

	test("the guard code alone may be a user's PIN", () => {
		const guard = { type: "set-user", user: 95, pin: "5678" } as const;
		expect(after(having(factory, anna), guard).refusal).toBeNull();
		const back = { type: "set-user", user: 3, pin: "4321" } as const;
		const sharing = having(factory, { ...guard, pin: "4321" });
		expect(after(sharing, back).refusal).toBeNull();
		const duress = { type: "set-user", user: 98, pin: "4321" } as const;
		expect(after(sharing, duress).refusal?.code).toBe("user/duplicate-pin");
	});

	test("user 99 is the installer, whose code opens the panel to messages", () => {
		const state = having(factory, { type: "set-user", user: 99, pin: "4711" });
		expect(state.credentials.installerCode).toBe("4711");
		expect(state.users).toEqual(factory.users);
	});
});

describe("deleting a user", () => {
	test("takes away the temporary and the duress code as well", () => {
		const state = having(
			factory,
			{ type: "set-user", user: 97, pin: "0097" },
			{ type: "set-user", user: 98, pin: "0098" },
			{ type: "delete-user", user: 97 },
			{ type: "delete-user", user: 98 },
		);
		expect(state.users).toEqual(factory.users);
	});

	test("deleting nobody is done already, because confirmations get lost", () => {
		const twice = having(
			factory,
			anna,
			{ type: "delete-user", user: 2 },
			{ type: "delete-user", user: 2 },
		);
		expect(twice.users).toEqual(factory.users);
		expect(
			after(twice, { type: "delete-user", user: 2 }, 9).refusal,
		).toBeNull();
	});
});
