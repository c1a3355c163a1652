import { describe, expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import { transition } from "../../../src/panel/transition.ts";
import { reporting } from "../../support/due-reports.ts";
import {
	destination,
	outboxOf,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

describe("the test report", () => {
	test("comes after the offset, then each period", () => {
		const set: Happening = {
			type: "set-reporting",
			checkIn: 6,
			checkInOffset: 2,
		};
		const by = { via: "sms", from: "" } as const;
		const state = transition(
			reporting([destination(1)]),
			{ ...set, by },
			NOON,
		).state;
		const hour = 3600;
		expect(outboxOf(stateAfter(state, `${2 * hour - 1} nothing`))).toEqual([]);
		const later = stateAfter(state, `${15 * hour} nothing`);
		expect(
			later.runtime.outbox.map(({ at, event }) => [
				(at - NOON) / 3_600_000,
				event,
			]),
		).toEqual([
			[2, "test"],
			[8, "test"],
			[14, "test"],
		]);
	});
});
