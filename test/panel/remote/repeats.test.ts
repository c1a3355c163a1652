import { expect, test } from "vitest";
import {
	isRepeat,
	remembered,
	SEEN_CAPACITY,
} from "../../../src/panel/remote/repeats.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { factory } from "../../support/panel-builder.ts";

/** The panel after texts with these fingerprints. */
function after(...fingerprints: readonly (string | null)[]): PanelState {
	return fingerprints.reduce<PanelState>(
		(state, fingerprint) =>
			remembered(state, {
				type: "heard",
				by: { via: "sms", from: "+1" },
				fingerprint,
			}),
		factory,
	);
}

test("texts are remembered by what they were; one without a fingerprint is not", () => {
	expect(after("a", "b", null, "c")).toEqual({
		...factory,
		runtime: {
			...factory.runtime,
			guard: { ...factory.runtime.guard, seen: ["a", "b", "c"] },
		},
	});
});

test("a text that was seen is a repeat, as long as it is remembered", () => {
	const many = Array.from(
		{ length: SEEN_CAPACITY + 1 },
		(_, at) => `print${at}`,
	);
	const state = after(...many);
	expect(state.runtime.guard.seen).toHaveLength(SEEN_CAPACITY);
	expect(
		["print0", "print1", `print${SEEN_CAPACITY}`, "other"].map((print) =>
			isRepeat(state, print),
		),
	).toEqual([false, true, true, false]);
});
