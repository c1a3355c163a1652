import { expect, test } from "vitest";
import { GUARD_CAPACITY } from "../../../src/panel/remote/guard.ts";
import { LOG_CAPACITY } from "../../../src/panel/state/log.ts";
import { transition } from "../../../src/panel/transition.ts";
import { after, factory, having } from "../../support/panel-builder.ts";
import { NOON, PHONE } from "../../support/texting.ts";

test("the log says what, what about, when and by whom, and holds no secrets", () => {
	const state = having(
		factory,
		{ type: "set-user", user: 2, pin: "5678", name: "ANNA" },
		{ type: "set-user", user: 3, pin: "5678" },
		{ type: "refuse", word: "USRS", why: "parameter/digits" },
		{ type: "wrong-code", listed: false },
	);
	const by = `sms ${PHONE}`;
	expect(state.runtime.log).toEqual([
		{ sequence: 1, at: NOON, event: "programmed", about: "users.2", by },
		{
			sequence: 2,
			at: NOON + 1000,
			event: "refused",
			about: "users.3 user/duplicate-pin",
			by,
		},
		{
			sequence: 3,
			at: NOON + 2000,
			event: "refused",
			about: "USRS parameter/digits",
			by,
		},
		{ sequence: 4, at: NOON + 3000, event: "wrong-code", about: "", by },
	]);
});

test("the oldest entries make room, and sequence numbers are never used again", () => {
	let state = factory;
	for (let at = 0; at < LOG_CAPACITY + 10; at += 1)
		state = after(state, { type: "act", act: "test" }, at).state;
	const { log } = state.runtime;
	expect([log.length, log[0]?.sequence, log.at(-1)?.sequence]).toEqual([
		LOG_CAPACITY,
		11,
		LOG_CAPACITY + 10,
	]);
});

test("the guard counts by sender and forgets the one heard of longest ago", () => {
	let state = factory;
	for (let sender = 0; sender <= GUARD_CAPACITY; sender += 1) {
		const by = { via: "sms", from: `+${sender}` } as const;
		state = transition(
			state,
			{ type: "wrong-code", listed: false, by },
			NOON,
		).state;
		if (sender === 1)
			state = transition(
				state,
				{ type: "wrong-code", listed: false, by },
				NOON,
			).state;
	}
	const { wrongCodes } = state.runtime.guard;
	expect([wrongCodes.length, wrongCodes[0]]).toEqual([
		GUARD_CAPACITY,
		{ from: "+1", count: 2, at: NOON },
	]);
});
