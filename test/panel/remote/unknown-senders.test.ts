import { expect, test } from "vitest";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

function texts(state: PanelState, ...numbers: readonly string[]): PanelState {
	return numbers.reduce(
		(present, from, at) =>
			transition(
				present,
				{ type: "unknown-sender", by: { via: "sms", from } },
				NOON + at,
			).state,
		state,
	);
}

test("unknown senders are remembered where that is wanted, the latest last", () => {
	expect(texts(factory, "1").runtime.guard.unknown).toEqual([]);
	const recording = having(factory, {
		type: "set-remote",
		remote: { recordUnknown: true },
	});
	expect(
		texts(recording, "1", "2", "", "1").runtime.guard.unknown.map(
			({ from, count }) => `${from} ${count}`,
		),
	).toEqual(["2 1", "1 2"]);
	const many = Array.from({ length: 30 }, (_, at) => `${at}`);
	expect(texts(recording, ...many).runtime.guard.unknown).toHaveLength(20);
});
