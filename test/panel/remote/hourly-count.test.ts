import { expect, test } from "vitest";
import {
	counted,
	HEARD_CAPACITY,
	heardLately,
} from "../../../src/panel/remote/hourly-count.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { factory } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

const MINUTE = 60_000;

/** The panel after texts, as `minute sender`. */
function after(...texts: readonly string[]): PanelState {
	return texts.reduce<PanelState>((state, text) => {
		const [minute, from = ""] = text.split(" ");
		return counted(
			state,
			{ type: "heard", by: { via: "sms", from }, fingerprint: null },
			NOON + Number(minute) * MINUTE,
		);
	}, factory);
}

test("texts are counted by sender", () => {
	const { runtime } = after("0 +1", "1 +2", "2 +1", "3 +1");
	expect(runtime).toEqual({
		...factory.runtime,
		guard: {
			...factory.runtime.guard,
			heard: [
				{ from: "+2", times: [NOON + MINUTE] },
				{ from: "+1", times: [NOON, NOON + 2 * MINUTE, NOON + 3 * MINUTE] },
			],
		},
	});
});

test("what is an hour old no longer counts, and a sender with nothing else is forgotten", () => {
	const state = after("0 +1", "10 +1", "20 +2", "70 +3");
	expect(state.runtime.guard.heard).toEqual([
		{ from: "+2", times: [NOON + 20 * MINUTE] },
		{ from: "+3", times: [NOON + 70 * MINUTE] },
	]);
	const counts = (state: PanelState, minute: number) =>
		["+1", "+2", "+3"].map((from) =>
			heardLately(state, from, NOON + minute * MINUTE),
		);
	expect(counts(state, 70)).toEqual([0, 1, 1]);
	expect(counts(state, 79.9)).toEqual([0, 1, 1]);
	expect(counts(state, 80)).toEqual([0, 0, 1]);
	expect(counts(after("0 +1", "10 +1", "20 +1"), 65)).toEqual([2, 0, 0]);
	expect(after("0 +1", "10 +1", "60 +1").runtime.guard.heard).toEqual([
		{ from: "+1", times: [NOON + 10 * MINUTE, NOON + 60 * MINUTE] },
	]);
});

test("the sender heard of longest ago makes room", () => {
	const many = Array.from(
		{ length: HEARD_CAPACITY + 1 },
		(_, at) => `0 +${at}`,
	);
	const { heard: senders } = after(...many).runtime.guard;
	expect([senders.length, senders[0]?.from]).toEqual([HEARD_CAPACITY, "+1"]);
});
