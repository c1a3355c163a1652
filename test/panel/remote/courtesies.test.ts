import { expect, test } from "vitest";
import {
	courtesiesLately,
	courtesyShown,
} from "../../../src/panel/remote/courtesies.ts";
import { HEARD_CAPACITY } from "../../../src/panel/remote/hourly-count.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { after, factory } from "../../support/panel-builder.ts";
import { NOON, PHONE } from "../../support/texting.ts";

const hour = 3_600_000;

test("courtesies are counted by number, and forgotten after an hour", () => {
	const twice = after(after(factory, { type: "courtesy" }).state, {
		type: "courtesy",
	}).state;
	const lately = (to: string, now: number) => courtesiesLately(twice, to, now);
	expect(lately(PHONE, NOON)).toBe(2);
	expect(lately("+15550177", NOON)).toBe(0);
	expect(lately(PHONE, NOON + hour - 1)).toBe(2);
	expect(lately(PHONE, NOON + hour)).toBe(0);
});

test("only so many numbers are remembered, the latest ones", () => {
	let state: PanelState = factory;
	for (let nth = 0; nth <= HEARD_CAPACITY; nth += 1)
		state = courtesyShown(state, `+1555${nth}`, NOON + nth);
	expect(state.runtime.guard.courtesies).toHaveLength(HEARD_CAPACITY);
	expect(courtesiesLately(state, "+15550", NOON + 200)).toBe(0);
	expect(courtesiesLately(state, "+15551", NOON + 200)).toBe(1);
});
