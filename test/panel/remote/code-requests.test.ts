import { describe, expect, test } from "vitest";
import {
	isOver,
	isUsed,
	REQUEST_CAPACITY,
	requestOf,
} from "../../../src/panel/remote/code-requests.ts";
import { clock } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { HOUR } from "../../../src/time/units.ts";
import { factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

/** Asked so many seconds after noon. */
function asked(
	state: PanelState,
	from: string,
	slots: readonly string[],
	seconds: number,
): PanelState {
	const by = { via: "sms", from } as const;
	const event = { type: "ask-code", person: 1, word: "BYPASS", slots } as const;
	return transition(state, { ...event, by }, NOON + seconds * 1000).state;
}

describe("what waits for a code", () => {
	test("is one request of each number, the newest", () => {
		let state = asked(factory, "1", ["3"], 0);
		state = asked(state, "2", ["4"], 1);
		state = asked(state, "1", ["5"], 2);
		expect(state.runtime.guard.pending).toEqual([
			{ from: "2", person: 1, word: "BYPASS", slots: ["4"], at: NOON + 1000 },
			{ from: "1", person: 1, word: "BYPASS", slots: ["5"], at: NOON + 2000 },
		]);
	});

	test("lives less than five minutes", () => {
		const request = requestOf(asked(factory, "1", ["3"], 0), "1");
		if (request === undefined) throw new Error("nothing was asked");
		expect(isOver(request, NOON + 299_999)).toBe(false);
		expect(isOver(request, NOON + 300_000)).toBe(true);
		expect(isOver(request, NOON - 1)).toBe(true);
	});

	test("is forgotten when it is over, or when it is dropped", () => {
		const late = asked(asked(factory, "1", ["3"], 0), "2", ["4"], 300);
		expect(requestOf(late, "1")).toBeUndefined();
		const by = { via: "sms", from: "2" } as const;
		const dropped = transition(late, { type: "drop-request", by }, NOON).state;
		expect(dropped.runtime.guard.pending).toEqual([]);
	});

	test("is bounded, however many ask", () => {
		let state = factory;
		for (let nth = 0; nth <= REQUEST_CAPACITY; nth += 1)
			state = asked(state, `${nth}`, [], 0);
		expect(state.runtime.guard.pending).toHaveLength(REQUEST_CAPACITY);
		expect(requestOf(state, "0")).toBeUndefined();
	});
});

test("a code is used once, and an earlier one is not any more", () => {
	const state = having(factory, { type: "code-used", person: 1, step: 7 });
	expect([6, 7, 8].map((step) => isUsed(state, 1, step, NOON))).toEqual([
		true,
		true,
		false,
	]);
	expect(isUsed(state, 2, 7, NOON)).toBe(false);
	const by = { via: "sms", from: "1" } as const;
	const again = { type: "code-used", person: 1, step: 7, by } as const;
	expect(transition(state, again, NOON).refusal?.code).toBe("code/used");
	const next = having(state, { type: "code-used", person: 1, step: 8 });
	expect(next.runtime.guard.usedCodes).toEqual([{ person: 1, step: 8 }]);
});

test("where the clock was set back, a code that was used is not right again, and earlier ones are", () => {
	const at = (now: number) => Math.floor(now / 30_000);
	const use = (state: PanelState, now: number) => {
		const by = { via: "sms", from: "1" } as const;
		const event = { type: "code-used", person: 1, step: at(now), by } as const;
		return transition(state, event, now);
	};
	const before = use(factory, NOON).state;
	const set = { type: "clock-set", difference: -HOUR, by: clock } as const;
	const back = transition(before, set, NOON - HOUR).state;
	const [one, two] = [use(back, NOON - HOUR), use(back, NOON - HOUR / 2)];
	expect([one.refusal, two.refusal]).toEqual([null, null]);
	const again = use(one.state, NOON - HOUR);
	expect(again.refusal?.code).toBe("code/used");
	expect(use(one.state, NOON).refusal?.code).toBe("code/used");
	expect(use(two.state, NOON).refusal?.code).toBe("code/used");
	const later = use(two.state, NOON + 30_000);
	expect(later.refusal).toBeNull();
	expect(later.state.runtime.guard.usedCodes).toEqual([
		{ person: 1, step: at(NOON + 30_000) },
	]);
});

test("what one person has used is remembered when another uses a code", () => {
	const state = having(
		factory,
		{ type: "code-used", person: 1, step: 7 },
		{ type: "code-used", person: 2, step: 9 },
		{ type: "code-used", person: 1, step: 8 },
	);
	expect(state.runtime.guard.usedCodes).toEqual([
		{ person: 2, step: 9 },
		{ person: 1, step: 8 },
	]);
});
