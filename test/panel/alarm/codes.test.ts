import { describe, expect, test } from "vitest";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const plain = panelWithZones(["burglar"]);
const home: PanelState = {
	...plain,
	users: [
		...plain.users,
		...[2, 95, 96, 97, 98].map((id) => ({
			id,
			name: "",
			pin: `00${String(id).padStart(2, "0")}`,
			latch: id !== 2,
		})),
	],
};

test.each([
	["a user", "1234", 1],
	["the guard", "0095", 995],
	["the master", "0096", 996],
	["the temporary code", "0097", 997],
	["the installer", "7982", 999],
])("%s arms and disarms, and is named in the reports", (_, code, user) => {
	const state = stateAfter(
		home,
		`0 keypad ${code} away`,
		`40 keypad ${code} disarm`,
	);
	expect(outboxOf(state)).toEqual([`3407 ${user}`, `1407 ${user}`]);
});

test("a user without a latch report comes and goes unreported, but not a cancelled alarm", () => {
	const state = stateAfter(
		home,
		"0 keypad 0002 away",
		"40 zone 1 open",
		"50 keypad 0002 disarm",
	);
	expect(outboxOf(state)).toEqual(["1130 1", "1406 2"]);
});

test("who disarms before the exit delay has ended is not reported", () => {
	expect(
		outboxOf(stateAfter(home, "0 keypad 1234 away", "20 keypad 1234 disarm")),
	).toEqual([]);
});

test("by SMS the report is 401, home is 456 whatever the source", () => {
	const by = { via: "sms", from: "+15550101" } as const;
	const armed = transition(
		home,
		{ type: "set-mode", mode: "home-1", by },
		NOON,
	).state;
	const late = stateAfter(armed, "30 nothing");
	const { state } = transition(
		late,
		{ type: "set-mode", mode: "disarm", by },
		NOON + 60_000,
	);
	expect(outboxOf(state)).toEqual(["3456 0", "1401 0"]);
});

describe("the duress code", () => {
	test("does what user 1's code does, to the last trace at the panel, and reports 121", () => {
		const armed = stateAfter(home, "0 keypad 1234 away", "40 zone 1 open");
		const duress = outcomeAfter(armed, "50 keypad 0098 disarm");
		const user = outcomeAfter(armed, "50 keypad 1234 disarm");
		expect(outboxOf(duress.state)).toEqual([
			...outboxOf(user.state),
			"1121 998",
		]);
		const { outbox: _, reports: __, ...seen } = duress.state.runtime;
		const { outbox: ___, reports: ____, ...plainly } = user.state.runtime;
		expect(seen).toEqual(plainly);
		expect([duress.effects, duress.refusal]).toEqual([
			user.effects,
			user.refusal,
		]);
	});
});

describe("the remote switch at the keypad", () => {
	const enabled = ({ remote }: PanelState) => remote.enabled;

	test.each([
		["a user", "1234", "keypad user 1", []],
		["another user", "0002", "keypad user 2", []],
		["the installer", "7982", "keypad user 99", []],
		["duress, as user 1", "0098", "keypad user 1", ["1121 998"]],
	])("is turned by %s", (_, code, by, told) => {
		const off = outcomeAfter(home, `0 keypad ${code} remote off`);
		expect([enabled(off.state), off.refusal]).toEqual([false, null]);
		expect(outboxOf(off.state)).toEqual(told);
		expect(off.state.runtime.log).toEqual([
			{ sequence: 1, at: NOON, event: "programmed", about: "remote", by },
		]);
		expect(enabled(stateAfter(off.state, `1 keypad ${code} remote on`))).toBe(
			true,
		);
	});

	test("is not turned by the temporary code, and not by a wrong one", () => {
		const temporary = outcomeAfter(home, "0 keypad 0097 remote off");
		expect(temporary.state).toEqual(home);
		expect(temporary.refusal).toMatchObject({
			code: "keypad/temporary",
			parameter: "code",
		});
		const wrong = outcomeAfter(home, "0 keypad 9999 remote off");
		expect([enabled(wrong.state), logOf(wrong.state)]).toEqual([
			true,
			["0 wrong-code"],
		]);
		expect(wrong.refusal).toMatchObject({
			code: "keypad/wrong-code",
			parameter: "code",
		});
	});
});

describe("over MQTT", () => {
	const open = stateAfter(home, "0 zone 1 open");
	const armed = stateAfter(home, "0 keypad 1234 away", "30 nothing");
	const ask = (
		state: PanelState,
		code: string | null,
		mode: "away" | "home-2" | "disarm",
		force: boolean,
	) =>
		transition(
			state,
			{ type: "mqtt-mode", code, mode, force, by: { via: "mqtt" } },
			NOON + 40_000,
		);

	test.each([
		["disarming", armed, "disarm", false],
		["disarming by force", armed, "disarm", true],
		["arming by force", open, "away", true],
		["arming by force where nothing is open", home, "home-2", true],
	] as const)(
		"%s takes a PIN, and a wrong one does not do",
		(_, state, mode, force) => {
			const without = ask(state, null, mode, force);
			expect(without.state).toEqual(state);
			expect(without.refusal).toMatchObject({
				code: "mqtt/no-code",
				parameter: "code",
			});
			for (const code of ["9999", "7982", ""]) {
				const wrong = ask(state, code, mode, force);
				expect(wrong.state.runtime).toEqual({
					...state.runtime,
					log: wrong.state.runtime.log,
					guard: {
						...state.runtime.guard,
						mqtt: { count: 1, at: NOON + 40_000 },
					},
				});
				expect(wrong.refusal).toMatchObject({
					code: "mqtt/wrong-code",
					parameter: "code",
				});
			}
			const right = ask(state, "1234", mode, force);
			expect([right.refusal, right.state.runtime.mode]).toEqual([
				null,
				mode === "disarm" ? "disarm" : "arming",
			]);
		},
	);

	test("arming needs none, and forces nothing however often it is said", () => {
		expect(ask(home, null, "home-2", false).state.runtime).toMatchObject({
			mode: "arming",
			home: 2,
		});
		for (const code of [null, "1234"]) {
			const first = ask(open, code, "away", false);
			expect([first.refusal?.code, first.effects]).toEqual([
				"arming/fault",
				[],
			]);
			const again = ask(first.state, code, "away", false);
			expect([again.refusal?.code, again.state.runtime.mode]).toEqual([
				"arming/fault",
				"disarm",
			]);
		}
	});

	test("three wrong PINs shut the way for right ones, and not for arming without one", () => {
		const wrong = (state: PanelState) =>
			ask(state, "9999", "disarm", false).state;
		const shut = wrong(wrong(wrong(armed)));
		expect(ask(shut, "1234", "disarm", false)).toEqual({
			state: shut,
			effects: [],
			refusal: {
				code: "mqtt/shut",
				message: "mqtt: too many wrong codes, this way is shut for a while",
				parameter: null,
				hint: null,
			},
		});
		expect(ask(shut, null, "home-2", false).state.runtime.into).toBe("home");
	});
});

describe("the temporary code", () => {
	test("arms once and disarms once, and is gone with the second", () => {
		const armed = stateAfter(home, "0 keypad 0097 away");
		expect(armed.users.map(({ id }) => id)).toContain(97);
		const gone = stateAfter(armed, "10 keypad 0097 disarm");
		expect(gone.users.map(({ id }) => id)).not.toContain(97);
		expect(gone.runtime.temporary).toBe("unused");
		expect(outcomeAfter(gone, "20 keypad 0097 away").refusal?.code).toBe(
			"keypad/wrong-code",
		);
	});

	test("does not arm twice", () => {
		const state = stateAfter(
			home,
			"0 keypad 0097 away",
			"10 keypad 1234 disarm",
		);
		expect(outcomeAfter(state, "20 keypad 0097 away").refusal?.code).toBe(
			"user/spent",
		);
		expect(
			stateAfter(state, "21 keypad 1234 away", "22 keypad 0097 disarm").users,
		).toHaveLength(5);
	});

	test("that disarmed first arms once more, and does not disarm twice", () => {
		const armed = stateAfter(home, "0 keypad 1234 away");
		const once = stateAfter(armed, "10 keypad 0097 disarm");
		expect(once.runtime.temporary).toBe("disarmed");
		const again = stateAfter(once, "20 keypad 1234 away");
		expect(outcomeAfter(again, "30 keypad 0097 disarm").refusal?.code).toBe(
			"user/spent",
		);
		const gone = stateAfter(once, "20 keypad 0097 away");
		expect(gone.users.map(({ id }) => id)).not.toContain(97);
		expect(gone.runtime.temporary).toBe("unused");
	});

	test("that changed nothing is not spent", () => {
		const state = stateAfter(home, "0 keypad 0097 disarm");
		expect(state.runtime.temporary).toBe("unused");
	});

	test("given anew may arm and disarm whatever the old one did", () => {
		const used = stateAfter(
			home,
			"0 keypad 0097 away",
			"10 keypad 1234 disarm",
		);
		const by = { via: "sms", from: "" } as const;
		const { state } = transition(
			used,
			{ type: "set-user", user: 97, pin: "0197", by },
			NOON + 20_000,
		);
		expect(outcomeAfter(state, "30 keypad 0197 away").refusal).toBeNull();
	});
});

describe("the keypad's guard", () => {
	const wrong = [
		"0 keypad 9999 disarm",
		"1 keypad 9999 disarm",
		"2 keypad 9999 disarm",
	];

	test("shuts the keypad for 90 s after three wrong codes in a row, to right ones too", () => {
		const shut = stateAfter(home, ...wrong);
		expect(shut.runtime.guard.keypad).toEqual({ count: 3, at: NOON + 2000 });
		expect(outcomeAfter(shut, "91.999 keypad 1234 away").refusal?.code).toBe(
			"keypad/shut",
		);
		const open = outcomeAfter(shut, "92 keypad 1234 away");
		expect([open.refusal, open.state.runtime.guard.keypad]).toEqual([
			null,
			null,
		]);
	});

	test("takes twice as long after each further one", () => {
		const shut = stateAfter(home, ...wrong, "92 keypad 9999 disarm");
		expect(outcomeAfter(shut, "271 keypad 1234 away").refusal?.code).toBe(
			"keypad/shut",
		);
		expect(outcomeAfter(shut, "272 keypad 1234 away").refusal).toBeNull();
	});

	test("forgets what was wrong with a right one", () => {
		const state = stateAfter(
			home,
			...wrong.slice(1),
			"3 keypad 1234 away",
			...wrong.slice(1).map((line) => `1${line}`),
		);
		expect(outcomeAfter(state, "20 keypad 1234 disarm").refusal).toBeNull();
	});

	test("can be switched off, and neither log nor refusal tells the code", () => {
		const options = { ...home.options, keypadGuard: 0 };
		const { state, refusal } = outcomeAfter({ ...home, options }, ...wrong);
		expect(JSON.stringify([state.runtime, refusal])).not.toContain("9999");
		expect(outcomeAfter(state, "3 keypad 1234 away").refusal).toBeNull();
	});
});

test("a sender of messages is shut out only where that is set", async () => {
	const { isSenderShut } = await import("../../../src/panel/remote/guard.ts");
	const by = { via: "sms", from: "+1" } as const;
	const missed = [0, 1].reduce(
		(state, second) =>
			transition(
				state,
				{ type: "wrong-code", listed: false, by },
				NOON + second * 1000,
			).state,
		home,
	);
	expect(isSenderShut(missed, "+1", NOON + 2000)).toBe(false);
	const guarded = { ...missed, options: { ...missed.options, smsGuard: 2 } };
	expect(isSenderShut(guarded, "+1", NOON + 90_999)).toBe(true);
	expect(isSenderShut(guarded, "+1", NOON + 91_000)).toBe(false);
	expect(isSenderShut(guarded, "+2", NOON + 2000)).toBe(false);
});

test("duress is reported without a trace at the panel", () => {
	const by = { via: "sms", from: "+15550101", user: 1 } as const;
	const state = panelWithZones(["burglar"]);
	const after = transition(state, { type: "duress", by }, NOON).state;
	expect(outboxOf(after)).toEqual(["1121 998"]);
	expect(logOf(after)).toEqual([]);
});
